import { expect, test } from 'vitest';
import { areaCells } from './area-cells.ts';

const areaOf = (ring: Float64Array): number => {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    twice += ring[i]! * ring[j + 1]! - ring[j]! * ring[i + 1]!;
  }
  return Math.abs(twice / 2);
};
const sum = (rings: readonly Float64Array[]) => rings.reduce((all, ring) => all + areaOf(ring), 0);

test('a swept area of an upright cut stays whole, one that was clipped goes into columns', () => {
  const swept = Float64Array.of(0, 50, 40, 55, 40, 10, 0, 12);
  expect(areaCells(swept, 15, false)).toEqual([swept]);
  const clipped = Float64Array.of(0, 50, 40, 55, 45, 30, 40, 10, 0, 12);
  const columns = areaCells(clipped, 15, false);
  expect(columns).toHaveLength(3);
  expect(sum(columns)).toBeCloseTo(areaOf(clipped), 9);
});

test('an area of a level goes into cells both ways, none of it lost', () => {
  const square = Float64Array.of(-20, -20, 25, -20, 25, 25, -20, 25);
  const cells = areaCells(square, 15, true);
  expect(cells).toHaveLength(16);
  expect(sum(cells)).toBeCloseTo(45 * 45, 9);
});
