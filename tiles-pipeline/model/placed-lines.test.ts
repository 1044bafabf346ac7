import { expect, test } from 'vitest';
import { mendHeights } from './placed-lines.ts';

test('a zero among non-zero heights is interpolated by distance and named', () => {
  const line = [
    [0, 0, -100],
    [10, 0, 0],
    [40, 0, -140],
  ] as const;
  expect(mendHeights(line, 'line')).toEqual({
    points: [
      [0, 0, -100],
      [10, 0, -110],
      [40, 0, -140],
    ],
    mended: [2],
  });
});

test('a bad end takes the height of its neighbour', () => {
  const line = [
    [0, 0, -800],
    [10, 0, -810],
    [20, 0, 0],
  ] as const;
  expect(mendHeights(line, 'line')?.points[2]).toEqual([20, 0, -810]);
});

test('a ring is mended around its closing point', () => {
  const ring = [
    [0, 0, 0],
    [10, 0, -100],
    [10, 10, -100],
    [0, 10, -120],
    [0, 0, 0],
  ] as const;
  const mended = mendHeights(ring, 'ring')!;
  expect(mended.mended).toEqual([1, 5]);
  expect(mended.points[0]![2]).toBeCloseTo(-110);
  expect(mended.points[4]![2]).toBeCloseTo(-110);
});

test('a line at height 0 throughout is at height 0; a line without heights needs a fallback', () => {
  const flat = [
    [0, 0, 0],
    [10, 0, 0],
  ] as const;
  expect(mendHeights(flat, 'line')).toEqual({ points: flat, mended: [] });
  const none = [
    [0, 0, null],
    [10, 0, null],
  ] as const;
  expect(mendHeights(none, 'line')).toBeNull();
  expect(mendHeights(none, 'line', 7)?.points[1]).toEqual([10, 0, 7]);
});
