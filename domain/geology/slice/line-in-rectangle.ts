import type { PlanPoint } from '../section/curtain.ts';

/** East and north edges of a rectangle in plan. */
export type PlanRectangle = readonly [east: readonly [number, number], north: readonly [number, number]];

/**
 * How far along a line, in lengths of `direction` from `at`, it enters and leaves a rectangle; null where it misses it
 * (T. Kay, J. Kajiya, "Ray tracing complex scenes", SIGGRAPH 1986: slabs).
 */
export const lineInRectangle = (
  at: PlanPoint,
  direction: PlanPoint,
  rectangle: PlanRectangle,
): readonly [enters: number, leaves: number] | null => {
  let [enters, leaves] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const axis of [0, 1] as const) {
    const [low, high] = rectangle[axis];
    if (Math.abs(direction[axis]) < 1e-12) {
      if (at[axis] < low || at[axis] > high) return null;
      continue;
    }
    const [a, b] = [(low - at[axis]) / direction[axis], (high - at[axis]) / direction[axis]];
    enters = Math.max(enters, Math.min(a, b));
    leaves = Math.min(leaves, Math.max(a, b));
  }
  return leaves > enters ? [enters, leaves] : null;
};
