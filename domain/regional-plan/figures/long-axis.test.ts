import { expect, it } from 'vitest';
import { longAxis } from './long-axis.ts';

it('looks across the longer direction, and begins at its western end', () => {
  const { from, direction } = longAxis([
    [0, 0],
    [100, 100],
    [50, 50.1],
    [50, 49.9],
  ]);
  expect(direction[0]).toBeCloseTo(Math.SQRT1_2, 3);
  expect(direction[1]).toBeCloseTo(Math.SQRT1_2, 3);
  expect(from[0]).toBeCloseTo(0, 3);
  expect(
    longAxis([
      [5, 0],
      [5, 90],
    ]).direction[1],
  ).toBeCloseTo(1, 9);
});
