import fc from 'fast-check';
import { expect, test } from 'vitest';
import { squaredDistanceToTriangle } from './point-triangle.ts';

const triangle = new Float64Array([0, 0, 0, 4, 0, 0, 0, 4, 0]);
const at = (x: number, y: number, z: number) => Math.sqrt(squaredDistanceToTriangle(x, y, z, triangle, 0));

test('face, each edge and each corner', () => {
  expect(at(1, 1, 3)).toBeCloseTo(3, 12);
  expect(at(2, -2, 0)).toBeCloseTo(2, 12);
  expect(at(-3, 2, 0)).toBeCloseTo(3, 12);
  expect(at(4, 4, 0)).toBeCloseTo(Math.hypot(2, 2), 12);
  expect(at(-3, -4, 0)).toBeCloseTo(5, 12);
  expect(at(7, 0, 4)).toBeCloseTo(5, 12);
  expect(at(0, 9, 12)).toBeCloseTo(13, 12);
});

test('never farther than any point of the triangle, never nearer than the densely sampled nearest one', () => {
  const corner = fc.integer({ min: -10, max: 10 });
  fc.assert(
    fc.property(fc.array(corner, { minLength: 9, maxLength: 9 }), corner, corner, corner, (t, x, y, z) => {
      const corners = Float64Array.from(t);
      const exact = Math.sqrt(squaredDistanceToTriangle(x, y, z, corners, 0));
      let nearest = Infinity;
      const parts = 24;
      for (let i = 0; i <= parts; i++)
        for (let j = 0; i + j <= parts; j++) {
          const [a, b] = [i / parts, j / parts];
          const p = (k: number) => t[k]! * (1 - a - b) + t[3 + k]! * a + t[6 + k]! * b;
          nearest = Math.min(nearest, Math.hypot(p(0) - x, p(1) - y, p(2) - z));
        }
      const spacing = 35 / parts;
      expect(exact).toBeLessThanOrEqual(nearest + 1e-9);
      expect(exact).toBeGreaterThanOrEqual(nearest - spacing);
    }),
  );
});
