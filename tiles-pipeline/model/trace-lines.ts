import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { Position3 } from '../read/read-result.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';
import { mendHeights, toEnu } from './placed-lines.ts';
import type { GroundAt } from './surface-nodes.ts';

/** Steps of a line laid on the ground: metres, and how many at most. */
const LEAST_STEP = 10;
const MOST_STEPS = 300;

export interface GroundLine {
  /** Stretches with a height, two points at least. */
  readonly runs: readonly (readonly EnuPoint[])[];
  /** Points laid on the ground where no terrain says how high it is. */
  readonly lost: number;
}

/**
 * A line as surveyed, or, where the file gives no heights, laid on the ground in short steps. Where the terrain ends the line
 * is cut: its height there is not known.
 * @returns null where a coordinate is no number
 */
export const groundLine = (
  line: readonly Position3[],
  placed: PlacedSource,
  groundAt: GroundAt,
  { frame }: MineContext,
): GroundLine | null => {
  if (!line.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) return null;
  const mended = mendHeights(line, 'line');
  if (mended) {
    const points = toEnu(frame, placed.place, mended.points);
    return { runs: points.length > 1 ? [points] : [], lost: 0 };
  }
  const corners = line.map(([x, y]) => placed.place.point(x, y, 0));
  const lengths = corners.slice(1).map((b, i) => {
    const a = corners[i]!;
    return Math.hypot(b.easting - a.easting, b.northing - a.northing);
  });
  const step = Math.max(LEAST_STEP, lengths.reduce((sum, length) => sum + length, 0) / MOST_STEPS);
  const runs: EnuPoint[][] = [[]];
  let lost = 0;
  const put = (easting: number, northing: number): void => {
    const at = { easting: metres(easting), northing: metres(northing), height: metres(0) };
    const height = groundAt(frame.surveyToEnu(at));
    if (height !== null) runs.at(-1)!.push(frame.surveyToEnu({ ...at, height: metres(height) }));
    else {
      lost++;
      if (runs.at(-1)!.length > 0) runs.push([]);
    }
  };
  lengths.forEach((length, i) => {
    const [a, b] = [corners[i]!, corners[i + 1]!];
    if (length === 0) return;
    const steps = Math.ceil(length / step);
    for (let s = 0; s < steps; s++)
      put(
        a.easting + ((b.easting - a.easting) * s) / steps,
        a.northing + ((b.northing - a.northing) * s) / steps,
      );
  });
  const last = corners.at(-1);
  if (last) put(last.easting, last.northing);
  return { runs: runs.filter((run) => run.length > 1), lost };
};
