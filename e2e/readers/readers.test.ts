import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromPropertyTable } from '../../domain/contracts/property-encoding.ts';
import { writeBundle } from '../../tiles-pipeline/check/bundle-fixture.ts';
import type { LayerModel } from '../../tiles-pipeline/model/layer-model.ts';
import { fiftyTubes, ground, wideTubes } from '../../tiles-pipeline/tile/model-fixtures.ts';
import { openWithLoadersGl } from './loaders-gl.ts';
import { openWithThree } from './three.ts';

const READERS = [
  ['loaders.gl', openWithLoadersGl],
  ['three with 3d-tiles-renderer', openWithThree],
] as const;
const LAYERS: readonly (readonly [string, () => LayerModel])[] = [
  ['50 tubes', fiftyTubes],
  ['ground in levels', () => ground(260, 5)],
  ['tubes over 4 km', wideTubes],
];

describe.each(READERS)('%s', (_, open) => {
  test.each(LAYERS)('opens every tile and reads every property: %s', async (_name, make) => {
    const model = make();
    const folder = await writeBundle([model]);
    const tiles = await open(join(folder, model.id, 'tileset.json'));
    const byId = new Map<unknown, Record<string, unknown>>();
    for (const tile of tiles) {
      expect(tile.triangles).toBeGreaterThan(0);
      if (!tile.isLeaf) continue;
      for (const row of tile.features)
        byId.set(
          row.id,
          Object.fromEntries(model.properties.map(({ id, type }) => [id, fromPropertyTable(type, row[id])])),
        );
    }
    expect([...byId.values()]).toHaveLength(model.features.length);
    for (const { properties } of model.features) expect(byId.get(properties.id)).toEqual(properties);

    const leaves = tiles.filter(({ isLeaf }) => isLeaf);
    for (const axis of [0, 1, 2]) {
      const given = model.features.flatMap(({ mesh }) =>
        Array.from(mesh.positions.filter((_value, i) => i % 3 === axis)),
      );
      const least = given.reduce((a, b) => Math.min(a, b));
      const greatest = given.reduce((a, b) => Math.max(a, b));
      expect(Math.abs(Math.min(...leaves.map(({ extent }) => extent[axis]!)) - least)).toBeLessThan(0.005);
      expect(Math.abs(Math.max(...leaves.map(({ extent }) => extent[axis + 3]!)) - greatest)).toBeLessThan(
        0.005,
      );
    }
  });
});
