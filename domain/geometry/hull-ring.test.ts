import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hullRing } from './hull-ring.ts';

test('the hull of a square with points in it is the square', () => {
  const positions = Float64Array.of(0, 0, 5, 10, 0, 1, 10, 10, 2, 0, 10, 3, 4, 5, 9, 5, 0, 0);
  expect(hullRing(positions)).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ]);
});

test('no point lies outside its hull', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 9, maxLength: 90 }), (numbers) => {
      const positions = Float64Array.from(numbers.slice(0, numbers.length - (numbers.length % 3)));
      const hull = hullRing(positions);
      for (let i = 0; i < positions.length; i += 3)
        hull.forEach(([ax, ay], k) => {
          const [bx, by] = hull[(k + 1) % hull.length]!;
          const side = (bx - ax) * (positions[i + 1]! - ay) - (by - ay) * (positions[i]! - ax);
          expect(side).toBeGreaterThanOrEqual(0);
        });
    }),
  ));
