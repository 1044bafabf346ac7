import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineHeading } from '../clearance/heading.ts';
import { isInPlan, type PlanPolygon } from '../geometry/plan-polygon.ts';
import { radii, real, star } from '../geometry/sample-solids.test-kit.ts';
import { chainagesInPlan } from './surveyed.ts';

it('finds the chainages over polygons as looking at every place does', () => {
  const line = fc.array(fc.tuple(real(-80, 80), real(-80, 80), real(-9, 9)), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(radii, radii, line, (outer, other, points) => {
      fc.pre(Math.hypot(...points[0]!.map((v, k) => v - points[1]![k]!)) > 1e-3);
      const ring = (r: number[], by: number): [number, number][] =>
        star(r, () => 0).map(([x, y]) => [x + by, y]);
      const polygons: PlanPolygon[] = [[ring(outer, 0)], [ring(other, 30)]];
      const heading = lineHeading(points);
      const found = chainagesInPlan(heading, polygons);
      for (const { start, length, from, direction } of heading.pieces)
        for (let i = 1; i < 40; i++) {
          const along = (length * i) / 40;
          const chainage = start + along;
          if (found.some((r) => Math.abs(r.from - chainage) < 1e-6 || Math.abs(r.to - chainage) < 1e-6))
            continue;
          const inside = polygons.some((p) =>
            isInPlan(p, from[0] + direction[0] * along, from[1] + direction[1] * along),
          );
          expect(found.some((r) => chainage > r.from && chainage < r.to)).toBe(inside);
        }
    }),
  );
});

it('leaves the hole of a polygon out', () => {
  const square = (s: number): [number, number][] => [
    [-s, -s],
    [s, -s],
    [s, s],
    [-s, s],
  ];
  const heading = lineHeading([
    [-20, 0.1, 0],
    [20, 0.1, 0],
  ]);
  expect(chainagesInPlan(heading, [[square(10), square(4)]])).toEqual([
    { from: 10, to: 16 },
    { from: 24, to: 30 },
  ]);
});
