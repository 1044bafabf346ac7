/** Numbers points so that those within a tolerance of an earlier one share its number. */
export interface PointIndex {
  /** Number of the point at `coordinates[at … at + 2]`: the first earlier point within the tolerance, else a new one. */
  addAt(coordinates: ArrayLike<number>, at: number): number;
  readonly size: number;
  /** Coordinates by number, 3 a point. */
  points(): Float64Array;
}

const START_BUCKETS = 1 << 10;
const NEIGHBOURS = [-1, 0, 1] as const;
/** Below a nanometre points are joined when exactly equal: a double far from the origin cannot say less. */
const EXACT_BELOW = 1e-9;

/**
 * @param tolerance metres; under a nanometre only exactly equal points are joined
 * @throws RangeError where the tolerance is negative or not a number
 */
export function createPointIndex(tolerance: number): PointIndex {
  if (!(tolerance >= 0 && Number.isFinite(tolerance)))
    throw new RangeError(`weld tolerance must be 0 or more metres, got ${tolerance}`);
  const exact = tolerance < EXACT_BELOW;
  const reach = exact ? 0 : tolerance * tolerance;
  const coordinates: number[] = [];
  const next: number[] = [];
  const hashes: number[] = [];
  let heads = new Int32Array(START_BUCKETS).fill(-1);
  const bits = new Float64Array(3);
  const words = new Uint32Array(bits.buffer);

  const hash = (x: number, y: number, z: number): number => {
    // Adding 0 turns −0 into 0, which would hash differently though equal.
    bits[0] = x + 0;
    bits[1] = y + 0;
    bits[2] = z + 0;
    let h = 0x811c9dc5;
    for (let i = 0; i < 6; i++) {
      h = Math.imul(h ^ words[i]!, 0x01000193);
      h ^= h >>> 15;
    }
    return h >>> 0;
  };
  const search = (h: number, x: number, y: number, z: number): number => {
    for (let i = heads[h & (heads.length - 1)]!; i >= 0; i = next[i]!) {
      if (hashes[i] !== h) continue;
      const dx = coordinates[i * 3]! - x;
      const dy = coordinates[i * 3 + 1]! - y;
      const dz = coordinates[i * 3 + 2]! - z;
      if (dx * dx + dy * dy + dz * dz <= reach) return i;
    }
    return -1;
  };
  const insert = (i: number, h: number): void => {
    const bucket = h & (heads.length - 1);
    next[i] = heads[bucket]!;
    heads[bucket] = i;
  };
  const grow = (): void => {
    heads = new Int32Array(heads.length * 4).fill(-1);
    for (let i = 0; i < hashes.length; i++) insert(i, hashes[i]!);
  };
  const cell = (v: number): number => (exact ? v : Math.floor(v / tolerance));
  const find = (x: number, y: number, z: number): number => {
    if (exact) return search(hash(x, y, z), x, y, z);
    let first = -1;
    // Steps are added to the cell, never counted from it: a cell number too big to step by one would never end.
    for (const i of NEIGHBOURS)
      for (const j of NEIGHBOURS)
        for (const k of NEIGHBOURS) {
          const found = search(hash(cell(x) + i, cell(y) + j, cell(z) + k), x, y, z);
          if (found >= 0 && (first < 0 || found < first)) first = found;
        }
    return first;
  };

  return {
    get size() {
      return hashes.length;
    },
    points: () => Float64Array.from(coordinates),
    addAt(source, at) {
      const [x, y, z] = [source[at]!, source[at + 1]!, source[at + 2]!];
      const found = find(x, y, z);
      if (found >= 0) return found;
      const h = hash(cell(x), cell(y), cell(z));
      const number = hashes.length;
      // Before the new point is listed: growing enters every listed one, and one entered twice follows itself for ever.
      if (number > heads.length) grow();
      coordinates.push(x, y, z);
      hashes.push(h);
      insert(number, h);
      return number;
    },
  };
}
