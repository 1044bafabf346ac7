/** A 3D Tiles bounding `box`: centre, then three orthogonal half-axes. Metres, ENU. */
export type OrientedBox = readonly number[];

/** Metres a point may stick out: floats are exact here, JSON keeps doubles, so a millimetre is already generous. */
const TOLERANCE = 1e-3;

/** By how many metres the point lies outside the box; 0 inside. */
export const metresOutside = (box: OrientedBox, x: number, y: number, z: number): number => {
  const [dx, dy, dz] = [x - box[0]!, y - box[1]!, z - box[2]!];
  let worst = 0;
  for (let axis = 3; axis < 12; axis += 3) {
    const [hx, hy, hz] = [box[axis]!, box[axis + 1]!, box[axis + 2]!];
    const half = Math.hypot(hx, hy, hz);
    const along = half === 0 ? Math.hypot(dx, dy, dz) : Math.abs(dx * hx + dy * hy + dz * hz) / half;
    worst = Math.max(worst, along - half);
  }
  return worst > TOLERANCE ? worst : 0;
};

export const cornersOf = (box: OrientedBox): [number, number, number][] =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((corner) => {
    const sign = (bit: number) => (corner & bit ? 1 : -1);
    const at = (k: number) => box[k]! + sign(1) * box[3 + k]! + sign(2) * box[6 + k]! + sign(4) * box[9 + k]!;
    return [at(0), at(1), at(2)];
  });

/** The half-axes of a box must be orthogonal and not all zero. */
export const isProperBox = (box: OrientedBox): boolean => {
  const axis = (i: number) => box.slice(3 + 3 * i, 6 + 3 * i);
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
  const lengths = [0, 1, 2].map((i) => Math.sqrt(dot(axis(i), axis(i))));
  if (lengths.some((length) => length === 0)) return false;
  return [
    [0, 1],
    [1, 2],
    [2, 0],
  ].every(([i, j]) => Math.abs(dot(axis(i!), axis(j!))) <= 1e-6 * lengths[i!]! * lengths[j!]!);
};
