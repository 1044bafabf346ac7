import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ringArea } from '../section/mesh-cut.ts';
import { trianglesOf } from './polygon-triangles.ts';

/** m², of all triangles, each with its own sign lost. */
const area = (rings: readonly Float64Array[]): number => {
  const points = rings.flatMap((ring) => [...ring]);
  const triangles = trianglesOf(rings);
  let sum = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!].map((k) => [
      points[k * 2]!,
      points[k * 2 + 1]!,
    ]) as unknown as [number[], number[], number[]];
    sum += Math.abs((b[0]! - a[0]!) * (c[1]! - a[1]!) - (c[0]! - a[0]!) * (b[1]! - a[1]!)) / 2;
  }
  return sum;
};

test('a swept ring is filled by strips, wedges included', () => {
  const heights = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: 0, max: 40 }),
    ),
    { minLength: 2, maxLength: 30 },
  );
  fc.assert(
    fc.property(heights, fc.boolean(), (columns, turned) => {
      let s = 0;
      const high: [number, number][] = [];
      const low: [number, number][] = [];
      for (const [step, base, thick] of columns) {
        s += step;
        high.push([s, base + thick]);
        low.push([s, base]);
      }
      const points = [...high, ...low.reverse()].map((p) => (turned ? [p[1], p[0]] : p));
      const ring = Float64Array.from(points.flat());
      expect(area([ring])).toBeCloseTo(Math.abs(ringArea(ring)), 6);
    }),
  );
});

test('any other ring, with its hole, is filled as well', () => {
  const outer = Float64Array.of(0, 0, 10, 0, 12, 5, 10, 10, 0, 10);
  const hole = Float64Array.of(3, 3, 3, 6, 6, 6, 6, 3);
  expect(area([outer, hole])).toBeCloseTo(110 - 9, 9);
});
