import type { Vec3 } from '../geometry/bounds.ts';

export interface NearStretch {
  /** Metres along the line. */
  readonly from: number;
  readonly to: number;
  /** Whether it lies within the distance of one of the points. */
  readonly near: boolean;
}

/** Shorter than this a stretch is rounding, metres. */
const SHORTEST = 1e-9;

/** Cuts a line where it comes within a distance of any of the points and where it leaves them all; in order, no gaps. */
export function stretchesWithin(
  line: readonly Vec3[],
  points: readonly Vec3[],
  distance: number,
): NearStretch[] {
  const found: { from: number; to: number; near: boolean }[] = [];
  let start = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const run: Vec3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const length = Math.hypot(...run);
    if (!(length > SHORTEST)) continue;
    const spans = points.flatMap((point) => {
      // |a + run·s/length − point| = distance, solved for s: where the line cuts the sphere about the point.
      const off: Vec3 = [a[0] - point[0], a[1] - point[1], a[2] - point[2]];
      const half = (off[0] * run[0] + off[1] * run[1] + off[2] * run[2]) / length;
      const root = half * half - (off[0] ** 2 + off[1] ** 2 + off[2] ** 2 - distance * distance);
      if (root < 0) return [];
      const [from, to] = [-half - Math.sqrt(root), -half + Math.sqrt(root)];
      return to < 0 || from > length ? [] : [{ from: Math.max(0, from), to: Math.min(length, to) }];
    });
    const cuts = [0, length, ...spans.flatMap(({ from, to }) => [from, to])].sort((x, y) => x - y);
    let from = 0;
    for (const to of cuts) {
      if (to - from <= SHORTEST) continue;
      const middle = (from + to) / 2;
      const near = spans.some((span) => span.from <= middle && span.to >= middle);
      const last = found.at(-1);
      if (last && last.near === near) last.to = start + to;
      else found.push({ from: start + from, to: start + to, near });
      from = to;
    }
    start += length;
  }
  const last = found.at(-1);
  if (last) last.to = start;
  return found;
}
