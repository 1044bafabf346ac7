/** Numbers that arrive one by one, kept without boxing; `done` gives them at their true length. */
export interface GrowingFloats {
  push3(x: number, y: number, z: number): void;
  readonly length: number;
  at(index: number): number;
  done(): Float64Array;
}

export const growingFloats = (capacity = 1 << 12): GrowingFloats => {
  let values = new Float64Array(capacity);
  let length = 0;
  return {
    push3(x, y, z) {
      if (length + 3 > values.length) {
        const larger = new Float64Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = x;
      values[length + 1] = y;
      values[length + 2] = z;
      length += 3;
    },
    get length() {
      return length;
    },
    at: (index) => values[index]!,
    done: () => values.slice(0, length),
  };
};

export interface GrowingIndices {
  push3(a: number, b: number, c: number): void;
  readonly length: number;
  done(): Uint32Array;
}

export const growingIndices = (capacity = 1 << 12): GrowingIndices => {
  let values = new Uint32Array(capacity);
  let length = 0;
  return {
    push3(a, b, c) {
      if (length + 3 > values.length) {
        const larger = new Uint32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = a;
      values[length + 1] = b;
      values[length + 2] = c;
      length += 3;
    },
    get length() {
      return length;
    },
    done: () => values.slice(0, length),
  };
};
