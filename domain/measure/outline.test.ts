import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SurveyPoint } from '../frame/coordinates.ts';
import { metres } from '../units/quantities.ts';
import { crossesItself, surveyOutline } from './outline.ts';

const EAST = 39_512_345;
const NORTH = 3_912_345;
const point = ([e, n, h]: readonly [number, number, number]): SurveyPoint => ({
  easting: metres(EAST + e),
  northing: metres(NORTH + n),
  height: metres(h),
});

/** Corners on a circle, in order: never crossing. */
const roundRing = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 3, maxLength: 9 }),
    fc.double({ min: 5, max: 800, noNaN: true }),
  )
  .map(([angles, radius]) =>
    angles
      .sort((a, b) => a - b)
      .map((angle): readonly [number, number] => [
        radius * Math.cos((angle * Math.PI) / 180),
        radius * Math.sin((angle * Math.PI) / 180),
      ]),
  );

describe('an outline', () => {
  test('of a slope has its area in plan and on the slope', () => {
    // 40 m × 30 m in plan, rising 30 m over the 40: 50 m × 30 m on the slope.
    const outline = surveyOutline(
      (
        [
          [0, 0, 0],
          [40, 0, 30],
          [40, 30, 30],
          [0, 30, 0],
        ] as const
      ).map(point),
    );
    expect(outline.plan).toBeCloseTo(1200, 6);
    expect(outline.facing).toBeCloseTo(1500, 6);
    expect(outline.perimeter).toBeCloseTo(160, 6);
    expect(outline.planPerimeter).toBeCloseTo(140, 6);
    expect(outline.offPlane).toBeCloseTo(0, 6);
    expect(outline.crosses).toBe(false);
  });

  test('that is no plane says by how much', () => {
    const { offPlane } = surveyOutline(
      (
        [
          [0, 0, 0],
          [10, 0, 4],
          [10, 10, 0],
          [0, 10, 4],
        ] as const
      ).map(point),
    );
    expect(offPlane).toBeGreaterThan(1.5);
  });

  test('does not depend on where it begins or which way it runs, and a plane keeps cos of its dip', () => {
    fc.assert(
      fc.property(
        roundRing,
        fc.double({ min: 0, max: 80, noNaN: true }),
        fc.integer({ min: 0, max: 8 }),
        (ring, dip, start) => {
          const slope = Math.tan((dip * Math.PI) / 180);
          const points = ring.map(([e, n]) => point([e, n, -e * slope]));
          const outline = surveyOutline(points);
          const at = start % points.length;
          const turned = surveyOutline([...points.slice(at), ...points.slice(0, at)].reverse());
          expect(turned.plan).toBeCloseTo(outline.plan, 4);
          expect(outline.plan).toBeCloseTo(outline.facing * Math.cos((dip * Math.PI) / 180), 4);
          expect(outline.crosses).toBe(false);
        },
      ),
    );
  });

  test('whose sides cross is told', () => {
    expect(
      crossesItself([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ]),
    ).toBe(true);
  });
});
