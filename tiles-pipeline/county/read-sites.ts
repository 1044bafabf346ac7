import type { CountySite } from '../../domain/contracts/county.ts';
import type { CountySourceOf } from '../../domain/contracts/county-manifest.ts';
import type { Provenance } from '../../domain/contracts/layers.ts';
import type { SiteField } from '../../domain/contracts/site-field.ts';
import { SITE_KINDS } from '../../domain/contracts/site-kinds.ts';
import { asId, type CountyRecords } from './county-records.ts';
import { nameOf, type Town } from './read-base.ts';
import { townOf } from './read-register.ts';

type Record1 = CountyRecords['records'][number];
type Value = CountySite['fields'][string];

/** Chinese names of the values of a choice, with and without what stands in brackets behind them. */
const wordsOf = (field: SiteField): Record<string, string> =>
  Object.fromEntries(
    Object.entries(field.values ?? {}).flatMap(([value, { zh }]) => [
      [zh, value],
      [zh.replace(/（.*）/u, '').trim(), value],
      [zh.replace(/ ?级（.*）/u, '').trim(), value],
    ]),
  );

/** A number that cannot be meant is said and not known: 3.5 people, a dam of -4 m. */
const numberOf = (records: CountyRecords, record: Record1, field: SiteField): number | null => {
  const value = records.number(record, field.id);
  if (value === null) return null;
  const isWhole = field.type !== 'integer' || Number.isInteger(value);
  if (isWhole && value >= (field.least ?? Number.NEGATIVE_INFINITY)) return value;
  records.log.warn('county-cell-wrong', {
    row: record.row,
    column: records.column(field.id),
    value: String(value),
    params: {
      role: field.id,
      expected: [field.type === 'integer' ? '0, 1, 2 …' : `≥ ${field.least}`, field.unit].join(' '),
    },
  });
  return null;
};

const fieldValue = (records: CountyRecords, record: Record1, field: SiteField): Value => {
  switch (field.type) {
    case 'number':
    case 'integer':
      return numberOf(records, record, field);
    case 'boolean':
      return records.yesNo(record, field.id);
    case 'date':
      return records.day(record, field.id);
    case 'choice':
      return records.choice(record, field.id, Object.keys(field.values ?? {}), wordsOf(field));
    case 'text':
      return records.text(record, field.id);
  }
};

/** What cannot be said of one site: a pond in use that was put out of use on a day, one without owner that somebody runs. */
const CONTRADICTIONS: readonly {
  readonly field: string;
  readonly says: (value: Value) => boolean;
  readonly other: string;
  readonly is: Value;
}[] = [
  { field: 'stoppedSince', says: (value) => value !== null, other: 'use', is: 'running' },
  { field: 'hasOperator', says: (value) => value === true, other: 'use', is: 'unnamed' },
];

/** One of two cells that contradict is wrong, so neither is known. */
const withoutContradiction = (
  records: CountyRecords,
  record: Record1,
  fields: CountySite['fields'],
): CountySite['fields'] => {
  const wrong = CONTRADICTIONS.filter(
    ({ field, says, other, is }) => fields[other] === is && says(fields[field] ?? null),
  );
  for (const { field, other } of wrong)
    records.log.warn('county-cells-contradict', {
      row: record.row,
      column: records.column(field),
      value: records.text(record, field) ?? '',
      params: { other: records.column(other), says: records.text(record, other) ?? '' },
    });
  const unknown = wrong.flatMap(({ field, other }) => [field, other]);
  return { ...fields, ...Object.fromEntries(unknown.map((field) => [field, null])) };
};

/** Sites of one kind, with the fields of that kind; what a row leaves out is null. */
export const readSites = (
  records: CountyRecords,
  towns: readonly Town[],
  mines: ReadonlyMap<string, unknown>,
  taken: Set<string>,
  provenance: Provenance,
): CountySite[] => {
  const { sites: kind } = records.source as CountySourceOf<'sites'>;
  return records.records.flatMap((record): CountySite[] => {
    const id = records.id(record, 'id');
    if (id === null) return [];
    if (taken.has(id)) {
      records.log.reject('county-id-twice', { row: record.row, value: id });
      return [];
    }
    const at = records.at(record);
    if (!at) return [];
    taken.add(id);
    const written = records.text(record, 'mine');
    const mine = written && asId(written);
    if (written !== null && !mines.has(mine ?? ''))
      records.log.warn('county-mine-unknown', {
        row: record.row,
        column: records.column('mine'),
        value: written,
      });
    records.log.made();
    return [
      {
        id,
        kind,
        name: nameOf(records, record, id),
        town: townOf(records, record, towns, at),
        at,
        risk: records.coded(record, 'risk'),
        mine: mine !== null && mines.has(mine) ? mine : null,
        fields: withoutContradiction(
          records,
          record,
          Object.fromEntries(
            SITE_KINDS[kind].fields.map((field) => [field.id, fieldValue(records, record, field)]),
          ),
        ),
        from: records.day(record, 'from'),
        to: records.day(record, 'to'),
        provenance,
      },
    ];
  });
};
