import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ringArea } from '../section/mesh-cut.ts';
import { straightened } from './straightened.ts';

test('of a square with points along its sides its corners are left, wherever it begins', () => {
  const points = [0, 1, 2, 3].flatMap((side) =>
    Array.from({ length: 25 }, (_, k) => {
      const along = k * 4 - 50;
      return [
        [along, -50],
        [50, along],
        [-along, 50],
        [-50, -along],
      ][side]!;
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 }), (begin) => {
      const ring = Float64Array.from([...points.slice(begin), ...points.slice(0, begin)].flat());
      const left = straightened(ring);
      // One more where it begins in the middle of a side: nothing lies before the first.
      expect(left.length / 2).toBeLessThanOrEqual(5);
      expect(ringArea(left)).toBeCloseTo(10_000, 6);
    }),
  );
});

test('a bend is kept, and so is a point that turns back', () => {
  const bent = Float64Array.of(0, 0, 10, 0, 20, 0.01, 20, 10, 0, 10);
  expect(straightened(bent)).toEqual(bent);
  const spike = Float64Array.of(0, 0, 10, 0, 5, 0, 5, 10);
  expect(Math.abs(ringArea(straightened(spike)))).toBeCloseTo(Math.abs(ringArea(spike)), 9);
});
