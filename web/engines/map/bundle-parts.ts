import { fromPropertyTable } from '../../../domain/contracts/property-encoding.ts';
import type { SceneThing, SceneTileset } from '../county-view.ts';
import type { PickedFeature } from '../mine-view.ts';

/** A property table as loaders.gl leaves it in a glTF: columns of decoded values. */
interface PropertyTable {
  readonly count: number;
  readonly properties: Readonly<Record<string, { readonly data?: ArrayLike<unknown> }>>;
}

const tableOf = (gltf: unknown): PropertyTable | null => {
  const { extensions } = (gltf ?? {}) as {
    extensions?: { EXT_structural_metadata?: { propertyTables?: PropertyTable[] } };
  };
  return extensions?.EXT_structural_metadata?.propertyTables?.[0] ?? null;
};

/** The bodies a tile of a bundle holds, by the number its vertices carry; a tile without a table holds none that has a name. */
export const partsOfTile = (
  gltf: unknown,
  { layer, columns }: Pick<SceneTileset, 'layer' | 'columns'>,
): PickedFeature[] => {
  const table = tableOf(gltf);
  const idColumn = columns.find(({ role }) => role === 'id')?.id;
  if (!table || idColumn === undefined) return [];
  return Array.from({ length: table.count }, (_, row) => {
    const stored = (column: string): unknown => table.properties[column]?.data?.[row];
    return {
      layerId: layer,
      featureId: String(stored(idColumn) ?? row),
      properties: Object.fromEntries(
        columns.map(({ id, type }) => [id, fromPropertyTable(type, stored(id))]),
      ),
    };
  });
};

/** What a click on a body takes. @param mine whose bundle it is of */
export const thingOfPart = (
  { layerId, featureId, properties }: PickedFeature,
  { mine, columns }: Pick<SceneTileset, 'mine' | 'columns'>,
): SceneThing => {
  const titleColumn = columns.find(({ role }) => role === 'title')?.id;
  const title = titleColumn === undefined ? null : properties[titleColumn];
  return {
    pick: { kind: 'body', id: `${mine}/${layerId}/${featureId}` },
    name: String(title ?? featureId),
  };
};
