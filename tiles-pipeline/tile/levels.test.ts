import { expect, test } from 'vitest';
import { compactor } from './compact.ts';
import { layerMesh } from './layer-mesh.ts';
import { measuredError } from './measured-error.ts';
import { ground, layerOf, tube, wideTubes } from './model-fixtures.ts';
import { leavesOf, splitIntoTiles } from './quadtree.ts';
import { sharedBorders } from './shared-borders.ts';
import { simplifyTile } from './simplify.ts';

const LIMITS = { maxTriangles: 2_000, wideTriangles: 1_000, keepWhole: false };

test('the quadtree loses and doubles no triangle, and no leaf is over the limit', async () => {
  const mesh = await layerMesh(ground(101, 10));
  const leaves = leavesOf(splitIntoTiles(mesh, LIMITS));
  expect(leaves.length).toBeGreaterThan(4);
  const key = (list: Uint32Array, i: number) => `${list[i]} ${list[i + 1]} ${list[i + 2]}`;
  const all = new Set<string>();
  for (const { leafIndices } of leaves) {
    expect(leafIndices.length / 3).toBeLessThanOrEqual(LIMITS.maxTriangles);
    for (let i = 0; i < leafIndices.length; i += 3) all.add(key(leafIndices, i));
  }
  expect(all.size).toBe(mesh.indices.length / 3);
});

test('small features stay in one leaf, one longer than a cell is spread', async () => {
  const mesh = await layerMesh(wideTubes());
  const leaves = leavesOf(splitIntoTiles(mesh, { ...LIMITS, maxTriangles: 12_000, keepWhole: true }));
  const homes = new Map<number, Set<string>>();
  for (const leaf of leaves)
    for (const vertex of leaf.leafIndices) {
      const feature = mesh.feature[vertex]!;
      homes.set(feature, (homes.get(feature) ?? new Set()).add(leaf.name));
    }
  expect(homes.size).toBe(901);
  for (let feature = 0; feature < 900; feature++) expect(homes.get(feature)!.size).toBe(1);
  expect(homes.get(900)!.size).toBeGreaterThan(1);
});

test('a crowd in one corner does not make a chain of tiles that repeat it', async () => {
  const crowd = Array.from({ length: 300 }, (_, i) =>
    tube(`c${i}`, [2 * (i % 20), 2 * Math.floor(i / 20), 0], 1, 0.4),
  );
  const far = [tube('far', [30_000, 30_000, 0], 1, 0.4)];
  const mesh = await layerMesh(layerOf([...crowd, ...far], 'keep'));
  const root = splitIntoTiles(mesh, { maxTriangles: 4_000, wideTriangles: 4_000, keepWhole: true });
  expect(leavesOf(root).reduce((sum, leaf) => sum + leaf.leafIndices.length, 0)).toBe(mesh.indices.length);
  expect(Math.max(...leavesOf(root).map(({ level }) => level))).toBe(1);
  for (const leaf of leavesOf(root)) expect(leaf.parent).toBe(root);
});

test('simplified neighbours meet in every vertex of their common border', async () => {
  const mesh = await layerMesh(ground(121, 10));
  const root = splitIntoTiles(mesh, LIMITS);
  const isBorder = sharedBorders(mesh, root);
  const compact = compactor(mesh.positions.length / 3);
  const leaves = leavesOf(root);
  const coarse = new Map<string, Set<number>>();
  for (const leaf of leaves) {
    const indices = await simplifyTile(mesh, compact(leaf.leafIndices), {
      triangles: Math.ceil(leaf.leafIndices.length / 12),
      maxError: 50,
      eachFeature: false,
      isLocked: isBorder(leaf),
    });
    expect(indices.length).toBeLessThan(leaf.leafIndices.length / 2);
    coarse.set(leaf.name, new Set(indices));
  }
  let common = 0;
  for (const a of leaves)
    for (const b of leaves) {
      if (a.name >= b.name) continue;
      const inB = new Set(b.leafIndices);
      for (const vertex of new Set(a.leafIndices)) {
        if (!inB.has(vertex)) continue;
        common++;
        expect(coarse.get(a.name)!.has(vertex) && coarse.get(b.name)!.has(vertex)).toBe(true);
      }
    }
  expect(common).toBeGreaterThan(100);
});

test('no feature vanishes however hard a tile is simplified', async () => {
  const model = layerOf(
    Array.from({ length: 40 }, (_, i) => tube(`${i}`, [10 * i, 0, 0], 2, 0.1)),
    'keep',
  );
  const mesh = await layerMesh(model);
  const compact = compactor(mesh.positions.length / 3);
  const indices = await simplifyTile(mesh, compact(mesh.indices), {
    triangles: 1,
    maxError: 1000,
    eachFeature: false,
    isLocked: () => false,
  });
  expect(new Set(Array.from(indices, (vertex) => mesh.feature[vertex])).size).toBe(40);
});

test('touching thin tubes get fewer triangles without being shortened', async () => {
  const model = layerOf(
    Array.from({ length: 60 }, (_, i) => tube(`${i}`, [40 * i, 0, 0], 40, 0.5)),
    'keep',
  );
  const mesh = await layerMesh(model);
  const compact = compactor(mesh.positions.length / 3);
  const indices = await simplifyTile(mesh, compact(mesh.indices), {
    triangles: Math.ceil(mesh.indices.length / 12),
    maxError: 1,
    eachFeature: true,
    isLocked: () => false,
  });
  expect(indices.length).toBeLessThan(mesh.indices.length / 2);
  for (let feature = 0; feature < 60; feature++) {
    const own = (list: Uint32Array) => list.filter((vertex) => mesh.feature[vertex] === feature);
    expect(measuredError(mesh, [own(mesh.indices)], own(indices))).toBeLessThanOrEqual(1);
  }
});

test('the measured error is the height of the hill that was left out', async () => {
  const positions = new Float64Array([0, 0, 0, 10, 0, 0, 10, 10, 0, 0, 10, 0, 5, 5, 3]);
  const indices = new Uint32Array([0, 1, 4, 1, 2, 4, 2, 3, 4, 3, 0, 4]);
  const properties = { id: 'a', note: null, length: null, year: null, flooded: null };
  const normals = new Float32Array(15).fill(0).map((_, i) => (i % 3 === 2 ? 1 : 0));
  const mesh = await layerMesh(
    layerOf([{ mesh: { positions, indices, normals, colour: [1, 1, 1, 1] }, properties }], 'simplify'),
  );
  const corner = (e: number, n: number) =>
    Array.from({ length: 5 }, (_, v) => v).find(
      (v) => mesh.positions[3 * v] === e * 128 && mesh.positions[3 * v + 1] === n * 128,
    )!;
  const [a, b, c, d] = [corner(0, 0), corner(10, 0), corner(10, 10), corner(0, 10)];
  const flat = new Uint32Array([a, b, c, a, c, d]);
  expect(measuredError(mesh, [mesh.indices], flat)).toBeCloseTo(3, 12);
  expect(measuredError(mesh, [mesh.indices], mesh.indices)).toBe(0);
});
