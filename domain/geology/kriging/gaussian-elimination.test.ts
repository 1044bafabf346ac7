import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eliminate } from './gaussian-elimination.ts';

test('what was multiplied comes back', () => {
  const entry = fc.double({ min: -10, max: 10, noNaN: true });
  const system = fc
    .integer({ min: 1, max: 8 })
    .chain((n) =>
      fc.tuple(
        fc.array(entry, { minLength: n * n, maxLength: n * n }),
        fc.array(entry, { minLength: n, maxLength: n }),
      ),
    );
  fc.assert(
    fc.property(system, ([entries, solution]) => {
      const n = solution.length;
      // A heavy diagonal, so that every system drawn has an answer that can be told from rounding.
      const matrix = Float64Array.from(entries, (value, k) => (k % (n + 1) === 0 ? value + 100 : value));
      const right = Float64Array.from({ length: n }, (_, i) =>
        solution.reduce((sum, x, j) => sum + matrix[i * n + j]! * x, 0),
      );
      expect(eliminate(matrix, right)).toBe(true);
      solution.forEach((x, i) => {
        expect(right[i]!).toBeCloseTo(x, 9);
      });
    }),
  );
});

test('a zero on the diagonal is no obstacle, rows that depend on each other are', () => {
  const right = Float64Array.of(3, 7);
  expect(eliminate(Float64Array.of(0, 1, 1, 0), right)).toBe(true);
  expect([...right]).toEqual([7, 3]);
  expect(eliminate(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 2))).toBe(false);
});
