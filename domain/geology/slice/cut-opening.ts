import { clipLine, clipRing } from '../section/mesh-cut.ts';

/** A rectangle of a cut's plane, metres. */
export interface CutOpening {
  readonly s: readonly [low: number, high: number];
  readonly t: readonly [low: number, high: number];
}

const swapped = (points: Float64Array): Float64Array => points.map((_, i) => points[i ^ 1]!);

/** The part of a ring in a opening; it may run along the opening's edge. null: none. */
export const ringInOpening = (ring: Float64Array, { s, t }: CutOpening): Float64Array | null => {
  const between = clipRing(ring, ...s);
  const both = between && clipRing(swapped(between), ...t);
  return both && swapped(both);
};

/** The pieces of a line in a opening. */
export const lineInOpening = (line: Float64Array, { s, t }: CutOpening): Float64Array[] =>
  clipLine(line, ...s).flatMap((piece) => clipLine(swapped(piece), ...t).map(swapped));
