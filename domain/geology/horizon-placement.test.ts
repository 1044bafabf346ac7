import { expect, test } from 'vitest';
import { enu } from '../frame/coordinates.ts';
import { createMineFrame } from '../frame/mine-frame.ts';
import { createSurveySystem } from '../frame/survey-system.ts';
import { degrees, metres } from '../units/quantities.ts';
import { placeHorizon } from './horizon-placement.ts';

const frame = createMineFrame({
  survey: createSurveySystem({
    proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
    axes: 'x-north-y-east',
    units: 'metre',
  }),
  geoidSeparation: metres(0),
  origin: { longitude: degrees(118.3), latitude: degrees(36), ellipsoidHeight: metres(100) },
});
const grid = { east: metres(-2000), north: metres(-1500), cell: metres(50), columns: 81, rows: 61 };
const flat = new Float64Array(81 * 61).fill(-50);

test('the grid is turned by the convergence, and a flat horizon lies within a centimetre of its affine place', () => {
  const { affine, error } = placeHorizon(frame, grid, flat)!;
  const turned = (Math.atan2(affine[3], affine[0]) * 180) / Math.PI;
  const convergence = frame.enuToSurvey(enu(0, 0, 0));
  const north = frame.enuToSurvey(enu(0, 100, 0));
  const expected =
    (-Math.atan2(north.easting - convergence.easting, north.northing - convergence.northing) * 180) / Math.PI;
  expect(turned).toBeCloseTo(expected, 3);
  expect(Math.abs(turned)).toBeGreaterThan(0.5);
  expect(error).toBeLessThan(0.01);
  expect(error).toBeGreaterThan(0);
});

test('the error is the farthest node, told truly', () => {
  const steep = flat.map((_, k) => (k % 81) * 10);
  const { affine: m, error } = placeHorizon(frame, grid, steep)!;
  let worst = 0;
  for (let k = 0; k < steep.length; k++) {
    const [i, j] = [k % 81, Math.floor(k / 81)];
    const { easting, northing } = frame.enuToSurvey(enu(grid.east + i * 50, grid.north + j * 50, steep[k]!));
    const off = Math.hypot(m[0] * i + m[1] * j + m[2] - easting, m[3] * i + m[4] * j + m[5] - northing);
    worst = Math.max(worst, off);
  }
  expect(error).toBeGreaterThan(worst * 0.999);
  expect(error).toBeLessThan(worst * 1.001);
});

test('nothing known has no place; one node has one without slopes', () => {
  expect(
    placeHorizon(
      frame,
      grid,
      flat.map(() => Number.NaN),
    ),
  ).toBeNull();
  const one = flat.map((_, k) => (k === 5 ? 10 : Number.NaN));
  const { error } = placeHorizon(frame, grid, one)!;
  expect(error).toBeLessThan(1e-6);
});
