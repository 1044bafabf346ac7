import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Body, lineBody, meshBody } from '../clearance/body.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { drawCone, subsidenceGap } from './subsidence-gap.ts';

const triangle = (...corners: readonly Vec3[]): Body =>
  meshBody({ positions: Float64Array.from(corners.flat()), indices: Uint32Array.from([0, 1, 2]) }, false);

const STEPS = 24;
const pointsOf = ([a, b, c]: readonly Vec3[]): Vec3[] => {
  const found: Vec3[] = [];
  for (let i = 0; i <= STEPS; i++)
    for (let j = 0; i + j <= STEPS; j++) {
      const [s, t] = [i / STEPS, j / STEPS];
      found.push([0, 1, 2].map((k) => a![k]! + (b![k]! - a![k]!) * s + (c![k]! - a![k]!) * t) as never);
    }
  return found;
};

describe('subsidenceGap', () => {
  it('cuts cones of the draw angle from the ground', () => {
    const point = (x: number, up: number): Body => lineBody([[x, 0, up]], 0);
    const gap = (x: number, degrees: number) =>
      subsidenceGap(point(0, -100), drawCone(45), point(x, -50), drawCone(degrees), 0, 1e6)!;
    expect(gap(200, 45).distance).toBeCloseTo(50, 9);
    expect(gap(120, 45).distance).toBeCloseTo(-30, 9);
    // In both: at most 100 m from one and 50 m from the other.
    expect(gap(120, 45).ground).toEqual([expect.closeTo(85, 9), 0, 0]);
    expect(gap(200, 60).distance).toBeCloseTo(100 - 50 / Math.sqrt(3), 9);
    expect(subsidenceGap(point(0, -100), drawCone(45), point(200, -50), drawCone(45), 0, 49)).toBeNull();
  });

  it('adds the reach of a ball to that of a line of some radius', () => {
    const round = lineBody([[0, 0, -100]], 10);
    const thin = lineBody([[300, 0, -100]], 0);
    const found = subsidenceGap(round, drawCone(45), thin, drawCone(45), 0, 1e6)!;
    expect(found.distance).toBeCloseTo(100 - 10 * Math.SQRT2, 9);
  });

  it('is what the points of two triangles say, one by one', () => {
    const at = fc.integer({ min: 0, max: 60 });
    const corner = fc.tuple(at, at, fc.integer({ min: -40, max: -1 }));
    const corners = fc.tuple(corner, corner, corner);
    fc.assert(
      fc.property(corners, corners, fc.integer({ min: 0, max: 150 }), (one, two, east) => {
        const moved = two.map(([x, y, z]): Vec3 => [x + east, y, z]);
        const [coneA, coneB] = [drawCone(55), drawCone(70)];
        const exact = subsidenceGap(triangle(...one), coneA, triangle(...moved), coneB, 0, 1e6)!;
        let least = Infinity;
        for (const p of pointsOf(one))
          for (const q of pointsOf(moved))
            least = Math.min(
              least,
              Math.hypot(p[0] - q[0], p[1] - q[1]) + p[2] * coneA.slope + q[2] * coneB.slope,
            );
        expect(exact.distance).toBeLessThanOrEqual(least + 1e-9);
        expect(least - exact.distance).toBeLessThan(8);
        const { here, there, ground } = exact;
        const shown = Math.hypot(here[0] - there[0], here[1] - there[1]);
        expect(shown + here[2] * coneA.slope + there[2] * coneB.slope).toBeCloseTo(exact.distance, 6);
        if (exact.distance < 0) {
          const from = (p: Vec3): number => Math.hypot(ground![0] - p[0], ground![1] - p[1]);
          expect(from(here)).toBeLessThanOrEqual(-here[2] * coneA.slope + 1e-9);
          expect(from(there)).toBeLessThanOrEqual(-there[2] * coneB.slope + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });
});
