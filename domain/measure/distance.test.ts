import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SurveyPoint } from '../frame/coordinates.ts';
import { metres } from '../units/quantities.ts';
import { surveyDistance, surveyPath } from './distance.ts';

const point = (easting: number, northing: number, height: number): SurveyPoint => ({
  easting: metres(easting),
  northing: metres(northing),
  height: metres(height),
});
const anyPoint = fc
  .tuple(
    fc.double({ min: -2000, max: 2000, noNaN: true }),
    fc.double({ min: -2000, max: 2000, noNaN: true }),
    fc.double({ min: -900, max: 300, noNaN: true }),
  )
  .map(([e, n, h]) => point(39_500_000 + e, 3_900_000 + n, h));

describe('a distance', () => {
  test('has its parts, and a bearing clockwise from grid north', () => {
    const { slope, horizontal, vertical, azimuth, inclination } = surveyDistance(
      point(39_500_000, 3_900_000, -100),
      point(39_500_030, 3_899_960, -112),
    );
    expect(horizontal).toBeCloseTo(50, 9);
    expect(vertical).toBeCloseTo(-12, 9);
    expect(slope).toBeCloseTo(Math.hypot(50, 12), 9);
    expect(azimuth).toBeCloseTo(143.1301, 4);
    expect(inclination).toBeCloseTo(-13.4957, 4);
  });

  test('straight up has no azimuth, and no length no inclination', () => {
    expect(surveyDistance(point(5, 5, 0), point(5, 5, 40))).toEqual({
      slope: 40,
      horizontal: 0,
      vertical: 40,
      azimuth: Number.NaN,
      inclination: 90,
    });
    expect(surveyDistance(point(5, 5, 0), point(5, 5, 0)).inclination).toBeNaN();
  });

  test('is the same there and back, and leads from one end to the other', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (a, b) => {
        const there = surveyDistance(a, b);
        const back = surveyDistance(b, a);
        expect(back.slope).toBeCloseTo(there.slope, 9);
        expect(back.vertical).toBeCloseTo(-there.vertical, 9);
        if (there.horizontal < 1e-6) return;
        expect(Math.cos(((back.azimuth - there.azimuth) * Math.PI) / 180)).toBeCloseTo(-1, 9);
        const turn = (there.azimuth * Math.PI) / 180;
        expect(a.easting + there.horizontal * Math.sin(turn)).toBeCloseTo(b.easting, 5);
        expect(a.northing + there.horizontal * Math.cos(turn)).toBeCloseTo(b.northing, 5);
      }),
    );
  });
});

describe('a path', () => {
  test('adds up its legs, up and down apart', () => {
    const path = surveyPath([point(0, 0, 0), point(30, 40, 10), point(30, 40, -20), point(30, 100, -20)]);
    expect(path.legs).toHaveLength(3);
    expect(path.horizontal).toBeCloseTo(110, 9);
    expect(path.slope).toBeCloseTo(Math.hypot(50, 10) + 30 + 60, 9);
    expect([path.vertical, path.climb, path.fall]).toEqual([-20, 10, 30]);
  });

  test('is never shorter than the straight line, and climbs what it falls and rises', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { minLength: 2, maxLength: 12 }), (points) => {
        const path = surveyPath(points);
        const straight = surveyDistance(points[0]!, points.at(-1)!);
        expect(path.slope).toBeGreaterThanOrEqual(straight.slope - 1e-6);
        expect(path.horizontal).toBeGreaterThanOrEqual(straight.horizontal - 1e-6);
        expect(path.climb - path.fall).toBeCloseTo(straight.vertical, 6);
      }),
    );
  });
});
