import type { BoreholeLog } from '../../../domain/boreholes/borehole-log.ts';
import { holesAlong } from '../../../domain/boreholes/holes-along.ts';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../domain/frame/catalog-frame.ts';
import type { PlanPoint } from '../../../domain/geology/section/curtain.ts';
import { planeLine } from '../../../domain/geology/slice/cut-faces.ts';
import type { Slice } from '../../../domain/geology/slice/slice.ts';
import { metres } from '../../../domain/units/quantities.ts';

/** Metres from the line within which a hole stands on it. */
export const LINE_BAND = 40;

/** The holes on the line that is cut now, in 3D or else in the drawing; null: nothing is cut along a line. */
export const logsOnLine = (
  logs: readonly BoreholeLog[],
  catalog: Catalog,
  slice: Slice | null,
  cutLine: readonly PlanPoint[] | null,
): BoreholeLog[] | null => {
  const { min, max } = catalog.extent;
  const line =
    slice?.kind === 'line'
      ? slice.line
      : slice?.kind === 'plane'
        ? planeLine(slice, { min: [...min], max: [...max] })
        : cutLine;
  if (!line) return null;
  const frame = frameOfCatalog(catalog);
  const placed = logs.flatMap((log) => {
    if (log.path) return [{ hole: log, plan: [log.path[1]!, log.path[2]!] as const }];
    // Where it stands in plan is known even where its height is not.
    if (!log.plan) return [];
    const [east, north] = frame.surveyToEnu({ ...log.plan, height: metres(0) });
    return [{ hole: log, plan: [east, north] as const }];
  });
  return holesAlong(placed, line, LINE_BAND).map(({ hole }) => hole);
};
