type Column = Float64Array | Float32Array | Uint32Array | Uint8Array;

/** Numbers of one type that are added one after another; many times as fast as an array of them made a column at the end. */
export const createColumn = <C extends Column>(Type: new (length: number) => C) => {
  let values = new Type(1024);
  let length = 0;
  return {
    length: (): number => length,
    add(a: number, b?: number, c?: number, d?: number): void {
      if (length + 4 > values.length) {
        const larger = new Type(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length++] = a;
      if (b === undefined) return;
      values[length++] = b;
      if (c === undefined) return;
      values[length++] = c;
      if (d !== undefined) values[length++] = d;
    },
    /** A copy that is as long as what was added. */
    all: (): C => values.slice(0, length) as C,
  };
};
