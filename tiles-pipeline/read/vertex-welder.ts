/** Gives equal positions one number. Exact: two positions are one vertex only when all three doubles are equal. */
export interface VertexWelder {
  add(x: number, y: number, z: number): number;
  /** 3 doubles a vertex, in order of first use. */
  positions(): Float64Array;
}

export const createVertexWelder = (): VertexWelder => {
  let capacity = 1 << 12;
  let table = new Int32Array(capacity * 2).fill(-1);
  let positions = new Float64Array(capacity * 3);
  let count = 0;
  const word = new Float64Array(3);
  const bits = new Uint32Array(word.buffer);

  const hashOf = (x: number, y: number, z: number): number => {
    word[0] = x;
    word[1] = y;
    word[2] = z;
    let hash = 0x811c9dc5;
    for (let i = 0; i < 6; i += 1) hash = Math.imul(hash ^ bits[i]!, 0x01000193) ^ (hash >>> 15);
    return hash >>> 0;
  };

  const grow = (): void => {
    capacity *= 2;
    const larger = new Float64Array(capacity * 3);
    larger.set(positions);
    positions = larger;
    table = new Int32Array(capacity * 2).fill(-1);
    for (let vertex = 0; vertex < count; vertex += 1) {
      const hash = hashOf(positions[3 * vertex]!, positions[3 * vertex + 1]!, positions[3 * vertex + 2]!);
      let slot = hash & (table.length - 1);
      while (table[slot]! >= 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = vertex;
    }
  };

  return {
    add(x0, y0, z0) {
      // −0 equals 0 but has other bits.
      const x = x0 + 0;
      const y = y0 + 0;
      const z = z0 + 0;
      if (count === capacity) grow();
      const mask = table.length - 1;
      let slot = hashOf(x, y, z) & mask;
      for (;;) {
        const vertex = table[slot]!;
        if (vertex < 0) break;
        if (
          positions[3 * vertex] === x &&
          positions[3 * vertex + 1] === y &&
          positions[3 * vertex + 2] === z
        ) {
          return vertex;
        }
        slot = (slot + 1) & mask;
      }
      table[slot] = count;
      positions[3 * count] = x;
      positions[3 * count + 1] = y;
      positions[3 * count + 2] = z;
      count += 1;
      return count - 1;
    },
    positions: () => positions.slice(0, count * 3),
  };
};
