import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metres } from '../units/quantities.ts';
import { partBelowLevel, volumeBelowLevel } from './level-cut.ts';
import { extrudePolygon } from './polygon3.ts';
import { box, merged, radii, real, star, torus, turnedInsideOut } from './sample-solids.test-kit.ts';
import { boundingBox, edgeReport, signedVolume, surfaceArea, type TriangleMesh } from './triangle-mesh.ts';

/** Upside down and the right way out: what is below −level here is above level there. */
const overturned = (mesh: TriangleMesh): TriangleMesh =>
  turnedInsideOut({ positions: mesh.positions.map((v, i) => (i % 3 === 2 ? -v : v)), indices: mesh.indices });

const checkCut = (solid: TriangleMesh, level: number): void => {
  const whole = signedVolume(solid);
  // A vertex within 0.1 µm of the level counts as on it, so that much of the skin may be missing or too much.
  const slack = 1e-7 * surfaceArea(solid) + 1e-9 * whole;
  const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(slack);
  const parts = [partBelowLevel(solid, metres(level)), partBelowLevel(overturned(solid), metres(-level))];
  let sum = 0;
  for (const part of parts) {
    if (!part) continue;
    expect(edgeReport(part)).toMatchObject({ open: 0, misoriented: 0 });
    sum += signedVolume(part);
  }
  near(sum, whole);
  near(volumeBelowLevel(solid, metres(level)), parts[0] ? signedVolume(parts[0]) : 0);
  if (parts[0]) expect(boundingBox(parts[0]).max[2]).toBeLessThanOrEqual(level + 1e-6);
};

describe('cutting at a level', () => {
  it('fills a box to the level', () => {
    const half = partBelowLevel(box([0, 0, -10], [4, 5, 0]), metres(-7))!;
    expect(signedVolume(half)).toBeCloseTo(60, 9);
    expect(edgeReport(half).closed).toBe(true);
  });

  it('gives nothing below the floor or at it, everything at the roof or above', () => {
    const solid = box([0, 0, 0], [1, 1, 1]);
    expect(partBelowLevel(solid, metres(-1))).toBeNull();
    expect(partBelowLevel(solid, metres(0))).toBeNull();
    expect(signedVolume(partBelowLevel(solid, metres(1))!)).toBeCloseTo(1, 12);
    expect(volumeBelowLevel(solid, metres(0))).toBe(0);
    expect(volumeBelowLevel(solid, metres(9))).toBeCloseTo(1, 12);
  });

  it('keeps the hole of a ring open in the lid', () => {
    const part = partBelowLevel(torus(30, 8), metres(1.234))!;
    expect(edgeReport(part)).toMatchObject({ closed: true, components: 1 });
    checkCut(torus(30, 8), 1.234);
  });

  it('is whole again below and above, whatever goaf and level', () => {
    fc.assert(
      fc.property(
        radii,
        real(-1, 1),
        real(-1, 1),
        real(0.5, 8),
        real(-20, 20),
        (r, dipX, dipY, thickness, level) => {
          const floor = star(r, (x, y) => dipX * x + dipY * y);
          checkCut(extrudePolygon([floor], [0, 0, thickness]), level);
        },
      ),
    );
  });

  it('is whole again through vertices, edges and faces that lie on the level', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 3, maxLength: 16 }),
        fc.integer({ min: -3, max: 5 }),
        (heights, level) => {
          const floor = star(
            heights.map((_, i) => 20 + (i % 3) * 10),
            (_x, _y, i) => heights[i]!,
          );
          checkCut(extrudePolygon([floor], [0, 0, 3]), level);
        },
      ),
    );
  });

  it('is whole again for rings, cavities and parts, also turned inside out', () => {
    const hollow = merged(
      box([-20, -20, -9], [20, 20, 9]),
      turnedInsideOut(torus(12, 4)),
      box([30, 0, -4], [33, 3, 0]),
    );
    fc.assert(
      fc.property(real(-10, 10), (level) => {
        checkCut(hollow, level);
        const part = partBelowLevel(turnedInsideOut(torus(12, 4)), metres(level));
        if (part) expect(signedVolume(part)).toBeGreaterThanOrEqual(0);
      }),
    );
    for (const level of [-9, -4, 0, 4, 9]) checkCut(hollow, level);
  });

  it('refuses a mesh with a hole in its skin', () => {
    const solid = box([0, 0, 0], [1, 1, 1]);
    const open = { positions: solid.positions, indices: solid.indices.slice(3) };
    expect(() => partBelowLevel(open, metres(0.5))).toThrow(/3 open edges/);
    expect(() => volumeBelowLevel(open, metres(0.5))).toThrow(RangeError);
  });
});
