import { expect, it } from 'vitest';
import { edgeDistance, type PlanEdge } from './plan-edges.ts';

const flat: PlanEdge = [
  [0, 0],
  [10, 0],
];

it.each([
  [
    [
      [5, -3],
      [5, 3],
    ],
    0,
  ],
  [
    [
      [5, 2],
      [5, 8],
    ],
    2,
  ],
  [
    [
      [13, 4],
      [20, 4],
    ],
    5,
  ],
  [
    [
      [-3, 4],
      [-3, 4],
    ],
    5,
  ],
  [
    [
      [2, 1],
      [8, 1],
    ],
    1,
  ],
] as readonly [PlanEdge, number][])('is %s m apart as drawn', (edge, distance) => {
  expect(edgeDistance(flat, edge)).toBeCloseTo(distance, 9);
  expect(edgeDistance(edge, flat)).toBeCloseTo(distance, 9);
});
