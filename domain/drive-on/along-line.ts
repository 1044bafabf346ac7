import type { Vec3 } from '../geometry/bounds.ts';

/** The piece of a line between two chainages, metres, with its ends; a chainage beyond the line is its end. */
export function lineBetween(line: readonly Vec3[], from: number, to: number): Vec3[] {
  const found: Vec3[] = [];
  let start = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
    const end = start + length;
    if (length > 0 && end >= from && start <= to) {
      const at = (chainage: number): Vec3 => {
        const share = Math.min(1, Math.max(0, (chainage - start) / length));
        return [0, 1, 2].map((k) => a[k]! + (b[k]! - a[k]!) * share) as unknown as Vec3;
      };
      if (found.length === 0) found.push(at(from));
      found.push(at(to));
    }
    start = end;
  }
  return found;
}

/**
 * Strokes and gaps along the piece of a line between two chainages, as pairs of points.
 * @param stroke metres; Infinity: no gaps
 */
export function dashes(
  line: readonly Vec3[],
  from: number,
  to: number,
  stroke: number,
  gap: number,
): [Vec3, Vec3][] {
  const pairs: [Vec3, Vec3][] = [];
  // A stretch shorter than a gap is still seen.
  for (let at = from; at < to; at += stroke + gap) {
    const points = lineBetween(line, at, Math.min(to, at + stroke));
    for (let i = 1; i < points.length; i++) pairs.push([points[i - 1]!, points[i]!]);
  }
  return pairs;
}
