import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceOutsideHull } from './plan-hull.ts';

test('inside a square it is nothing, outside the way to its side or corner', () => {
  const outside = distanceOutsideHull([0, 100, 100, 0, 40], [0, 0, 100, 100, 60]);
  expect(outside(50, 50)).toBe(0);
  expect(outside(99, 1)).toBe(0);
  expect(outside(130, 50)).toBeCloseTo(30, 9);
  expect(outside(-30, -40)).toBeCloseTo(50, 9);
});

test('points on a line span the stretch between the outermost; no point spans nothing', () => {
  const outside = distanceOutsideHull([0, 50, 100], [0, 0, 0]);
  expect(outside(40, 0)).toBeCloseTo(0, 9);
  expect(outside(40, 7)).toBeCloseTo(7, 9);
  expect(outside(110, 0)).toBeCloseTo(10, 9);
  expect(distanceOutsideHull([], [])(0, 0)).toBe(Number.POSITIVE_INFINITY);
});

test('no mean of points lies outside, and every point farther along a ray from the middle does', () => {
  const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 30 }), (points) => {
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      const outside = distanceOutsideHull(xs, ys);
      const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
      expect(outside(mean(xs), mean(ys))).toBeLessThan(1e-6);
      expect(outside(2000, 100)).toBeGreaterThanOrEqual(1500);
    }),
  );
});
