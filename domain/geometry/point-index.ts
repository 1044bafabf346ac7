/** Numbers points so that those within a tolerance of an earlier one share its number. */
export interface PointIndex {
  /** Number of the point at `coordinates[at … at + 2]`: the first earlier point within the tolerance, else a new one. */
  addAt(coordinates: ArrayLike<number>, at: number): number;
  readonly size: number;
  /** Coordinates by number, 3 a point. */
  points(): Float64Array;
}

const START_BUCKETS = 1 << 10;

/** @param tolerance metres; 0 joins exactly equal points only */
export function createPointIndex(tolerance: number): PointIndex {
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
      if (dx * dx + dy * dy + dz * dz <= tolerance * tolerance) return i;
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
  const find = (x: number, y: number, z: number): number => {
    if (tolerance === 0) return search(hash(x, y, z), x, y, z);
    const [cx, cy, cz] = [Math.floor(x / tolerance), Math.floor(y / tolerance), Math.floor(z / tolerance)];
    let first = -1;
    for (let i = cx - 1; i <= cx + 1; i++)
      for (let j = cy - 1; j <= cy + 1; j++)
        for (let k = cz - 1; k <= cz + 1; k++) {
          const found = search(hash(i, j, k), x, y, z);
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
      const h =
        tolerance === 0
          ? hash(x, y, z)
          : hash(Math.floor(x / tolerance), Math.floor(y / tolerance), Math.floor(z / tolerance));
      const number = hashes.length;
      coordinates.push(x, y, z);
      hashes.push(h);
      if (number > heads.length) grow();
      insert(number, h);
      return number;
    },
  };
}
