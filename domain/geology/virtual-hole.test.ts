import { expect, test } from 'vitest';
import { metres } from '../units/quantities.ts';
import { bodiesOnLine } from './bodies-on-line.ts';
import type { GeologicalBody } from './geological-model.ts';
import { faultedModel, layeredModel } from './small-model.test-kit.ts';
import { virtualHole } from './virtual-hole.ts';
import { virtualHoleCsv } from './virtual-hole-csv.ts';

/** The survey's heights are 500 above ENU up. */
const frame = {
  enuToSurvey: (at: readonly number[]) =>
    ({ easting: metres(at[0]!), northing: metres(at[1]!), height: metres(at[2]! + 500) }) as never,
};

/** An upright box as 12 triangles. */
const box = (
  min: readonly number[],
  max: readonly number[],
  patch: Partial<GeologicalBody> = {},
): GeologicalBody => {
  const corner = (i: number) => [
    i & 1 ? max[0]! : min[0]!,
    i & 2 ? max[1]! : min[1]!,
    i & 4 ? max[2]! : min[2]!,
  ];
  const faces = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ];
  return {
    layerId: 'goafs',
    featureId: 'G1',
    kind: 'goaf',
    name: { zh: '采空区1', en: 'goaf 1' },
    colour: '#123456',
    provenance: 'measured',
    closed: true,
    mesh: {
      positions: Float64Array.from([0, 1, 2, 3, 4, 5, 6, 7].flatMap(corner)),
      indices: Uint32Array.from(faces.flatMap(([a, b, c, d]) => [a!, b!, c!, a!, c!, d!])),
    },
    ...patch,
  };
};

test('a hole meets the units of the model, each base with its doubt, down to its floor', () => {
  const hole = virtualHole(layeredModel(), [], frame, 205, 111)!;
  expect(hole.elevation).toBeCloseTo(620.5, 9);
  expect(
    hole.stretches.map(({ unit, from, to, baseKind }) => [
      unit!.id,
      +from.toFixed(6),
      +to.toFixed(6),
      baseKind,
    ]),
  ).toEqual([
    [expect.any(String), 0, 10, 'contact'],
    [expect.any(String), 10, 110.75, 'contact'],
    [expect.any(String), 110.75, 320.5, 'limit'],
  ]);
  expect(hole.stretches[0]!.deviation).toBeCloseTo(1, 9);
  expect(hole.stretches[1]!.deviation).toBeCloseTo(3.05, 9);
  expect(hole.stretches[2]!.deviation).toBeNull();
  expect(hole.stretches[1]!.baseElevation).toBeCloseTo(509.75, 9);
});

test('where the model says nothing the hole is unknown, and outside the model there is none', () => {
  const model = layeredModel((e) => (e > 400 ? Number.NaN : 0));
  const [, below] = virtualHole(model, [], frame, 500, 100)!.stretches;
  expect(below).toMatchObject({ unit: null, deviation: null, baseKind: 'limit' });
  expect(virtualHole(model, [], frame, -500, 100)).toBeNull();
});

test('bodies on the way are met where the line is inside them, however their faces are cut into triangles', () => {
  const goaf = box([190, 90, 0], [220, 130, 20]);
  expect(virtualHole(layeredModel(), [goaf], frame, 205, 110)!.bodies).toMatchObject([
    { featureId: 'G1', kind: 'goaf', from: 100.5, to: 120.5 },
  ]);
  // Through the diagonal of a face, where two triangles meet.
  expect(bodiesOnLine([goaf], 205, 110)).toHaveLength(1);
  expect(bodiesOnLine([goaf], 100, 110)).toEqual([]);
  expect(bodiesOnLine([{ ...goaf, closed: false }], 205, 110)).toEqual([]);
});

test('a fault on the way is named', () => {
  const through = [...Array(40)].flatMap(
    (_, i) => virtualHole(faultedModel(), [], frame, 300 + i * 5, 100)?.stretches ?? [],
  );
  expect(through.some(({ fault, baseKind }) => fault !== null && baseKind === 'fault')).toBe(true);
});

test('as a table it says what is unknown and is read by spreadsheets', () => {
  const model = layeredModel((e) => (e > 400 ? Number.NaN : 0));
  const csv = virtualHoleCsv(
    virtualHole(model, [box([490, 90, 0], [510, 110, 20])], frame, 500, 100)!,
    ['X 1, Y 2'],
    'zh',
  );
  expect(csv.startsWith('\uFEFF# X 1, Y 2\r\n类别,名称,')).toBe(true);
  const rows = csv
    .trim()
    .split('\r\n')
    .slice(2)
    .map((row) => row.split(','));
  expect(rows.map(([kind]) => kind)).toEqual(['地层', '未知', '采空区']);
  expect(rows[1]![6]).toBe('未知');
  expect(rows.every((row) => row.length === 8 && row.every((one) => one !== ''))).toBe(true);
});
