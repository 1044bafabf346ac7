import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import { attributeColumns } from './attributes.ts';
import { COMMON_COLUMN_IDS } from './layer-draft.ts';
import type { PropertyValue } from './layer-model.ts';
import type { PlacedSource } from './mine-context.ts';
import type { RecordSet, SurveyRecord } from './records.ts';
import { type Roles, resolveRoles } from './roles.ts';

/** A source's records with their roles and the attributes to keep. */
export interface ReadRecords {
  readonly placed: PlacedSource;
  readonly set: RecordSet;
  readonly roles: Roles;
  readonly attributes: (record: SurveyRecord) => Record<string, PropertyValue>;
}

/**
 * Resolves roles and attributes of every source of a layer. Sources of one layer share columns: an attribute of the
 * same id and type is one column, so two roadway files of one layer give one table.
 * @param prefix put before attribute ids, where rows of different tables meet in one layer
 */
export const readRecords = (
  sources: readonly { readonly placed: PlacedSource; readonly set: RecordSet }[],
  own: readonly CatalogProperty[],
  prefix = '',
): { readonly read: readonly ReadRecords[]; readonly columns: readonly CatalogProperty[] } => {
  const reserved = [...COMMON_COLUMN_IDS, ...own.map((column) => column.id)];
  const columns = new Map<string, CatalogProperty>();
  const read = sources.map(({ placed, set }): ReadRecords => {
    const roles = resolveRoles(set, placed.source, placed.log);
    const found = attributeColumns(
      { headers: set.headers, rows: set.records },
      placed.source,
      roles.used,
      prefix === '' ? reserved : [],
    );
    for (const attribute of found.missing)
      placed.log.error('column-missing', {
        value: [attribute.column].flat().join(' / '),
        params: { role: 'attributes', headers: set.headers.join(', ') },
      });
    const names = new Map<string, string>();
    for (const column of found.columns) {
      const id = `${prefix}${column.id}`;
      const known = columns.get(id);
      const place = known && known.type !== column.type ? `${id}_${columns.size}` : id;
      names.set(column.id, place);
      if (!columns.has(place)) columns.set(place, { ...column, id: place });
    }
    return {
      placed,
      set,
      roles,
      attributes: (record) =>
        Object.fromEntries(
          Object.entries(found.valuesOf(record.cells)).map(([id, value]) => [names.get(id)!, value]),
        ),
    };
  });
  return { read, columns: [...columns.values()] };
};
