import { expect, it } from 'vitest';
import type { CatalogProperty } from '../../../domain/contracts/catalog.ts';
import { NO_DATA } from '../../../domain/contracts/property-encoding.ts';
import { partsOfTile, thingOfPart } from './bundle-parts.ts';

const column = (id: string, type: CatalogProperty['type'], role?: 'id' | 'title'): CatalogProperty => ({
  ...{ id, type, name: { zh: id, en: id } },
  ...(role && { role }),
});
const COLUMNS = [
  column('id', 'string', 'id'),
  column('title', 'string', 'title'),
  column('volume', 'number'),
];
const gltf = {
  extensions: {
    EXT_structural_metadata: {
      propertyTables: [
        {
          count: 2,
          properties: {
            id: { data: ['G1', 'G2'] },
            title: { data: ['东翼采空区', ''] },
            volume: { data: new Float64Array([4200, NO_DATA.float64]) },
          },
        },
      ],
    },
  },
};

it('tells the bodies of a tile in the order their vertices number them; what is not known is null', () => {
  expect(partsOfTile(gltf, { layer: 'goafs', columns: COLUMNS })).toEqual([
    { layerId: 'goafs', featureId: 'G1', properties: { id: 'G1', title: '东翼采空区', volume: 4200 } },
    { layerId: 'goafs', featureId: 'G2', properties: { id: 'G2', title: null, volume: null } },
  ]);
});

it('tells none where a tile has no table or the layer no column of ids', () => {
  expect(partsOfTile({}, { layer: 'goafs', columns: COLUMNS })).toEqual([]);
  expect(partsOfTile(undefined, { layer: 'goafs', columns: COLUMNS })).toEqual([]);
  expect(partsOfTile(gltf, { layer: 'goafs', columns: COLUMNS.slice(1) })).toEqual([]);
});

it('a click takes the body, called by its title, else by its id', () => {
  const [first, second] = partsOfTile(gltf, { layer: 'goafs', columns: COLUMNS });
  const of = { mine: 'qingshi-iron', columns: COLUMNS };
  expect(thingOfPart(first!, of)).toEqual({
    ...{ pick: { kind: 'body', id: 'qingshi-iron/goafs/G1' }, name: '东翼采空区' },
  });
  expect(thingOfPart(second!, of).name).toBe('G2');
});
