import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineBody, meshBody } from '../clearance/body.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { areaInPlan, isInPlan } from '../geometry/plan-polygon.ts';
import { box } from './small-county.test-kit.ts';
import { drawCone } from './subsidence-gap.ts';
import { subsidenceZones } from './subsidence-zones.ts';
import { zoneDepth } from './zone-depth.ts';

const cone = drawCone(45);
const point = (east: number, up: number, off: number | null = 0) => ({
  body: lineBody([[east, 0, up] as Vec3], 0),
  cone,
  off,
});

/** What two discs share. https://mathworld.wolfram.com/Circle-CircleIntersection.html (14) */
const lens = (r: number, s: number, d: number): number =>
  r * r * Math.acos((d * d + r * r - s * s) / (2 * d * r)) +
  s * s * Math.acos((d * d + s * s - r * r) / (2 * d * s)) -
  Math.sqrt((-d + r + s) * (d + r - s) * (d - r + s) * (d + r + s)) / 2;

it('of two points are discs that share a lens', () => {
  const zones = subsidenceZones(point(0, -100), point(120, -80), 0);
  expect(zones.here).toHaveLength(1);
  expect(areaInPlan([zones.here[0]!]) / (Math.PI * 100 ** 2)).toBeCloseTo(1, 1);
  expect(areaInPlan([zones.there[0]!]) / (Math.PI * 80 ** 2)).toBeCloseTo(1, 1);
  expect(zones.overlap).toHaveLength(1);
  const exact = lens(100, 80, 120);
  expect(Math.abs(zones.squareMetres - exact) / exact).toBeLessThan(0.005);
  expect(zones).toMatchObject({ ground: 0, least: zones.squareMetres, most: zones.squareMetres });
});

it('says how much and how little it may be, and nothing of that where a ± is not known', () => {
  const zones = subsidenceZones(point(0, -100, 10), point(150, -100, 5), 0);
  expect(zones.least! / lens(90, 95, 150)).toBeCloseTo(1, 1);
  expect(zones.most! / lens(110, 105, 150)).toBeCloseTo(1, 1);
  expect(subsidenceZones(point(0, -100, 10), point(150, -100, null), 0)).toMatchObject({
    least: null,
    most: null,
  });
  const apart = subsidenceZones(point(0, -100, 20), point(230, -100, 20), 0);
  expect(apart).toMatchObject({ overlap: [], squareMetres: 0, least: 0 });
  expect(apart.most).toBeGreaterThan(0);
});

it('of a level box is the box with a round seam, and one in another is shared whole', () => {
  const wide = { body: meshBody(box([0, 0, -60], [200, 100, -50]), true), cone, off: 0 };
  const zones = subsidenceZones(wide, point(100, -10), 0);
  const seam = 200 * 100 + 2 * 60 * (200 + 100) + Math.PI * 60 ** 2;
  expect(Math.abs(areaInPlan([zones.here[0]!]) - seam) / seam).toBeLessThan(0.005);
  expect(zones.squareMetres / (Math.PI * 10 ** 2)).toBeCloseTo(1, 1);
  // few enough points to be sent
  expect(zones.here[0]!.length).toBeLessThan(60);
});

it('shares what is in both zones and nothing else', () => {
  const at = fc.integer({ min: 0, max: 200 });
  const line = fc.array(fc.tuple(at, at, fc.integer({ min: -120, max: -20 })), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(line, line, fc.array(fc.tuple(at, at), { minLength: 30, maxLength: 30 }), (a, b, places) => {
      const [here, there] = [a, b].map((points) => ({ body: lineBody(points as Vec3[], 2), cone, off: 3 }));
      const zones = subsidenceZones(here!, there!, 0);
      const [depthA, depthB] = [zoneDepth(here!.body, cone, 0), zoneDepth(there!.body, cone, 0)];
      for (const [x, y] of places) {
        const depth = Math.min(depthA(x, y), depthB(x, y));
        // nearer than this to an edge the outline is simplified
        if (Math.abs(depth) > 4) expect(isInPlan(zones.overlap, x, y)).toBe(depth > 0);
      }
      expect(zones.least).toBeLessThanOrEqual(zones.squareMetres);
      expect(zones.most).toBeGreaterThanOrEqual(zones.squareMetres);
    }),
    { numRuns: 12 },
  );
});
