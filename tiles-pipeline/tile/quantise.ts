/**
 * Every vertex of every tile of a mine lies on one grid through the ENU origin. The step is a power of two
 * (1/128 m = 7.8 mm, so at most 3.9 mm of error an axis): a multiple of it has an exact float32 and float64
 * value, so a border vertex decodes to the same bits in every tile that holds it, whatever that tile's own
 * translation is. With a step of 0.01 m the sums would round differently and leave hairline gaps.
 */
export const STEPS_PER_METRE = 128;
export const GRID_STEP = 1 / STEPS_PER_METRE;

/** Steps a 16-bit coordinate can span: tiles wider than 511.99 m are written as float32 on the same grid. */
export const MAX_QUANTISED_SPAN = 65_535;

/** Metres → steps. Beyond ±16 777 km the steps no longer fit a 32-bit integer. */
export const toGrid = (metres: number): number => Math.round(metres * STEPS_PER_METRE);
export const fromGrid = (steps: number): number => steps / STEPS_PER_METRE;

/** Axis-aligned box in grid steps: minimum then maximum east, north, up. */
export type GridBox = [number, number, number, number, number, number];

export const emptyGridBox = (): GridBox => [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];

export const growGridBox = (box: GridBox, positions: Int32Array, vertex: number): void => {
  for (let axis = 0; axis < 3; axis++) {
    const at = positions[3 * vertex + axis]!;
    if (at < box[axis]!) box[axis] = at;
    if (at > box[axis + 3]!) box[axis + 3] = at;
  }
};

export const joinGridBoxes = (boxes: readonly GridBox[]): GridBox => {
  const joined = emptyGridBox();
  for (const box of boxes) {
    for (let axis = 0; axis < 3; axis++) {
      joined[axis] = Math.min(joined[axis]!, box[axis]!);
      joined[axis + 3] = Math.max(joined[axis + 3]!, box[axis + 3]!);
    }
  }
  return joined;
};

/** True when 16-bit integers can hold every vertex of the box. */
export const fitsSixteenBits = (box: GridBox): boolean =>
  [0, 1, 2].every((axis) => box[axis + 3]! - box[axis]! <= MAX_QUANTISED_SPAN);

/** Half of the least thickness of a bounding volume: engines divide by half-axes, and a flat layer has one of 0. */
const LEAST_HALF_STEPS = Math.ceil(STEPS_PER_METRE * 0.05);

/** The box, at least 10 cm thick along every axis. */
export const thickened = (box: GridBox): GridBox => {
  const thick: GridBox = [...box];
  for (let axis = 0; axis < 3; axis++) {
    const missing = LEAST_HALF_STEPS - Math.floor((box[axis + 3]! - box[axis]!) / 2);
    if (missing <= 0) continue;
    thick[axis] = thick[axis]! - missing;
    thick[axis + 3] = thick[axis + 3]! + missing;
  }
  return thick;
};
