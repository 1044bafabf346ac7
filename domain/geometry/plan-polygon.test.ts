import { expect, it } from 'vitest';
import { polygonsOf } from './plan-polygon.ts';

const square = (at: number, size: number): [number, number][] => [
  [at, at],
  [at + size, at],
  [at + size, at + size],
  [at, at + size],
];

it('tells holes from outlines, and what stands in a hole from both', () => {
  const [outer, hole, island, apart] = [square(0, 100), square(10, 60), square(20, 10), square(200, 5)];
  expect(polygonsOf([island, hole, apart, outer])).toEqual([[outer, hole], [island], [apart]]);
  expect(polygonsOf([])).toEqual([]);
});
