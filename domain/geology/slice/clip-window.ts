import { clipLine, clipRing } from '../section/mesh-cut.ts';

/** A rectangle of a cut's plane, metres. */
export interface CutWindow {
  readonly s: readonly [low: number, high: number];
  readonly t: readonly [low: number, high: number];
}

const swapped = (points: Float64Array): Float64Array => points.map((_, i) => points[i ^ 1]!);

/** The part of a ring in a window; it may run along the window's edge. null: none. */
export const ringInWindow = (ring: Float64Array, { s, t }: CutWindow): Float64Array | null => {
  const between = clipRing(ring, ...s);
  const both = between && clipRing(swapped(between), ...t);
  return both && swapped(both);
};

/** The pieces of a line in a window. */
export const lineInWindow = (line: Float64Array, { s, t }: CutWindow): Float64Array[] =>
  clipLine(line, ...s).flatMap((piece) => clipLine(swapped(piece), ...t).map(swapped));
