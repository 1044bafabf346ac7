import { expect, test } from 'vitest';
import { box } from '../geometry/sample-solids.test-kit.ts';
import type { RightPrism } from './merge-rights.ts';
import { outsideRights } from './outside-rights.ts';

const right = (west: number, east: number, lower: number, upper: number): RightPrism => ({
  polygons: [
    [
      [
        [west, -50],
        [east, -50],
        [east, 50],
        [west, 50],
      ],
    ],
  ],
  lower,
  upper,
});
const mesh = box([0, 0, 0], [20, 10, 10]);

test('all inside, beyond the border, and at heights that are not licensed', () => {
  expect(outsideRights(mesh, [right(-50, 50, -50, 50)])).toEqual({
    volume: 2000,
    inside: 2000,
    beyondInPlan: 0,
    otherHeights: 0,
  });
  const found = outsideRights(mesh, [right(-50, 15, -50, 4)]);
  expect(found.inside).toBeCloseTo(15 * 10 * 4, 9);
  expect(found.beyondInPlan).toBeCloseTo(5 * 10 * 10, 9);
  expect(found.otherHeights).toBeCloseTo(15 * 10 * 6, 9);
});

test('two rights that meet are one, and overlaps count once', () => {
  expect(outsideRights(mesh, [right(-50, 12, -50, 50), right(8, 50, -50, 50)]).inside).toBeCloseTo(2000, 9);
  const stacked = outsideRights(mesh, [right(-50, 50, -50, 4), right(-50, 10, 4, 50)]);
  expect(stacked.inside).toBeCloseTo(20 * 10 * 4 + 10 * 10 * 6, 9);
  expect(stacked.otherHeights).toBeCloseTo(10 * 10 * 6, 9);
});

test('without a right everything is outside', () => {
  expect(outsideRights(mesh, [])).toMatchObject({ inside: 0, beyondInPlan: 2000 });
});
