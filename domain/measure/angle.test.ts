import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SurveyPoint } from '../frame/coordinates.ts';
import { metres } from '../units/quantities.ts';
import { surveyAngle } from './angle.ts';

const point = (e: number, n: number, h: number): SurveyPoint => ({
  easting: metres(39_500_000 + e),
  northing: metres(3_900_000 + n),
  height: metres(h),
});
const anyPoint = fc
  .tuple(
    fc.integer({ min: -500, max: 500 }),
    fc.integer({ min: -500, max: 500 }),
    fc.integer({ min: -500, max: 500 }),
  )
  .map(([e, n, h]) => point(e, n, h));

describe('an angle', () => {
  test('in plan is turned clockwise, in space never over 180°', () => {
    const left = surveyAngle([point(0, 10, 0), point(0, 0, 0), point(-10, 0, 0)])!;
    expect(left.space).toBeCloseTo(90, 9);
    expect(left.plan).toBeCloseTo(270, 9);
  });

  test('with an upright leg has none in plan, and without a leg is none', () => {
    const up = surveyAngle([point(0, 0, 10), point(0, 0, 0), point(10, 0, 0)])!;
    expect(up.space).toBeCloseTo(90, 9);
    expect(up.plan).toBeNaN();
    expect(surveyAngle([point(0, 0, 0), point(0, 0, 0), point(1, 0, 0)])).toBeNull();
  });

  test('of a triangle adds up to 180° in space', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, anyPoint, (a, b, c) => {
        const angles = [surveyAngle([a, b, c]), surveyAngle([b, c, a]), surveyAngle([c, a, b])];
        if (angles.some((angle) => angle === null)) return;
        expect(angles.reduce((sum, angle) => sum + angle!.space, 0)).toBeCloseTo(180, 6);
      }),
    );
  });
});
