import { clipLine, clipRing } from '../section/mesh-cut.ts';

/** A rectangle of a cut's plane, metres. */
export interface CutOpening {
  readonly s: readonly [low: number, high: number];
  readonly t: readonly [low: number, high: number];
}

const swapped = (points: Float64Array): Float64Array => points.map((_, i) => points[i ^ 1]!);

type Lies = 'inside' | 'outside' | 'across';

/** Most of what is cut lies wholly inside or outside, and costs no more than a look. */
const lies = (points: Float64Array, { s, t }: CutOpening): Lies => {
  let [s0, s1, t0, t1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    const [ps, pt] = [points[i]!, points[i + 1]!];
    if (ps < s0) s0 = ps;
    if (ps > s1) s1 = ps;
    if (pt < t0) t0 = pt;
    if (pt > t1) t1 = pt;
  }
  if (s0 >= s[0] && s1 <= s[1] && t0 >= t[0] && t1 <= t[1]) return 'inside';
  return s1 < s[0] || s0 > s[1] || t1 < t[0] || t0 > t[1] ? 'outside' : 'across';
};

/** The part of a ring in an opening; it may run along the opening's edge. null: none. */
export const ringInOpening = (ring: Float64Array, opening: CutOpening): Float64Array | null => {
  const where = lies(ring, opening);
  if (where !== 'across') return where === 'inside' ? ring : null;
  const between = clipRing(ring, ...opening.s);
  const both = between && clipRing(swapped(between), ...opening.t);
  return both && swapped(both);
};

/** The pieces of a line in an opening. */
export const lineInOpening = (line: Float64Array, opening: CutOpening): Float64Array[] => {
  const where = lies(line, opening);
  if (where !== 'across') return where === 'inside' ? [line] : [];
  return clipLine(line, ...opening.s).flatMap((piece) => clipLine(swapped(piece), ...opening.t).map(swapped));
};
