import { expect, test } from 'vitest';
import type { Vec3 } from '../geometry/bounds.ts';
import { dashes, lineBetween } from './along-line.ts';

const bent: Vec3[] = [
  [0, 0, 0],
  [10, 0, 0],
  [10, 0, 0],
  [10, 20, 0],
];

test('a piece begins and ends where asked, with the corners between', () => {
  expect(lineBetween(bent, 4, 15)).toEqual([
    [4, 0, 0],
    [10, 0, 0],
    [10, 5, 0],
  ]);
  expect(lineBetween(bent, 12, 14)).toEqual([
    [10, 2, 0],
    [10, 4, 0],
  ]);
  expect(lineBetween(bent, 25, 99)).toEqual([
    [10, 15, 0],
    [10, 20, 0],
  ]);
});

const total = (pairs: readonly [Vec3, Vec3][]): number =>
  pairs.reduce((sum, [a, b]) => sum + Math.hypot(...a.map((v, k) => v - b[k]!)), 0);

test('dashes cover their share, round corners too, and end where the stretch ends', () => {
  expect(total(dashes(bent, 0, 30, Infinity, 0))).toBeCloseTo(30, 9);
  expect(total(dashes(bent, 0, 30, 4, 2))).toBeCloseTo(20, 9);
  expect(dashes(bent, 0, 30, 4, 2).at(-1)![1]).toEqual([10, 18, 0]);
  expect(total(dashes(bent, 7, 7.5, 4, 2))).toBeCloseTo(0.5, 9);
});
