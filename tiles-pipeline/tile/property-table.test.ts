import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeGlb } from '../check/decoded-glb.ts';
import { readPropertyRows } from '../check/property-rows.ts';
import type { ModelFeature } from '../model/layer-model.ts';
import { compactor } from './compact.ts';
import { writeTile } from './glb-writer.ts';
import { layerMesh } from './layer-mesh.ts';
import { layerOf, tube } from './model-fixtures.ts';
import { layerSchema } from './property-table.ts';

const known = {
  note: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })),
  length: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e299, max: 1e299 })),
  year: fc.option(fc.oneof(fc.integer({ min: -2147483647 }), fc.maxSafeInteger())),
  flooded: fc.option(fc.boolean()),
};

test('whatever the survey says, or does not say, comes back from the tile', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record(known), { minLength: 1, maxLength: 12 }), async (rows) => {
      const features: ModelFeature[] = rows.map((row, i) => tube(`${i}`, [10 * i, 0, 0], 5, 1, row));
      const model = layerOf(features, 'keep');
      const mesh = await layerMesh(model);
      const { glb } = await writeTile({
        name: 'test',
        mesh,
        tile: compactor(mesh.positions.length / 3)(mesh.indices),
        features,
        schema: layerSchema(model),
        translucent: false,
        generator: 'test',
      });
      const problems: string[] = [];
      const table = readPropertyRows(await decodeGlb(glb), model.properties, (_, what) =>
        problems.push(what),
      );
      expect(problems).toEqual([]);
      const read = features.map((_, row) =>
        Object.fromEntries([...table!.columns].map(([id, values]) => [id, values[row]])),
      );
      expect(read).toEqual(features.map(({ properties }) => properties));
    }),
    { numRuns: 60 },
  );
});
