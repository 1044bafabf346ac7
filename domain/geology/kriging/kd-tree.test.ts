import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKdTree } from './kd-tree.ts';

/** Coordinates on a coarse lattice, so that equal distances and equal points are common. */
const points = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })), {
  maxLength: 120,
});
const columns = (all: readonly (readonly [number, number])[]) =>
  [Float64Array.from(all, (p) => p[0]), Float64Array.from(all, (p) => p[1])] as const;

test('the nearest are those that sorting finds, equal distances by index', () =>
  fc.assert(
    fc.property(
      points,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: -25, max: 25 }),
      (all, count, q) => {
        const [x, y] = columns(all);
        const out = new Int32Array(count);
        const squares = new Float64Array(count);
        const found = createKdTree(x, y).nearest(q, -q / 2, count, out, squares);
        const wanted = all
          .map(([px, py], i) => [(px - q) ** 2 + (py + q / 2) ** 2, i] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1])
          .slice(0, count);
        expect([...out.subarray(0, found)]).toEqual(wanted.map(([, i]) => i));
        expect([...squares.subarray(0, found)]).toEqual(wanted.map(([d2]) => d2));
      },
    ),
    { numRuns: 300 },
  ));

test('within a radius are those that looking at each finds, the edge included', () =>
  fc.assert(
    fc.property(points, fc.integer({ min: 0, max: 30 }), (all, radius) => {
      const [x, y] = columns(all);
      const out: number[] = [];
      createKdTree(x, y).within(3, 4, radius, out);
      const wanted = all.flatMap(([px, py], i) => ((px - 3) ** 2 + (py - 4) ** 2 <= radius ** 2 ? [i] : []));
      expect(out.sort((a, b) => a - b)).toEqual(wanted);
    }),
  ));

test('points beyond the farthest allowed distance are not neighbours', () => {
  const tree = createKdTree(Float64Array.of(0, 3, 10), Float64Array.of(0, 4, 0));
  const out = new Int32Array(3);
  expect(tree.nearest(0, 0, 3, out, new Float64Array(3), 25)).toBe(2);
  expect([...out.subarray(0, 2)]).toEqual([0, 1]);
});
