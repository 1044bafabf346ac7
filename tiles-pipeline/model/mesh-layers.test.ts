import { expect, test } from 'vitest';
import type { MeshObject } from '../read/read-result.ts';
import { miningRightLayer } from './mining-right.ts';
import { collectPlaces } from './places.ts';
import {
  at,
  polygonOf,
  SAMPLE_ORIGIN,
  saidOf,
  sampleMine,
  sampleShapes,
  sampleSource,
  sampleTable,
} from './sample-mine.test-kit.ts';
import { meshLayer } from './solids.ts';
import { waterBodyLayer } from './water-bodies.ts';

const { easting: E, northing: N } = SAMPLE_ORIGIN;
/** A tetrahedron with legs of 30 m: 4 500 m³. */
const TETRAHEDRON: MeshObject = {
  name: 'ore-1',
  positions: Float64Array.from(
    [at([0, 0, 0]), at([30, 0, 0]), at([0, 30, 0]), at([0, 0, 30])].flat() as number[],
  ),
  indices: Uint32Array.from([0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3]),
};
const meshes = (object: MeshObject) => ({
  form: 'meshes' as const,
  meshes: { file: 'ore.obj', objects: [object], findings: [] },
  table: null,
});

test('a closed body has a volume', () => {
  const mine = sampleMine();
  const source = sampleSource(mine, 'solids', meshes(TETRAHEDRON), { group: 'ore' });
  const layer = meshLayer('solids-ore', [source], mine);
  expect(layer.group).toBe('ore');
  expect(layer.features[0]!.properties).toMatchObject({ id: 'ore-1', watertight: true });
  expect(layer.features[0]!.properties.volume as number).toBeCloseTo(4500 / 0.9996 ** 2, 0);
  expect(saidOf(mine)).toEqual([]);
});

test('an open body has none, and its edges are counted', () => {
  const mine = sampleMine();
  const open = { ...TETRAHEDRON, indices: TETRAHEDRON.indices.slice(0, 9) };
  const layer = meshLayer('solids-ore', [sampleSource(mine, 'solids', meshes(open), { group: 'ore' })], mine);
  expect(layer.features[0]!.properties).toMatchObject({ volume: null, watertight: false, openEdges: 3 });
  expect(mine.findings[0]).toMatchObject({ code: 'mesh-open', feature: 'ore-1', params: { open: 3 } });
});

test('a pond lies at its level and a depth makes it a body', () => {
  const mine = sampleMine();
  const shape = polygonOf([0, 0, 7], [100, 0, 3], [100, 50, 5], [0, 50, 5]);
  const content = sampleShapes(['id', 'level', 'depth'], { cells: ['W1', 12, 2], geometry: shape });
  const layer = waterBodyLayer('water-bodies', [sampleSource(mine, 'water-bodies', content)], mine);
  const { properties, mesh } = layer.features[0]!;
  expect(properties).toMatchObject({ level: 12, depth: 2, watertight: true });
  expect(properties.volume as number).toBeCloseTo((5000 / 0.9996 ** 2) * 2, 0);
  expect(Math.max(...mesh.positions.filter((_, i) => i % 3 === 2))).toBeCloseTo(12, 2);
  expect(Math.min(...mesh.positions.filter((_, i) => i % 3 === 2))).toBeCloseTo(10, 2);
});

test('a mining right stands between its elevations; without them it is rejected', () => {
  const mine = sampleMine();
  const shape = polygonOf([0, 0, null], [100, 0, null], [100, 50, null]);
  const content = sampleShapes(
    ['id', 'upper', 'lower'],
    { cells: ['C1', 100, -300], geometry: shape },
    { cells: ['C2', null, -300], geometry: shape },
  );
  const layer = miningRightLayer('mining-right', [sampleSource(mine, 'mining-right', content)], mine);
  expect(layer.features.map(({ properties }) => properties.id)).toEqual(['C1']);
  const ups = layer.features[0]!.mesh.positions.filter((_, i) => i % 3 === 2);
  expect(Math.max(...ups)).toBeCloseTo(100.75, 1);
  expect(Math.min(...ups)).toBeCloseTo(-300.75, 1);
  expect(saidOf(mine)).toEqual(['reject right-elevations-invalid']);
});

test('places are WGS 84 with their place in the frame beside it', () => {
  const mine = sampleMine();
  const content = sampleTable(
    ['id', 'name', 'type', 'x', 'y', 'z', 'phone'],
    ['K1', '水泵房', 'pump', E, N, 25, '119'],
  );
  const places = collectPlaces([sampleSource(mine, 'places', content)], mine)!;
  const [place] = places.features;
  expect(place!.geometry.coordinates[0]).toBeCloseTo(117, 9);
  expect(place!.properties).toMatchObject({
    id: 'K1',
    name: '水泵房',
    elevation: 25,
    attributes: { phone: 119 },
  });
  expect(place!.properties.enu[2]).toBeCloseTo(25, 6);
});
