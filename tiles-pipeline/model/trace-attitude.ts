import { compassDegrees } from '../../domain/geology/faults/compass.ts';
import { dipAcross } from '../../domain/geology/faults/fault-trace.ts';
import type { Metres } from '../../domain/units/quantities.ts';
import type { PlacedSource } from './mine-context.ts';
import type { SurveyRecord } from './records.ts';
import type { Roles } from './roles.ts';

/** How a fault lies below its trace, as far as the survey says. */
export interface TraceAttitude {
  /** Degrees from horizontal; null: not known. */
  readonly dip: number | null;
  /** Degrees from grid north, across the general strike; null: nobody knows which side it dips to. */
  readonly dipDirection: number | null;
  /** The dip is the manifest's and not the file's. */
  readonly isAssumed: boolean;
  /** Metres below the trace to which it is drawn. */
  readonly depthExtent: Metres | null;
  /** Vertical throw, metres. */
  readonly throw: Metres | null;
}

/** A dip direction farther from across the strike than this says that the fault dips along itself: one of the two is wrong. */
const MOST_OFF = 45;

/**
 * Dip, side, throw and depth of a trace. A dip or side that cannot be is named and counts as not known: it is never replaced.
 * @param strike general strike of the trace, degrees
 * @param dipIsSaid that no dip is given has been said of the whole file
 */
export const traceAttitude = (
  roles: Roles,
  record: SurveyRecord,
  strike: number,
  placed: PlacedSource,
  feature: string,
  dipIsSaid = false,
): TraceAttitude => {
  const at = { row: record.row, feature };
  const { log, place } = placed;
  const written = roles.number(record, 'dip');
  const dip = written !== null && written > 0 && written <= 90 ? written : null;
  if (written !== null && dip === null)
    log.warn('trace-dip-invalid', { ...at, column: roles.column('dip'), value: String(written) });
  else if (written === null && !dipIsSaid) log.warn('trace-without-dip', at);

  const side = roles.text(record, 'dipDirection');
  const towards = side === null ? null : compassDegrees(side);
  const where = { ...at, column: roles.column('dipDirection'), value: side ?? '' };
  if (side !== null && towards === null) log.warn('trace-direction-invalid', where);
  const across = towards === null ? null : dipAcross(strike, towards);
  const contradicts = across !== null && across.off > MOST_OFF;
  if (contradicts)
    log.warn('trace-direction-along', {
      ...where,
      params: { strike: Math.round(strike), off: Math.round(90 - across.off) },
    });
  const known = across && !contradicts ? across.dipDirection : null;
  // An upright fault falls to neither side: its sheet is known without one.
  const dipDirection = known ?? (dip === 90 ? (strike + 90) % 360 : null);
  if (dip !== null && dipDirection === null && side === null) log.warn('trace-without-side', at);

  const depth = roles.number(record, 'depthExtent');
  const depthExtent = depth !== null && depth > 0 ? place.metres(depth) : null;
  if (depthExtent === null && dip !== null) log.warn('trace-without-depth', at);
  const drop = roles.number(record, 'throw');
  const sideless = dip === 90 && known === null && drop !== null && drop !== 0;
  if (sideless) log.warn('trace-throw-side', { ...at, column: roles.column('throw'), value: String(drop) });
  return {
    dip,
    dipDirection,
    isAssumed: dip !== null && roles.isDefault(record, 'dip'),
    depthExtent,
    throw: drop === null || sideless ? null : place.metres(drop),
  };
};
