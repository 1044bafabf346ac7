import { expect, test } from 'vitest';
import type { MineGround } from '../contracts/mine-ground.ts';
import { gaussKruegerOf } from '../frame/gauss-krueger.ts';
import { createSurveySystem } from '../frame/survey-system.ts';
import { cornersOf, cornersOfExtremes, extremesOf, placesFromMine } from './far-place.ts';

type At = [number, number];
/** About 730 m wide and 890 m high about [117.1, 36.2]: 1.15 km from corner to corner. */
const RIGHT: At[] = [
  [117.096, 36.196],
  [117.104, 36.196],
  [117.104, 36.204],
  [117.096, 36.204],
  [117.096, 36.196],
];
const CM_39 = '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';
const ground = (more: Partial<MineGround> = {}): MineGround => ({
  ...{ mine: 'tiny', at: [117.1, 36.2], outlines: [[RIGHT]], within: null },
  ...{ county: [116.9, 36, 117.3, 36.4], grids: [CM_39] },
  ...more,
});
const judge = (at: At | At[], more: Partial<MineGround> = {}) =>
  placesFromMine(ground(more))((Array.isArray(at[0]) ? at : [at]) as At[]);

test('what lies in the right, or no farther from it than the mine is long, is near', () => {
  expect(judge([117.1, 36.2])).toEqual({ kind: 'near' });
  expect(judge([117.113, 36.2])).toEqual({ kind: 'near' });
});

test('farther than the mine is long it is far, and by how much is told', () => {
  const far = judge([117.124, 36.2]);
  expect(far).toMatchObject({ kind: 'far', bound: { by: 'mine-length' }, swapped: false });
  // 0.02° of longitude at 36.2° north.
  expect(far.kind === 'far' && far.metres).toBeCloseTo(1795, -1);
  expect(far.kind === 'far' && far.bound?.metres).toBeCloseTo(1144, -1);
});

test('the gulf of Guinea is far', () => {
  const far = judge([0, 0]);
  expect(far.kind === 'far' && Math.round(far.metres / 1e5)).toBe(124);
});

test('one corner of many is enough', () => {
  expect(
    judge([
      [117.1, 36.2],
      [117.1, 0],
      [117.101, 36.2],
    ]).kind,
  ).toBe('far');
});

test('what the county says counts before the length of the mine, either way', () => {
  expect(judge([117.124, 36.2], { within: 5000 })).toEqual({ kind: 'near' });
  expect(judge([117.113, 36.2], { within: 500 })).toMatchObject({
    kind: 'far',
    bound: { by: 'county-setting', metres: 500 },
  });
  // A hole of the right is no part of it, but within the length of the mine nobody asks.
  const hole: At[] = [
    [117.098, 36.198],
    [117.102, 36.198],
    [117.102, 36.202],
    [117.098, 36.202],
    [117.098, 36.198],
  ];
  expect(judge([117.1, 36.2], { outlines: [[RIGHT, hole]], within: 50 }).kind).toBe('far');
  expect(judge([117.1, 36.2], { outlines: [[RIGHT, hole]] }).kind).toBe('near');
});

test('of a mine that is known by a point only, places outside its county are far and others cannot be told', () => {
  expect(judge([117.2, 36.3], { outlines: [] })).toEqual({ kind: 'unknown' });
  expect(judge([0, 0], { outlines: [] })).toMatchObject({ kind: 'far', bound: null });
  expect(judge([117.2, 36.3], { outlines: [], within: 20_000 })).toEqual({ kind: 'near' });
  expect(judge([0, 0], { outlines: [], at: null, county: null })).toEqual({ kind: 'unknown' });
});

test.each([
  ['without a zone’s number', CM_39],
  ['with one', gaussKruegerOf(117.1).proj],
])('X and Y of the grid that changed places are known again, %s', (_, proj) => {
  const system = createSurveySystem({ proj, axes: 'x-east-y-north', units: 'metre' });
  const { northing, easting } = system.fromGeographic(117.1, 36.2, 0);
  const { longitude, latitude } = system.toGeographic(system.fromFile(northing, easting, 0));
  const far = judge([longitude, latitude], { grids: [proj] });
  // With a zone's number it is no place on earth: the form says so where it is typed.
  if (Number.isFinite(longitude)) expect(far).toMatchObject({ kind: 'far', swapped: true });
});

test('latitude before longitude is known again where both could be a latitude', () => {
  const west = (ring: At[]): At[] => ring.map(([x, y]) => [x - 40, y]);
  const more = { outlines: [[west(RIGHT)]], county: null };
  expect(judge([36.2, 77.1], more)).toMatchObject({ kind: 'far', swapped: true });
});

test('a list keeps the corners farthest out', () => {
  const corners = cornersOf({ kind: 'polygon', rings: [RIGHT] });
  const kept = cornersOfExtremes(extremesOf(corners));
  expect(kept).toEqual([RIGHT[0], RIGHT[1], RIGHT[2]]);
  expect(extremesOf(cornersOf({ kind: 'feature', layer: 'a', feature: 'b' }))).toEqual([]);
});
