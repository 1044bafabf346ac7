/** A point or vector of three doubles; an EnuPoint is one. */
export type Vec3 = readonly [number, number, number];

/** Axis-aligned box, metres; the same shape as the catalog's extents. An empty box has min +∞ and max −∞. */
export interface Box3 {
  min: [number, number, number];
  max: [number, number, number];
}

export const emptyBox = (): Box3 => ({
  min: [Infinity, Infinity, Infinity],
  max: [-Infinity, -Infinity, -Infinity],
});

export const isEmptyBox = (box: Box3): boolean => !(box.min[0] <= box.max[0]);

/** Grows `box` in place to hold the point, and returns it. */
export const growBox = (box: Box3, x: number, y: number, z: number): Box3 => {
  if (x < box.min[0]) box.min[0] = x;
  if (y < box.min[1]) box.min[1] = y;
  if (z < box.min[2]) box.min[2] = z;
  if (x > box.max[0]) box.max[0] = x;
  if (y > box.max[1]) box.max[1] = y;
  if (z > box.max[2]) box.max[2] = z;
  return box;
};

/** Box of interleaved x, y, z. */
export const boxOfPositions = (positions: ArrayLike<number>): Box3 => {
  const box = emptyBox();
  for (let i = 0; i + 2 < positions.length; i += 3)
    growBox(box, positions[i]!, positions[i + 1]!, positions[i + 2]!);
  return box;
};

export const boxOfPoints = (points: Iterable<Vec3>): Box3 => {
  const box = emptyBox();
  for (const [x, y, z] of points) growBox(box, x, y, z);
  return box;
};

/** Smallest box around both; an empty box adds nothing. */
export const unionBox = (a: Box3, b: Box3): Box3 => ({
  min: [Math.min(a.min[0], b.min[0]), Math.min(a.min[1], b.min[1]), Math.min(a.min[2], b.min[2])],
  max: [Math.max(a.max[0], b.max[0]), Math.max(a.max[1], b.max[1]), Math.max(a.max[2], b.max[2])],
});

export const boxCentre = (box: Box3): [number, number, number] => [
  (box.min[0] + box.max[0]) / 2,
  (box.min[1] + box.max[1]) / 2,
  (box.min[2] + box.max[2]) / 2,
];

/** Edge lengths along east, north, up. */
export const boxSize = (box: Box3): [number, number, number] => [
  box.max[0] - box.min[0],
  box.max[1] - box.min[1],
  box.max[2] - box.min[2],
];

export const boxDiagonal = (box: Box3): number => Math.hypot(...boxSize(box));

/** Whether `inner` lies in `outer`, with `slack` metres allowed on every side. */
export const boxContains = (outer: Box3, inner: Box3, slack = 0): boolean =>
  [0, 1, 2].every((k) => inner.min[k]! >= outer.min[k]! - slack && inner.max[k]! <= outer.max[k]! + slack);

export const boxesOverlap = (a: Box3, b: Box3): boolean =>
  [0, 1, 2].every((k) => a.min[k]! <= b.max[k]! && b.min[k]! <= a.max[k]!);
