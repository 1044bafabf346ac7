import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import type { LayerModel, ModelFeature, PropertyValue } from '../model/layer-model.ts';

/** Small layers made by formula for the tests of tile/ and check/. All ENU metres. */

const column = (
  id: string,
  type: CatalogProperty['type'],
  more: Partial<CatalogProperty> = {},
): CatalogProperty => ({
  id,
  name: { zh: `${id}列`, en: id },
  type,
  ...more,
});

const COLUMNS = [
  column('id', 'string', { role: 'id' }),
  column('note', 'string'),
  column('length', 'number', { unit: 'm' }),
  column('year', 'integer'),
  column('flooded', 'boolean'),
];

export const layerOf = (
  features: readonly ModelFeature[],
  detail: LayerModel['detail'],
  more: Partial<LayerModel> = {},
): LayerModel => ({
  id: 'test-layer',
  group: 'workings',
  kind: 'tube',
  name: { zh: '巷道', en: 'roadways' },
  provenance: 'synthetic',
  shownAtStart: true,
  properties: COLUMNS,
  legend: [],
  features,
  detail,
  ...more,
});

/** A straight closed tube along east from `start`, `sides` corners round. */
export const tube = (
  id: string,
  start: readonly [number, number, number],
  length: number,
  radius: number,
  properties: Readonly<Record<string, PropertyValue>> = {},
  pieces = 1,
): ModelFeature => {
  const sides = 8;
  const rings = pieces + 1;
  const positions = new Float64Array(3 * sides * rings);
  for (let ring = 0; ring < rings; ring++)
    for (let side = 0; side < sides; side++) {
      const angle = (2 * Math.PI * side) / sides;
      positions.set(
        [
          start[0] + (length * ring) / pieces,
          start[1] + radius * Math.cos(angle),
          start[2] + radius * Math.sin(angle),
        ],
        3 * (ring * sides + side),
      );
    }
  const indices: number[] = [];
  for (let ring = 0; ring < pieces; ring++)
    for (let side = 0; side < sides; side++) {
      const a = ring * sides + side;
      const b = ring * sides + ((side + 1) % sides);
      indices.push(a, b, b + sides, a, b + sides, a + sides);
    }
  for (let side = 1; side + 1 < sides; side++) {
    indices.push(0, side + 1, side);
    const last = (rings - 1) * sides;
    indices.push(last, last + side, last + side + 1);
  }
  return {
    mesh: { positions, indices: Uint32Array.from(indices), colour: [0.8, 0.4, 0.1, 1] },
    properties: { id, note: null, length, year: null, flooded: null, ...properties },
  };
};

/** 50 tubes of three metres' radius, 40 m apart. */
export const fiftyTubes = (): LayerModel =>
  layerOf(
    Array.from({ length: 50 }, (_, i) =>
      tube(`巷道-${i}`, [-600 + 12 * i, 40 * (i % 7) - 120, -300 - i], 90 + i, 3, {
        note: i % 3 === 0 ? null : `第${i}号 "运输" 巷`,
        year: i % 4 === 0 ? null : 1990 + i,
        flooded: i % 5 === 0 ? null : i % 2 === 0,
      }),
    ),
    'keep',
  );

/** Height of the test ground: hills of 30 m and furrows of 0.4 m. */
export const groundHeight = (east: number, north: number): number =>
  30 * Math.sin(east / 210) * Math.cos(north / 160) + 0.4 * Math.sin(east / 9 + north / 13);

/** A square ground of `posts` × `posts` points, `spacing` metres apart, its middle at the origin. */
export const ground = (posts: number, spacing: number): LayerModel => {
  const positions = new Float64Array(3 * posts * posts);
  const indices = new Uint32Array(6 * (posts - 1) * (posts - 1));
  for (let j = 0; j < posts; j++)
    for (let i = 0; i < posts; i++) {
      const [e, n] = [(i - (posts - 1) / 2) * spacing, (j - (posts - 1) / 2) * spacing];
      positions.set([e, n, groundHeight(e, n)], 3 * (j * posts + i));
    }
  let at = 0;
  for (let j = 0; j + 1 < posts; j++)
    for (let i = 0; i + 1 < posts; i++) {
      const a = j * posts + i;
      indices.set([a, a + 1, a + posts + 1, a, a + posts + 1, a + posts], at);
      at += 6;
    }
  const properties = { id: '地面', note: null, length: null, year: null, flooded: null };
  return layerOf([{ mesh: { positions, indices, colour: [0.5, 0.5, 0.4, 1] }, properties }], 'simplify', {
    id: 'ground',
    group: 'ground',
    kind: 'terrain',
    name: { zh: '地形', en: 'terrain' },
  });
};

/** Many thin tubes over 4 km, enough triangles to need several levels; one of them 3 km long. */
export const wideTubes = (): LayerModel => {
  const features: ModelFeature[] = [];
  for (let i = 0; i < 900; i++) {
    const [east, north] = [(i % 30) * 130 - 2000, Math.floor(i / 30) * 130 - 2000];
    features.push(tube(`B${i}`, [east, north, -200 - (i % 17)], 60, 0.5, { year: i }, 5));
  }
  features.push(tube('long', [-1500, 10, -400], 3000, 2, {}, 60));
  return layerOf(features, 'keep');
};
