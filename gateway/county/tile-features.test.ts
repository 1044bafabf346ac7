import { VectorTile } from '@mapbox/vector-tile';
import Pbf from 'pbf';
import { expect, test } from 'vitest';
import type { CountyFeature } from '../../domain/contracts/county.ts';
import type { CountyScope } from './county-scope.ts';
import { geometryOfShape, registerLayers } from './tile-features.ts';
import { createVectorTiles } from './vector-tiles.ts';

/** A register of nothing. */
const NOTHING = { mines: [], features: [], sites: [] };

type Line = [number, number, number][];
const lineOf = (kind: CountyFeature['kind'], line: Line) =>
  ({
    ...{ id: kind, mine: 'm', kind, name: { zh: 'x', en: 'x' }, shape: { type: 'line', line, radius: 2 } },
    ...{ method: 'survey', plusMinus: 1, from: null, to: null, holdsWater: null, waterLevel: null },
    ...{ conductive: null, partOf: null },
  }) as unknown as CountyFeature;
const UPRIGHT: Line = [
  [117.01, 35, 100],
  [117.01, 35, -50],
];
/** 18 m in plan: nothing that tiles keep from far off. */
const STEEP: Line = [
  [117.01, 35, -50],
  [117.0102, 35, 100],
];
const typesAt = (zoom: number, features: readonly CountyFeature[]): number[] => {
  const scope = { ...NOTHING, features } as unknown as CountyScope;
  const n = 2 ** zoom;
  const y = Math.floor((n * (1 - Math.asinh(Math.tan((35 * Math.PI) / 180)) / Math.PI)) / 2);
  const bytes = createVectorTiles(registerLayers(scope, null, '2026-11-30')).tile(
    zoom,
    Math.floor((n * (117.01 + 180)) / 360),
    y,
  );
  const layer = new VectorTile(new Pbf(bytes)).layers['features'];
  return layer ? Array.from({ length: layer.length }, (_, i) => layer.feature(i).type) : [];
};

test('what stands upright is in the tiles of every zoom, as a point', () => {
  for (const zoom of [9, 10, 12, 14])
    expect(typesAt(zoom, [lineOf('closed-shaft', UPRIGHT), lineOf('working', UPRIGHT)])).toEqual([1, 1]);
});

test('a steep closed shaft has its sign from far off, and its line near by', () => {
  expect(typesAt(9, [lineOf('closed-shaft', STEEP)])).toEqual([1]);
  expect(typesAt(14, [lineOf('closed-shaft', STEEP)]).toSorted()).toEqual([1, 2]);
});

test('the point of an upright line is its upper end', () => {
  const shape = {
    type: 'line',
    line: [
      [117, 35, -50],
      [117.000001, 35, 100],
    ],
    radius: 2,
  } as const;
  expect(geometryOfShape(shape as unknown as CountyFeature['shape'])).toEqual({
    type: 'Point',
    coordinates: [117.000001, 35],
  });
});

test('a second parcel of a right is land, and a hole of one is none', () => {
  const square = (x: number, half: number) =>
    [-1, 1, 1, -1, -1].map((side, i) => [x + side * half, 35 + (i < 2 || i > 3 ? -half : half)]);
  const polygonsOf = (right: object): number[] => {
    const mine = { id: 'm', name: { zh: 'x', en: 'x' }, at: [117, 35], type: 'open-pit', history: [] };
    const nothing = { state: 'unknown', grade: null, risk: null, warning: null, town: null, owner: null };
    const more = { ...nothing, bundle: false, provenance: 'synthetic' };
    const whole = { ...mine, ...more, right: { bottom: null, top: null, validUntil: null, ...right } };
    const scope = { ...NOTHING, mines: [whole] } as unknown as CountyScope;
    const tiles = createVectorTiles(registerLayers(scope, null, '2026-11-30'));
    const bytes = tiles.tile(8, 211, 101);
    const { geometry } = new VectorTile(new Pbf(bytes)).layers['rights']!.feature(0).toGeoJSON(211, 101, 8);
    if (geometry.type === 'Polygon') return [geometry.coordinates.length];
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.map((polygon) => polygon.length) : [];
  };
  const [outer, inner, other] = [square(117.1, 0.06), square(117.1, 0.02), square(117.4, 0.06)];
  expect(polygonsOf({ rings: [outer, other] })).toEqual([1, 1]);
  expect(polygonsOf({ rings: [outer, inner, other], holes: [1] })).toEqual([2, 1]);
});

test('of the signs of a tile the worst is last, for what is last is drawn above', () => {
  const mine = (id: string, is: object) => ({
    ...{ id, name: { zh: id, en: id }, at: [117, 35], type: 'open-pit', history: [], right: null },
    ...{ state: 'unknown', grade: null, risk: null, warning: null, ...is },
  });
  const mines = [
    mine('warned', { warning: 'blue', grade: 'A' }),
    mine('bad', { risk: 'major', grade: 'D' }),
    mine('good', { risk: 'low', grade: 'A' }),
    mine('unknown', {}),
  ];
  const { mines: signs } = registerLayers(
    { ...NOTHING, mines } as unknown as CountyScope,
    null,
    '2026-11-30',
  );
  expect(signs!.features.map(({ properties }) => [properties!['id'], properties!['severity']])).toEqual([
    ['good', 1],
    ['unknown', 2],
    ['bad', 8],
    ['warned', 10],
  ]);
});
