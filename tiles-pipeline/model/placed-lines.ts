import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import type { Position3 } from '../read/read-result.ts';
import type { Placement } from './mine-context.ts';

export interface MendedHeights {
  readonly points: readonly (readonly [x: number, y: number, z: number])[];
  /** 1-based numbers of the vertices whose height was missing or zero and was interpolated. */
  readonly mended: readonly number[];
}

/**
 * Heights of a line or ring in file units. A vertex without a height, or at exactly 0 among vertices that are not,
 * is a slip of the pen: its height is interpolated along the line between its good neighbours (held at the ends),
 * and the vertex is named so that it can be reported. A line that is 0 throughout is taken as it stands.
 * @param fallback height for a line that has none at all
 * @returns null where no vertex has a height and there is no fallback
 */
export const mendHeights = (
  line: readonly Position3[],
  shape: 'line' | 'ring',
  fallback: number | null = null,
): MendedHeights | null => {
  const someNonZero = line.some(([, , z]) => z !== null && z !== 0);
  const good = line.map(([, , z]) => z !== null && !Number.isNaN(z) && !(someNonZero && z === 0));
  if (!good.some(Boolean)) {
    if (fallback === null) return null;
    return { points: line.map(([x, y]) => [x, y, fallback]), mended: [] };
  }
  const along = chainages(line);
  const count = line.length;
  // A closed ring repeats its first point, which must be mended alike.
  const neighbour = (start: number, step: 1 | -1): number | null => {
    for (let k = 1; k < count; k++) {
      const raw = start + step * k;
      if (shape === 'line' && (raw < 0 || raw >= count)) return null;
      const index = ((raw % count) + count) % count;
      if (good[index]) return index;
    }
    return null;
  };
  const perimeter = along[count - 1]! || 1;
  const distance = (from: number, to: number): number => {
    const direct = Math.abs(along[to]! - along[from]!);
    return shape === 'ring' ? Math.min(direct, perimeter - direct) : direct;
  };
  const mended: number[] = [];
  const points = line.map(([x, y, z], index): [number, number, number] => {
    if (good[index]) return [x, y, z!];
    mended.push(index + 1);
    const before = neighbour(index, -1);
    const after = neighbour(index, 1);
    if (before === null || after === null) return [x, y, line[(before ?? after)!]![2]!];
    const a = distance(before, index);
    const b = distance(index, after);
    const share = a + b === 0 ? 0.5 : a / (a + b);
    return [x, y, line[before]![2]! * (1 - share) + line[after]![2]! * share];
  });
  return { points, mended };
};

const chainages = (line: readonly Position3[]): number[] => {
  let sum = 0;
  return line.map(([x, y], i) => {
    if (i > 0) sum += Math.hypot(x - line[i - 1]![0], y - line[i - 1]![1]);
    return sum;
  });
};

/** File coordinates to the mine's frame. */
export const toEnu = (
  frame: MineFrame,
  place: Placement,
  points: readonly (readonly [number, number, number])[],
): EnuPoint[] => points.map(([x, y, z]) => frame.surveyToEnu(place.point(x, y, z)));

/** Length along the line, metres. */
export const lineLength = (line: readonly EnuPoint[]): number => {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    sum += Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
  }
  return sum;
};
