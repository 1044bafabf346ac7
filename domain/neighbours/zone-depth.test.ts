import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineBody, meshBody } from '../clearance/body.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { box } from './small-county.test-kit.ts';
import { drawCone, subsidenceGap } from './subsidence-gap.ts';
import { zoneDepth } from './zone-depth.ts';

it('is a cone over a point: 100 m down at 45° reach 100 m', () => {
  const depth = zoneDepth(lineBody([[0, 0, -100]], 0), drawCone(45), 0);
  expect(depth(0, 0)).toBeCloseTo(100, 9);
  expect(depth(60, 80)).toBeCloseTo(0, 9);
  expect(depth(300, 400)).toBeCloseTo(-400, 9);
});

it('reaches from the floor of a box, which is deeper than its roof', () => {
  const depth = zoneDepth(meshBody(box([0, 0, -120], [40, 20, -100]), true), drawCone(45), 0);
  expect(depth(20, 10)).toBeCloseTo(120, 9);
  expect(depth(-120, 10)).toBeCloseTo(0, 9);
  expect(depth(40 + 72, 20 + 96)).toBeCloseTo(0, 9);
});

it('says of every place what the gap between zones says of that place', () => {
  const at = fc.integer({ min: -80, max: 80 });
  const corner = fc.tuple(at, at, fc.integer({ min: -90, max: -1 }));
  fc.assert(
    fc.property(fc.array(corner, { minLength: 2, maxLength: 5 }), at, at, (points, x, y) => {
      const body = lineBody(points as Vec3[], 3);
      const cone = drawCone(65);
      const place = lineBody([[x, y, 10]], 0);
      const gap = subsidenceGap(place, cone, body, cone, 10, 1e6)!;
      expect(zoneDepth(body, cone, 10)(x, y)).toBeCloseTo(-gap.distance, 6);
    }),
    { numRuns: 80 },
  );
});
