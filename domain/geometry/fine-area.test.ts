import { describe, expect, it } from 'vitest';
import { fineArea } from './fine-area.ts';
import type { PlanPolygon } from './plan-polygon.ts';

const square = (at: number, size: number): [number, number][] => [
  [at, at],
  [at + size, at],
  [at + size, at + size],
  [at, at + size],
];

const sizes = (polygon: PlanPolygon, step: number) => {
  const { points, triangles } = fineArea(polygon, step);
  let [area, longest] = [0, 0];
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => points[triangles[i + k]!]!) as [
      readonly [number, number],
      readonly [number, number],
      readonly [number, number],
    ];
    area += ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2;
    for (const [p, q] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const)
      longest = Math.max(longest, Math.hypot(q[0] - p[0], q[1] - p[1]));
  }
  return { area, longest, count: triangles.length / 3 };
};

describe('an area as fine triangles', () => {
  it('is covered once, without its holes, whichever way the rings run', () => {
    for (const polygon of [
      [square(0, 100), square(20, 30)],
      [square(0, 100).toReversed(), square(20, 30)],
      [square(0, 100), square(20, 30).toReversed()],
    ]) {
      const { area, longest } = sizes(polygon, 12);
      expect(area).toBeCloseTo(100 * 100 - 30 * 30, 6);
      expect(longest).toBeLessThanOrEqual(12);
    }
  });

  it('stays whole where it is narrow, and coarse where it is huge', () => {
    expect(sizes([square(0, 5)], 12)).toMatchObject({ area: 25, count: 2 });
    const huge = sizes([square(0, 50_000)], 12);
    expect(huge.area).toBeCloseTo(2.5e9, -2);
    expect(huge.count).toBeLessThan(20_000);
    expect(fineArea([[[0, 0]]], 12).triangles).toEqual([]);
  });
});
