import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metres } from '../units/quantities.ts';
import type { Vec3 } from './bounds.ts';
import {
  bestFitPlane,
  cleanRing,
  extrudePolygon,
  planArea,
  thicknessOffset,
  triangulatePolygon3,
  trueArea,
} from './polygon3.ts';
import { radii, real, star } from './sample-solids.test-kit.ts';
import { edgeReport, signedVolume, surfaceArea } from './triangle-mesh.ts';

const square: Vec3[] = [
  [0, 0, 0],
  [10, 0, 0],
  [10, 10, 0],
  [0, 10, 0],
];
const hole: Vec3[] = [
  [2, 2, 0],
  [4, 2, 0],
  [4, 4, 0],
  [2, 4, 0],
];
const dipping = (angle: number, ring: readonly Vec3[]): Vec3[] =>
  ring.map(([x, y, z]) => [
    x * Math.cos(angle) - z * Math.sin(angle),
    y,
    x * Math.sin(angle) + z * Math.cos(angle),
  ]);

describe('areas', () => {
  it('takes holes off, whichever way rings run', () => {
    expect(planArea([square, hole])).toBeCloseTo(96, 12);
    expect(trueArea([square.toReversed(), hole])).toBeCloseTo(96, 12);
  });

  it('are true on a panel of any dip, upright ones too, and shrink in plan by its cosine', () => {
    fc.assert(
      fc.property(radii, real(0, Math.PI / 2), (r, angle) => {
        const flat = star(r, () => 0);
        const panel = dipping(angle, flat);
        expect(trueArea([panel])).toBeCloseTo(planArea([flat]), 6);
        expect(planArea([panel])).toBeCloseTo(planArea([flat]) * Math.cos(angle), 6);
      }),
    );
  });
});

describe('bestFitPlane', () => {
  it('finds the plane a panel was made on, and how far a point is off it', () => {
    fc.assert(
      fc.property(radii, real(0.01, Math.PI / 2 - 0.01), (r, angle) => {
        const fit = bestFitPlane(
          dipping(
            angle,
            star(r, () => 0),
          ),
        );
        expect(fit.maxResidual).toBeLessThan(1e-9);
        expect(fit.normal[2]).toBeCloseTo(Math.cos(angle), 9);
      }),
    );
    const bent = square.map(([x, y], i): Vec3 => [x, y, i % 2 === 0 ? 1 : -1]);
    expect(bestFitPlane(bent).maxResidual).toBeCloseTo(1, 12);
  });

  it('minimises the squared distances', () => {
    fc.assert(
      fc.property(
        radii,
        fc.array(real(-5, 5), { minLength: 24, maxLength: 24 }),
        real(-0.3, 0.3),
        real(-0.3, 0.3),
        (r, up, a, b) => {
          const ring = star(r, (_x, _y, i) => up[i]!);
          const { normal, point } = bestFitPlane(ring);
          const cost = (n: Vec3) =>
            ring.reduce((sum, p) => sum + n.reduce((d, v, k) => d + v * (p[k]! - point[k]!), 0) ** 2, 0) /
            n.reduce((s, v) => s + v * v, 0);
          expect(cost(normal)).toBeLessThanOrEqual(cost([normal[0] + a, normal[1] + b, normal[2]]) + 1e-9);
        },
      ),
    );
  });
});

describe('cleanRing', () => {
  it('drops the closing point and repeats', () => {
    const given = [square[0]!, square[0]!, ...square.slice(1), square[0]!];
    expect(cleanRing(given)).toEqual({ ring: square, removed: 2, selfIntersects: false, degenerate: false });
  });

  it('tells a figure of eight, a touching point and a spike from a sound ring', () => {
    const eight: Vec3[] = [square[0]!, square[2]!, square[1]!, square[3]!];
    expect(cleanRing(eight).selfIntersects).toBe(true);
    const touching: Vec3[] = [
      [0, 0, 0],
      [10, 0, 0],
      [10, 10, 0],
      [5, 0, 0],
      [0, 10, 0],
    ];
    expect(cleanRing(touching).selfIntersects).toBe(true);
    const spike: Vec3[] = [...square, [0, 20, 0], [0, 5, 0]];
    expect(cleanRing(spike).selfIntersects).toBe(true);
    fc.assert(
      fc.property(radii, real(0, 1.5), (r, angle) => {
        expect(
          cleanRing(
            dipping(
              angle,
              star(r, () => 0),
            ),
          ),
        ).toMatchObject({ selfIntersects: false, degenerate: false });
      }),
    );
  });

  it('calls points on a line and fewer than three degenerate', () => {
    expect(
      cleanRing([
        [0, 0, 0],
        [1, 1, 1],
        [3, 3, 3],
      ]).degenerate,
    ).toBe(true);
    expect(
      cleanRing([
        [0, 0, 0],
        [1, 1, 1],
        [0, 0, 0],
      ]).degenerate,
    ).toBe(true);
  });
});

describe('triangulatePolygon3', () => {
  it('uses every point of a straight side', () => {
    const side: Vec3[] = [
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
      [3, 0, 0],
      [3, 3, 0],
      [0, 3, 0],
    ];
    expect(new Set(triangulatePolygon3([side]).indices).size).toBe(6);
  });

  it('leaves the hole open', () => {
    const mesh = triangulatePolygon3([square, hole]);
    expect(surfaceArea(mesh)).toBeCloseTo(96, 12);
    expect(edgeReport(mesh).open).toBe(8);
    expect(mesh.exact).toBe(true);
  });

  it('says that a figure of eight overlaps', () => {
    expect(triangulatePolygon3([[square[0]!, square[2]!, square[1]!, [0, 9, 0]]]).exact).toBe(false);
  });

  it('takes a hole that touches the outline', () => {
    const touching: Vec3[] = [
      [0, 0, 0],
      [4, 2, 0],
      [2, 4, 0],
    ];
    const mesh = triangulatePolygon3([square, touching]);
    expect(surfaceArea(mesh)).toBeCloseTo(94, 9);
    expect(mesh.exact).toBe(true);
  });
});

describe('extrudePolygon', () => {
  it('is closed, outward and as big as area times thickness, on bent rings too', () => {
    fc.assert(
      fc.property(
        radii,
        fc.array(real(-4, 4), { minLength: 24, maxLength: 24 }),
        real(0, 1.5),
        real(0.1, 9),
        (r, up, angle, thickness) => {
          const ring = dipping(
            angle,
            star(r, (_x, _y, i) => up[i]!),
          );
          const offset = thicknessOffset([ring], metres(thickness));
          expect(Math.hypot(...offset)).toBeCloseTo(thickness, 9);
          const solid = extrudePolygon([ring], offset);
          expect(edgeReport(solid)).toMatchObject({ closed: true, misoriented: 0, components: 1 });
          expect(signedVolume(solid)).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('measures thickness across the panel, or straight up', () => {
    const panel = dipping(Math.PI / 3, square);
    expect(signedVolume(extrudePolygon([panel], thicknessOffset([panel], metres(2))))).toBeCloseTo(200, 9);
    expect(
      signedVolume(extrudePolygon([panel], thicknessOffset([panel], metres(2), 'vertical'))),
    ).toBeCloseTo(100, 9);
  });

  it('puts the polygon at the floor, the roof or the middle', () => {
    const lowest = (where: 'floor' | 'roof' | 'middle') =>
      Math.min(...extrudePolygon([square], [0, 0, 3], where).positions.filter((_, i) => i % 3 === 2));
    expect([lowest('floor'), lowest('middle'), lowest('roof')]).toEqual([0, -1.5, -3]);
  });

  it('keeps a hole as a hole, and faces outward when led downward', () => {
    const solid = extrudePolygon([square, hole], [0, 0, -2]);
    expect(signedVolume(solid)).toBeCloseTo(192, 9);
    expect(edgeReport(solid)).toMatchObject({ closed: true, misoriented: 0 });
  });

  it('closes even a figure of eight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(real(-50, 50), real(-50, 50), real(-5, 5)), { minLength: 3, maxLength: 10 }),
        (ring) => {
          fc.pre(!cleanRing(ring).degenerate);
          expect(edgeReport(extrudePolygon([cleanRing(ring).ring], [0, 0, 3])).open).toBe(0);
        },
      ),
    );
  });
});
