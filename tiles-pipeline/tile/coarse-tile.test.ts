import { expect, test } from 'vitest';
import type { ModelFeature } from '../model/layer-model.ts';
import { coarseTile } from './coarse-tile.ts';
import { compactor } from './compact.ts';
import { layerMesh } from './layer-mesh.ts';
import { layerOf, tube } from './model-fixtures.ts';
import { splitIntoTiles } from './quadtree.ts';

const LIMITS = { maxTriangles: 100, wideTriangles: 100, keepWhole: true };

/** A tube whose coarse mesh is one flat triangle along it. */
const withCoarse = ({ mesh, properties }: ModelFeature): ModelFeature => ({
  properties,
  mesh: {
    ...mesh,
    coarse: { positions: mesh.positions.slice(0, 9), indices: new Uint32Array([0, 1, 2]) },
  },
});

const rootOf = async (features: readonly ModelFeature[]) => {
  const mesh = await layerMesh(layerOf(features, 'keep'));
  const root = splitIntoTiles(mesh, LIMITS);
  const indices = await coarseTile(mesh, root, mesh.indices, compactor(mesh.positions.length / 3), {
    maxError: 1,
    eachFeature: true,
    isLocked: () => false,
  });
  const trianglesOf = (feature: number): number =>
    indices.filter((vertex) => mesh.feature[vertex] === feature).length / 3;
  return { mesh, trianglesOf };
};

test('a feature with a coarse mesh is drawn with it, one without is simplified, and none is lost', async () => {
  const tubes = Array.from({ length: 20 }, (_, i) => tube(`${i}`, [30 * i, 0, 0], 20, 1, {}, 4));
  const { mesh, trianglesOf } = await rootOf([...tubes.slice(0, 19).map(withCoarse), tubes[19]!]);
  for (let feature = 0; feature < 19; feature++) expect(trianglesOf(feature)).toBe(1);
  expect(trianglesOf(19)).toBeGreaterThan(1);
  expect(mesh.indices.length / 3).toBe(20 * (4 * 16 + 12));
});

test('parents of parents draw a coarse mesh once', async () => {
  const tubes = Array.from({ length: 20 }, (_, i) => withCoarse(tube(`${i}`, [30 * i, 0, 0], 20, 1)));
  const mesh = await layerMesh(layerOf(tubes, 'keep'));
  const root = splitIntoTiles(mesh, LIMITS);
  const compact = compactor(mesh.positions.length / 3);
  const options = { maxError: 1, eachFeature: true, isLocked: () => false };
  const once = await coarseTile(mesh, root, mesh.indices, compact, options);
  expect(await coarseTile(mesh, root, once, compact, options)).toEqual(once);
});
