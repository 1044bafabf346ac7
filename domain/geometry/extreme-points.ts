type Point = readonly [east: number, north: number, up: number];

/** The 26 directions to the faces, edges and corners of a cube. */
const DIRECTIONS: readonly Point[] = [-1, 0, 1].flatMap((x) =>
  [-1, 0, 1].flatMap((y) => [-1, 0, 1].flatMap((z): Point[] => (x || y || z ? [[x, y, z]] : []))),
);

/**
 * The farthest point in each of 26 directions: what a camera needs to frame a thing whole. A box around a slanting
 * thing has corners where there is nothing.
 * @param clouds 3 doubles a point, metres
 * @returns at most 26 of the points, each once; none of none
 */
export const extremePoints = (clouds: Iterable<ArrayLike<number>>): Point[] => {
  const reach = DIRECTIONS.map(() => -Infinity);
  const found: (Point | null)[] = DIRECTIONS.map(() => null);
  for (const cloud of clouds)
    for (let i = 0; i + 2 < cloud.length; i += 3) {
      const [x, y, z] = [cloud[i]!, cloud[i + 1]!, cloud[i + 2]!];
      for (let d = 0; d < DIRECTIONS.length; d++) {
        const [dx, dy, dz] = DIRECTIONS[d]!;
        const along = x * dx + y * dy + z * dz;
        if (along <= reach[d]!) continue;
        reach[d] = along;
        found[d] = [x, y, z];
      }
    }
  const once = new Map(found.flatMap((point) => (point ? [[point.join(), point] as const] : [])));
  return [...once.values()];
};
