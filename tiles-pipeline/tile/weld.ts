/**
 * Numbers equal points equally: returns for each of the points its group, in order of first appearance.
 * `positions` are integer triples, so equality is exact and the result does not depend on a tolerance.
 */
export const weldPositions = (positions: Int32Array): { group: Uint32Array; count: number } => {
  const points = positions.length / 3;
  const group = new Uint32Array(points);
  let capacity = 16;
  while (capacity < 2 * points) capacity *= 2;
  const mask = capacity - 1;
  const slots = new Int32Array(capacity).fill(-1);
  let count = 0;
  for (let point = 0; point < points; point++) {
    const x = positions[3 * point]!;
    const y = positions[3 * point + 1]!;
    const z = positions[3 * point + 2]!;
    let hash = Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663) ^ Math.imul(z, 83_492_791);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const first = slots[slot]!;
      if (first < 0) {
        slots[slot] = point;
        group[point] = count++;
        break;
      }
      if (positions[3 * first] === x && positions[3 * first + 1] === y && positions[3 * first + 2] === z) {
        group[point] = group[first]!;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { group, count };
};
