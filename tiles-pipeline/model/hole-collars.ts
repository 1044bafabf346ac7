import type { SurveyPoint } from '../../domain/frame/coordinates.ts';
import type { ReadRecords } from './feature-columns.ts';
import type { PlacedSource } from './mine-context.ts';
import { columnPoint, geometryPoint, recordPoint } from './record-point.ts';
import type { SurveyRecord } from './records.ts';

/** Where a hole lies in plan, survey metres; null: not known. */
export type CollarPlan = Pick<SurveyPoint, 'easting' | 'northing'> | null;

export interface Collar {
  readonly key: string;
  readonly record: SurveyRecord;
  readonly read: ReadRecords;
  /** null: it has no height. */
  readonly at: SurveyPoint | null;
  readonly plan: CollarPlan;
}

/** Rounded coordinate columns beside a finer shape differ by more than this. */
const COORDINATES_DISAGREE_METRES = 5;

/** Codes for a row whose hole has no collar at all, or one that was itself rejected. */
const COLLARLESS = {
  survey: { none: 'survey-without-collar', rejected: 'survey-collar-rejected' },
  interval: { none: 'interval-without-collar', rejected: 'interval-collar-rejected' },
} as const;

/** Rows of holes that have a collar which cannot be used. */
export type RejectedCollars = ReadonlyMap<string, number>;

/** Collars by their holes; of two of one hole the first counts, and the other is rejected. */
export const readCollars = (
  sources: readonly ReadRecords[],
): { readonly byKey: Map<string, Collar>; readonly rejected: RejectedCollars } => {
  const byKey = new Map<string, Collar>();
  const rejected = new Map<string, number>();
  for (const read of sources) {
    const { placed, roles, set } = read;
    let worst = 0;
    let differing = 0;
    for (const record of set.records) {
      const key = roles.text(record, 'hole');
      if (key === null) {
        placed.log.reject('hole-name-missing', { row: record.row, column: roles.column('hole') });
        continue;
      }
      const hasHeight = roles.number(record, 'z') !== null || (geometryPoint(record)?.[2] ?? null) !== null;
      const at = hasHeight ? recordPoint(record, roles, placed, roles.number(record, 'z')) : null;
      if (hasHeight && !(at && Number.isFinite(at.easting + at.northing + at.height))) {
        rejected.set(key, record.row);
        placed.log.reject('position-missing', {
          row: record.row,
          feature: key,
          ...roles.culprit(record, ['x', 'y', 'longitude', 'latitude']),
        });
        continue;
      }
      if (byKey.has(key)) {
        placed.log.reject('hole-duplicate', {
          row: record.row,
          feature: key,
          value: key,
          params: { first: byKey.get(key)!.record.row },
        });
        continue;
      }
      const columns = at && geometryPoint(record) ? columnPoint(record, roles) : null;
      if (at && columns) {
        const z = roles.number(record, 'z') ?? 0;
        const other =
          columns.kind === 'grid'
            ? placed.place.point(columns.x, columns.y, z)
            : placed.place.geographic(columns.x, columns.y, z);
        const apart = Math.hypot(other.easting - at.easting, other.northing - at.northing);
        if (apart > COORDINATES_DISAGREE_METRES) differing++;
        worst = Math.max(worst, apart);
      }
      if (!at)
        placed.log.warn('hole-without-height', {
          row: record.row,
          feature: key,
          ...roles.culprit(record, ['z']),
        });
      byKey.set(key, { key, record, read, at, plan: at ?? planOf(record, roles, placed) });
    }
    if (differing > 0)
      placed.log.warn('coordinates-disagree', {
        column: roles.column(roles.has('longitude') ? 'longitude' : 'x'),
        params: { count: differing, metres: Math.round(worst) },
      });
  }
  return { byKey, rejected };
};

/** Where a collar without a height lies in plan; any height gives the same plan to well under a millimetre. */
const planOf = (record: SurveyRecord, roles: ReadRecords['roles'], placed: PlacedSource): CollarPlan => {
  const at = recordPoint(record, roles, placed, 0);
  return at && Number.isFinite(at.easting + at.northing)
    ? { easting: at.easting, northing: at.northing }
    : null;
};

/** Rejects a row of a hole that has no collar, or none that can be used. */
export const rejectWithoutCollar = (
  what: 'interval' | 'survey',
  { placed, roles }: Pick<ReadRecords, 'placed' | 'roles'>,
  record: SurveyRecord,
  key: string | null,
  rejected: RejectedCollars,
): void => {
  const at = { row: record.row, column: roles.column('hole'), value: key ?? '' };
  const collarRow = key === null ? undefined : rejected.get(key);
  if (key === null) placed.log.reject('hole-name-missing', at);
  else if (collarRow === undefined) placed.log.reject(COLLARLESS[what].none, at);
  else placed.log.reject(COLLARLESS[what].rejected, { ...at, params: { collarRow } });
};
