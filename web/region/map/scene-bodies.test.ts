import { expect, test } from 'vitest';
import type { CountyFeature, RegisterMine } from '../../../domain/contracts/county.ts';
import { bodiesOfRight, bodiesOnDay, bodyOfFeature, sheetLevel } from './scene-bodies.ts';

const RING = [
  [117, 35],
  [117.01, 35],
  [117.01, 35.01],
  [117, 35],
] as [number, number][];
const goaf = (more: Partial<CountyFeature>): CountyFeature => ({
  id: 'g',
  mine: 'a',
  kind: 'goaf',
  name: { zh: 'g', en: 'g' },
  shape: { type: 'prism', rings: [RING], bottom: -120, top: -80 },
  method: 'drilling',
  plusMinus: null,
  holdsWater: null,
  waterLevel: null,
  conductive: null,
  partOf: null,
  from: null,
  to: null,
  ...more,
});
const look = { nameOf: () => 'a goaf', nameOfRight: () => 'a right', pick: null };
const mine = (id: string, more: object) =>
  ({ id, right: null, ground: null, ...more }) as unknown as RegisterMine;

test('what nobody went to look at is doubtful, and so is a fault without a dip', () => {
  expect(bodyOfFeature(goaf({}), look).doubtful).toBe(false);
  expect(bodyOfFeature(goaf({ method: null }), look).doubtful).toBe(true);
  const fault = { type: 'sheet', trace: RING, dip: null, dipDirection: null, top: 0, bottom: -50 } as const;
  expect(bodyOfFeature(goaf({ kind: 'fault', shape: { ...fault, trace: [...RING] } }), look).doubtful).toBe(
    true,
  );
});

test('a right without heights has no body', () => {
  const right = { rings: [RING], bottom: null, top: 100, validUntil: null };
  expect(bodiesOfRight(mine('a', { right }), look)).toEqual([]);
  const bodies = bodiesOfRight(mine('a', { right: { ...right, rings: [RING, RING], bottom: -300 } }), look);
  // two fields are two bodies: one is no hole of the other
  expect(bodies.map(({ shape }) => shape)).toMatchObject([{ bottom: -300 }, { bottom: -300 }]);
  expect(bodies[0]!.thing.pick).toEqual({ kind: 'mine', id: 'a' });
  const holed = { ...right, rings: [RING, RING], holes: [1], bottom: -300 };
  expect(bodiesOfRight(mine('a', { right: holed }), look).map(({ shape }) => shape)).toMatchObject([
    { rings: [RING, RING] },
  ]);
});

test('only what is there on the day, of mines the filter keeps, in layers that are on', () => {
  const features = [
    goaf({ id: 'old', to: '2020-01-01' }),
    goaf({ id: 'now' }),
    goaf({ id: 'other', mine: 'b' }),
  ];
  const of = (kept: ReadonlySet<string> | null, day: string | null) =>
    bodiesOnDay({ features, mines: [], kept, shown: () => true, look, day, today: '2026-11-30' }).map(
      ({ id }) => id,
    );
  expect(of(null, null)).toEqual(['now', 'other']);
  expect(of(new Set(['a']), '2019-01-01')).toEqual(['old', 'now']);
});

test('the sheet lies at the middle of the known ground, never at a made-up one', () => {
  const ground = (highest: number) => mine('m', { ground: { highest, plusMinus: null } });
  expect(sheetLevel([ground(104), ground(213), ground(188), mine('x', {})])).toBe(190);
  expect(sheetLevel([])).toBe(0);
});

test('a chosen thing is told apart, and rights of a chosen mining area are drawn whatever the layers are', () => {
  const chosen = { ...look, pick: { kind: 'feature', id: 'g' } as const };
  expect(bodyOfFeature(goaf({}), chosen)).toMatchObject({
    isPicked: true,
    thing: { pick: { kind: 'feature', id: 'g' }, name: 'a goaf' },
  });
  const right = { rings: [RING], bottom: -300, top: 100, validUntil: null };
  const bodies = bodiesOnDay({
    features: [],
    mines: [mine('a', { right }), mine('b', { right })],
    kept: null,
    shown: () => false,
    rightsOf: ['b'],
    look,
    day: null,
    today: '2026-11-30',
  });
  expect(bodies.map(({ id }) => id)).toEqual(['right:b:0']);
});
