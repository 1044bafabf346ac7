import type { XY } from './drawing.ts';
import { movedOnPaper, type PaperScale } from './paper-scale.ts';

/** A hole as a line on a drawing. */
export interface HoleTrace {
  /** Model metres of the drawing. */
  readonly points: readonly XY[];
  /** Along the hole at each point. */
  readonly depth: readonly number[];
}

/** Where the trace is at a depth; beyond its ends, its ends. */
export const traceAt = ({ points, depth }: HoleTrace, at: number): XY => {
  const i = depth.findIndex((one) => one >= at);
  if (i < 0) return points.at(-1)!;
  if (i === 0) return points[0]!;
  const f = (at - depth[i - 1]!) / (depth[i]! - depth[i - 1]!);
  const [a, b] = [points[i - 1]!, points[i]!];
  return [a[0] + f * (b[0] - a[0]), a[1] + f * (b[1] - a[1])];
};

/** The stretch of the trace between two depths; empty where it has none. */
export const traceBetween = (trace: HoleTrace, from: number, to: number): XY[] => {
  const low = Math.max(from, trace.depth[0]!);
  const high = Math.min(to, trace.depth.at(-1)!);
  if (!(high > low)) return [];
  const inner = trace.points.filter((_, i) => trace.depth[i]! > low && trace.depth[i]! < high);
  return [traceAt(trace, low), ...inner, traceAt(trace, high)];
};

/** To the right of someone who looks at the paper and follows the line, one millimetre long on paper. */
const across = (a: XY, b: XY, { exaggeration }: PaperScale): XY => {
  const [dx, dy] = [b[0] - a[0], (b[1] - a[1]) * exaggeration];
  const length = Math.hypot(dx, dy) || 1;
  return [dy / length, -dx / length];
};

/** Direction across the trace at a depth, as millimetres on paper; it points to the paper's right, or upwards where the trace is level. */
export const acrossTrace = (trace: HoleTrace, at: number, paper: PaperScale): XY => {
  const found = trace.depth.findIndex((one) => one > at);
  const i = Math.max(1, found < 0 ? trace.depth.length - 1 : found);
  const [x, y] = across(trace.points[i - 1]!, trace.points[i]!, paper);
  return x < -1e-9 || (Math.abs(x) <= 1e-9 && y < 0) ? [-x, -y] : [x, y];
};

/**
 * Outline of a strip along a line.
 * @param left, right millimetres on paper from the line to the strip's edges, as one follows it
 */
export const stripRing = (
  points: readonly XY[],
  left: number,
  right: number,
  paper: PaperScale,
): readonly XY[] => {
  const directions = points.map((_, i): XY => {
    const before = points[Math.max(0, i - 1)]!;
    const after = points[Math.min(points.length - 1, i + 1)]!;
    return across(before, after, paper);
  });
  const edge = (mm: number): XY[] =>
    points.map((point, i) => {
      const [x, y] = directions[i]!;
      return movedOnPaper(point, x * mm, y * mm, paper);
    });
  return [...edge(right), ...edge(-left).reverse()];
};
