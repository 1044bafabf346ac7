import type { Bilingual } from '../../domain/contracts/bilingual.ts';
import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import { type ReadRecords, readRecords } from './feature-columns.ts';
import { DEPTH_SLACK } from './hole-depths.ts';
import type { Hole } from './holes.ts';
import type { PropertyValue } from './layer-model.ts';
import { type PlacedSource, recordsOf } from './mine-context.ts';
import type { SurveyRecord } from './records.ts';

type SampledHole = Pick<Hole, 'key' | 'depth'>;

/** A sample or a structure, metres along the hole. */
export interface HoleSample {
  readonly from: number;
  readonly to: number;
  readonly values: Readonly<Record<string, PropertyValue>>;
}

export interface HoleStructure extends HoleSample {
  readonly kind: Bilingual | null;
  /** Degrees from horizontal, and from grid north; null where not known. */
  readonly dip: number | null;
  readonly dipDirection: number | null;
}

/** What lies beside the logs of the holes, by hole, and what its values are called. */
export interface BesideLogs<T> {
  readonly columns: readonly CatalogProperty[];
  readonly byHole: ReadonlyMap<string, readonly T[]>;
}

/** Samples of all tables by hole, from the top down; a row whose hole or depths cannot be is rejected. */
export const readAssays = (
  sources: readonly PlacedSource<'borehole-assays'>[],
  holes: readonly SampledHole[],
): BesideLogs<HoleSample> =>
  readBeside(sources, holes, ({ placed, roles, attributes }, record, hole) => {
    const [from, to] = [roles.number(record, 'from'), roles.number(record, 'to')];
    const range = placedRange(placed, hole, from, to);
    if (!range || !(range[1] > range[0])) return `${from ?? '?'} – ${to ?? '?'}`;
    return { from: range[0], to: range[1], values: attributes(record) };
  });

/** Structures of all tables by hole, from the top down. An attitude that cannot be is named and left out, its place stays. */
export const readStructures = (
  sources: readonly PlacedSource<'borehole-structures'>[],
  holes: readonly SampledHole[],
): BesideLogs<HoleStructure> =>
  readBeside(sources, holes, ({ placed, roles, attributes }, record, hole) => {
    const depth = roles.number(record, 'depth');
    const range = placedRange(placed, hole, depth, depth);
    if (!range) return String(depth ?? '?');
    const dip = roles.number(record, 'dip');
    const dipDirection = roles.number(record, 'dipDirection');
    const dipOk = dip === null || (dip >= 0 && dip <= 90);
    const directionOk = dipDirection === null || (dipDirection >= 0 && dipDirection <= 360);
    if (!dipOk || !directionOk)
      placed.log.warn('structure-attitude-invalid', {
        row: record.row,
        feature: hole.key,
        value: `${dipDirection ?? '?'} / ${dip ?? '?'}`,
      });
    const kind = roles.text(record, 'type');
    return {
      from: range[0],
      to: range[1],
      kind: kind === null ? null : (placed.source.values?.type?.[kind] ?? { zh: kind, en: kind }),
      dip: dipOk ? dip : null,
      dipDirection: directionOk ? dipDirection : null,
      values: attributes(record),
    };
  });

const placedRange = (
  { place }: PlacedSource,
  { depth }: SampledHole,
  from: number | null,
  to: number | null,
): readonly [number, number] | null => {
  if (from === null || to === null) return null;
  const [top, base] = [place.metres(from), place.metres(to)];
  return top >= 0 && base <= depth + DEPTH_SLACK ? [top, Math.min(base, depth)] : null;
};

/** @param read the row, or the depths as written where they cannot be */
const readBeside = <T extends HoleSample>(
  sources: readonly PlacedSource<'borehole-assays' | 'borehole-structures'>[],
  holes: readonly SampledHole[],
  read: (source: ReadRecords, record: SurveyRecord, hole: SampledHole) => T | string,
): BesideLogs<T> => {
  const known = new Map(holes.map((hole) => [hole.key, hole]));
  const byHole = new Map<string, T[]>();
  const sets = sources.flatMap((placed) => {
    const set = recordsOf(placed);
    return set ? [{ placed, set }] : [];
  });
  const { read: tables, columns } = readRecords(sets, []);
  for (const table of tables) {
    const { placed, roles, set } = table;
    for (const record of set.records) {
      const key = roles.text(record, 'hole');
      const hole = key === null ? undefined : known.get(key);
      if (key === null)
        placed.log.reject('hole-name-missing', { row: record.row, column: roles.column('hole') });
      else if (!hole)
        placed.log.reject('sample-without-collar', {
          row: record.row,
          column: roles.column('hole'),
          value: key,
        });
      else {
        const one = read(table, record, hole);
        if (typeof one === 'string')
          placed.log.reject('sample-invalid', {
            row: record.row,
            feature: key,
            value: one,
            params: { depth: Number(hole.depth.toFixed(2)) },
          });
        else {
          byHole.set(key, [...(byHole.get(key) ?? []), one]);
          placed.log.made();
        }
      }
    }
  }
  for (const [key, found] of byHole)
    byHole.set(
      key,
      found.toSorted((a, b) => a.from - b.from || a.to - b.to),
    );
  return { columns, byHole };
};
