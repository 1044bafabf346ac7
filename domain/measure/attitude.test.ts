import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SurveyPoint } from '../frame/coordinates.ts';
import { metres } from '../units/quantities.ts';
import { attitudeOf } from './attitude.ts';

const point = (e: number, n: number, h: number): SurveyPoint => ({
  easting: metres(39_500_000 + e),
  northing: metres(3_900_000 + n),
  height: metres(h),
});
const radians = (value: number): number => (value * Math.PI) / 180;

describe('dip and strike from three points', () => {
  test('of a bed that falls 30° to the east', () => {
    const fall = Math.tan(radians(30));
    const attitude = attitudeOf([point(0, 0, 0), point(100, 0, -100 * fall), point(0, 80, 0)])!;
    expect(attitude.dip).toBeCloseTo(30, 6);
    expect(attitude.dipDirection).toBeCloseTo(90, 6);
    expect(attitude.strike).toBeCloseTo(0, 6);
  });

  test('of a level bed there is no direction, and of a wall it is at a right angle to it', () => {
    const level = attitudeOf([point(0, 0, 5), point(10, 0, 5), point(0, 10, 5)])!;
    expect(level.dip).toBe(0);
    expect([level.dipDirection, level.strike]).toEqual([Number.NaN, Number.NaN]);
    const wall = attitudeOf([point(0, 0, 0), point(0, 50, 0), point(0, 0, 50)])!;
    expect(wall.dip).toBeCloseTo(90, 9);
    expect(wall.strike % 180).toBeCloseTo(0, 6);
  });

  test('points on a line or in one place have no plane', () => {
    expect(attitudeOf([point(0, 0, 0), point(10, 10, 10), point(30, 30, 30)])).toBeNull();
    expect(attitudeOf([point(0, 0, 0), point(0, 0, 0), point(30, 30, 30)])).toBeNull();
  });

  test('any three points of any plane give that plane', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 89, noNaN: true }),
        fc.double({ min: 0, max: 359.9, noNaN: true }),
        fc.array(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })), {
          minLength: 3,
          maxLength: 3,
        }),
        (dip, direction, places) => {
          const [de, dn] = [Math.sin(radians(direction)), Math.cos(radians(direction))];
          const on = places.map(([e, n]) => point(e, n, -(e * de + n * dn) * Math.tan(radians(dip))));
          const attitude = attitudeOf(on as [SurveyPoint, SurveyPoint, SurveyPoint]);
          if (!attitude || attitude.spread < 1) return;
          expect(attitude.dip).toBeCloseTo(dip, 3);
          expect(Math.cos(radians(attitude.dipDirection - direction))).toBeCloseTo(1, 5);
          expect(Math.cos(radians(attitude.dipDirection - attitude.strike - 90))).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
