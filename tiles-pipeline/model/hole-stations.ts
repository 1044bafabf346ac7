import type { SurveyStation } from '../../domain/boreholes/desurvey.ts';
import { degrees } from '../../domain/units/quantities.ts';
import type { ReadRecords } from './feature-columns.ts';
import { type Collar, type RejectedCollars, rejectWithoutCollar } from './hole-collars.ts';
import { roundedDepth } from './hole-depths.ts';
import type { PlacedSource } from './mine-context.ts';

export interface FoundStation {
  readonly station: SurveyStation;
  readonly row: number;
  readonly placed: PlacedSource;
  /** Depth as the file has it. */
  readonly written: string;
}

/** Stations by their holes, by depth; and of how many of a hole's stations nothing could be made. */
export const readStations = (
  sources: readonly ReadRecords[],
  collars: ReadonlyMap<string, Collar>,
  rejected: RejectedCollars,
): { byKey: Map<string, FoundStation[]>; unusable: Map<string, number> } => {
  const unusable = new Map<string, number>();
  const byKey = new Map<string, FoundStation[]>();
  for (const { placed: general, roles, set } of sources) {
    const placed = general as PlacedSource<'borehole-surveys'>;
    let used = 0;
    for (const record of set.records) {
      const key = roles.text(record, 'hole');
      if (key === null || !collars.has(key)) {
        rejectWithoutCollar('survey', { placed, roles }, record, key, rejected);
        continue;
      }
      const depth = roles.number(record, 'depth');
      const dip = roles.number(record, 'dip');
      const azimuth = roles.number(record, 'azimuth');
      const down = dip === null ? null : dipBelowHorizon(dip, placed.source.dipConvention);
      const isVertical = down !== null && Math.abs(Math.abs(down) - 90) < 1e-6;
      if (depth === null || down === null || (azimuth === null && !isVertical)) {
        const missing = depth === null ? 'depth' : down === null ? 'dip' : 'azimuth';
        unusable.set(key, (unusable.get(key) ?? 0) + 1);
        placed.log.reject('station-incomplete', {
          row: record.row,
          column: roles.column(missing),
          feature: key,
          params: { role: missing },
        });
        continue;
      }
      if (depth < 0 || Math.abs(down) > 90 || Math.abs(azimuth ?? 0) > 720) {
        unusable.set(key, (unusable.get(key) ?? 0) + 1);
        placed.log.reject('station-out-of-range', {
          row: record.row,
          feature: key,
          value: `${depth} / ${azimuth} / ${dip}`,
        });
        continue;
      }
      const { at } = collars.get(key)!;
      // A hole without a place is drawn as a column, which needs no direction.
      const turn = at && placed.source.azimuthReference === 'true' ? placed.place.convergence(at) : 0;
      const station = {
        depth: placed.place.metres(depth),
        azimuth: degrees((azimuth ?? 0) - turn),
        dip: degrees(down),
      };
      byKey.set(key, [
        ...(byKey.get(key) ?? []),
        { station, row: record.row, placed, written: String(depth) },
      ]);
      used++;
    }
    placed.log.count('stations', used);
    placed.log.made(used);
  }
  for (const [key, found] of byKey) byKey.set(key, ordered(found, key));
  return { byKey, unusable };
};

const dipBelowHorizon = (
  dip: number,
  convention: 'negative-down' | 'positive-down' | 'from-vertical',
): number => (convention === 'negative-down' ? dip : convention === 'positive-down' ? -dip : dip - 90);

/** By depth; of two stations at one depth the first in the file counts, and the other is named. */
const ordered = (found: readonly FoundStation[], key: string): FoundStation[] => {
  const sorted = found.toSorted((a, b) => a.station.depth - b.station.depth);
  const kept: FoundStation[] = [];
  for (const one of sorted) {
    const before = kept.at(-1)?.station;
    if (!before || one.station.depth > before.depth) kept.push(one);
    else {
      const same = before.azimuth === one.station.azimuth && before.dip === one.station.dip;
      one.placed.log.reject(same ? 'station-repeated' : 'station-contradicted', {
        row: one.row,
        feature: key,
        value: String(roundedDepth(one.station.depth)),
      });
    }
  }
  return kept;
};
