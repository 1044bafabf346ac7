import type { ReadRecords } from './feature-columns.ts';
import { type Collar, type RejectedCollars, rejectWithoutCollar } from './hole-collars.ts';
import { DEEPEST_HOLE } from './hole-depths.ts';
import type { SurveyRecord } from './records.ts';

/** One logged interval, metres along the hole. */
export interface LoggedInterval {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly lithology: string | null;
  readonly record: SurveyRecord;
  readonly read: ReadRecords;
}

/** Logged intervals by their holes, as the files have them. */
export const readIntervals = (
  sources: readonly ReadRecords[],
  collars: ReadonlyMap<string, Collar>,
  rejected: RejectedCollars,
): Map<string, LoggedInterval[]> => {
  const byKey = new Map<string, LoggedInterval[]>();
  for (const read of sources) {
    const { placed, roles, set } = read;
    const bottoms = new Map<string, number>();
    for (const record of set.records) {
      const key = roles.text(record, 'hole');
      if (key === null || !collars.has(key)) {
        rejectWithoutCollar('interval', read, record, key, rejected);
        continue;
      }
      const thickness = roles.number(record, 'thickness');
      // A log of thicknesses only runs on from the interval above it.
      const from = roles.number(record, 'from') ?? (thickness === null ? null : (bottoms.get(key) ?? 0));
      const to =
        roles.number(record, 'to') ?? (from === null || thickness === null ? null : from + thickness);
      const cannotBe = (end: number): boolean => placed.place.metres(end) > DEEPEST_HOLE;
      if (from === null || to === null || from < 0 || !(to > from) || cannotBe(to)) {
        placed.log.reject('interval-invalid', {
          row: record.row,
          feature: key,
          value: `${from ?? '?'} – ${to ?? '?'}`,
        });
        continue;
      }
      bottoms.set(key, to);
      const one: LoggedInterval = {
        row: record.row,
        from: placed.place.metres(from),
        to: placed.place.metres(to),
        lithology: roles.text(record, 'lithology'),
        record,
        read,
      };
      const list = byKey.get(key);
      if (list) list.push(one);
      else byKey.set(key, [one]);
    }
  }
  return byKey;
};
