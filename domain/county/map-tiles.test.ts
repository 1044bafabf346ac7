import { expect, it } from 'vitest';
import { tilesAround, tilesOver } from './map-tiles.ts';

it('finds the tile a place lies in, as the scheme counts them', () => {
  // https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames: 139.7006793° E, 35.6590699° N at zoom 18
  const [longitude, latitude] = [139.7006793, 35.6590699];
  expect(tilesOver([longitude, latitude, longitude, latitude], 18)).toEqual([{ x: 232798, y: 103246 }]);
});

it('finds all tiles that bounds reach into, and none beyond the scheme', () => {
  expect(tilesOver([-1, -1, 1, 1], 1)).toEqual([
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
    { x: 1, y: 1 },
  ]);
  expect(tilesOver([-180, -90, 180, 90], 0)).toEqual([{ x: 0, y: 0 }]);
});

it('begins with the tile a place lies in, and reaches no farther than asked', () => {
  const [first] = tilesOver([117.2, 35.3, 117.2, 35.3], 13);
  const around = tilesAround([117.2, 35.3], 3000, 13);
  expect(around[0]).toEqual(first);
  // a tile of zoom 13 is 4 km wide here
  expect(around.length).toBeGreaterThanOrEqual(4);
  expect(around.length).toBeLessThanOrEqual(9);
  expect(tilesAround([117.2, 35.3], 1, 13)).toEqual([first]);
});
