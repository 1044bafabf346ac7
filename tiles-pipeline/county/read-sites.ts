import type { CountySite } from '../../domain/contracts/county.ts';
import type { CountySourceOf } from '../../domain/contracts/county-manifest.ts';
import type { Provenance } from '../../domain/contracts/layers.ts';
import { SITE_KINDS, type SiteField } from '../../domain/contracts/site-kinds.ts';
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

const fieldValue = (records: CountyRecords, record: Record1, field: SiteField): Value => {
  switch (field.type) {
    case 'number':
      return records.number(record, field.id);
    case 'integer': {
      const value = records.number(record, field.id);
      return value === null ? null : Math.round(value);
    }
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
      records.log.warn('county-mine-unknown', { row: record.row, value: written });
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
        fields: Object.fromEntries(
          SITE_KINDS[kind].fields.map((field) => [field.id, fieldValue(records, record, field)]),
        ),
        from: records.day(record, 'from'),
        to: records.day(record, 'to'),
        provenance,
      },
    ];
  });
};
