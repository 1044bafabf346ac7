import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enu } from '../frame/coordinates.ts';
import { crossSection } from '../workings/cross-section.ts';
import { real } from './sample-solids.test-kit.ts';
import { edgeReport, signedVolume } from './triangle-mesh.ts';
import { circleSection, sweepTube } from './tube.ts';
import { tubeSegments } from './tube-frames.ts';

const point = fc.tuple(real(-200, 200), real(-200, 200), real(-200, 200)).map((p) => enu(...p));
const line = fc.array(point, { minLength: 2, maxLength: 12 });
const gridLine = fc
  .array(
    fc.tuple(
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: -2, max: 2 }),
    ),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  .map((points) => points.map(([x, y, z]) => enu(x * 10, y * 10, z * 10)));
const frame = fc.constantFrom('upright' as const, 'transport' as const);
const section = fc.constantFrom(
  circleSection(0.5, 8),
  crossSection('arch', 4, 3.5, 'floor'),
  crossSection('rectangle', 3, 2, 'centre'),
  circleSection(1, 5).toReversed(),
);

describe('sweepTube', () => {
  it('is watertight and agrees in direction along any line, shafts and turns straight back included', () => {
    fc.assert(
      fc.property(fc.oneof(line, gridLine), section, frame, (points, outline, turning) => {
        const tube = sweepTube(points, outline, { frame: turning });
        const length = points.some(
          (p, i) => i > 0 && Math.hypot(...p.map((v, k) => v - points[0]![k]!)) > 1e-6,
        );
        expect(tube.closed).toBe(length);
        if (!length) return;
        expect(edgeReport(tube)).toEqual({
          open: 0,
          nonManifold: 0,
          misoriented: 0,
          components: 1,
          closed: true,
        });
        expect(tube.positions.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('holds section times length on a straight line of any direction', () => {
    fc.assert(
      fc.property(point, point, frame, (a, b, turning) => {
        const length = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
        fc.pre(length > 1);
        expect(
          signedVolume(sweepTube([a, b], crossSection('rectangle', 4, 3, 'floor'), { frame: turning })),
        ).toBeCloseTo(12 * length, 5);
      }),
    );
  });

  it('mitres a level corner: the volume is the centre line times the section', () => {
    const corner = [enu(0, 0, 0), enu(50, 0, 0), enu(50, 50, 0), enu(90, 90, 0)];
    const tube = sweepTube(corner, crossSection('rectangle', 4, 3, 'floor'), { frame: 'upright' });
    expect(signedVolume(tube)).toBeCloseTo(12 * (100 + Math.hypot(40, 40)), 6);
    expect(tube.positions.length).toBe(4 * 4 * 3);
  });

  it('keeps the floor of an upright frame on the line and level across, on ramps too', () => {
    const ramp = [enu(0, 0, 0), enu(60, 10, -8), enu(90, 70, -20), enu(40, 90, -30)];
    const tube = sweepTube(ramp, crossSection('rectangle', 4, 3, 'floor'), { frame: 'upright' });
    for (const { right } of tubeSegments(ramp, 'upright').segments) expect(right[2]).toBe(0);
    const rings = tube.positions.length / 12;
    const up = (ring: number, corner: number) => tube.positions[(ring * 4 + corner) * 3 + 2]!;
    expect([up(0, 0), up(0, 1)]).toEqual([0, 0]);
    expect(up(rings - 1, 0)).toBeCloseTo(-30, 9);
    expect(up(rings - 1, 1)).toBeCloseTo(-30, 9);
    for (let ring = 0; ring < rings; ring++) {
      // A mitre runs aslant up the ramp; the middle of the floor is on the line all the same.
      const middle = (up(ring, 0) + up(ring, 1)) / 2;
      expect(Math.min(...ramp.map((p) => Math.abs(p[2] - middle)))).toBeLessThan(1e-9);
      expect(up(ring, 2)).toBeGreaterThan(up(ring, 1));
    }
  });

  it('does not spin in a shaft that wobbles by millimetres', () => {
    const shaft = Array.from({ length: 20 }, (_, i) =>
      enu(0.004 * Math.sin(i * 2.4), 0.004 * Math.cos(i * 2.4), -25 * i),
    );
    const tube = sweepTube(shaft, crossSection('rectangle', 4, 3, 'centre'), { frame: 'upright' });
    expect(signedVolume(tube)).toBeCloseTo(12 * 25 * 19, 0);
    const rights = tubeSegments(shaft, 'upright').segments.map((s) => s.right);
    for (const right of rights) expect(right[0]).toBeGreaterThan(0.9999);
  });

  it('gives a shaft the heading of the roadway at its foot', () => {
    const { segments } = tubeSegments([enu(0, 0, 0), enu(0, 0, -100), enu(30, 30, -100)], 'upright');
    expect(segments[0]!.right[0]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(segments[0]!.right[1]).toBeCloseTo(-Math.SQRT1_2, 12);
  });

  it('has frames at right angles, the right hand to the right', () => {
    fc.assert(
      fc.property(line, frame, (points, turning) => {
        for (const { direction: d, right: r, up: u } of tubeSegments(points, turning).segments) {
          expect(d[0] * r[0] + d[1] * r[1] + d[2] * r[2]).toBeCloseTo(0, 9);
          expect(Math.hypot(...r)).toBeCloseTo(1, 9);
          expect(u[2]).toBeCloseTo(r[0] * d[1] - r[1] * d[0], 9);
          if (turning === 'upright' && Math.hypot(d[0], d[1]) > 0.09) expect(u[2]).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('skips segments of no length and says how many', () => {
    const tube = sweepTube([enu(0, 0, 0), enu(0, 0, 0), enu(9, 0, 0), enu(9, 0, 0)], circleSection(1, 6), {
      frame: 'transport',
    });
    expect(tube).toMatchObject({ skippedSegments: 2, closed: true });
    expect(sweepTube([enu(1, 1, 1), enu(1, 1, 1)], circleSection(1, 6), { frame: 'upright' })).toMatchObject({
      skippedSegments: 1,
      closed: false,
    });
  });

  it('leaves the ends open when asked', () => {
    const tube = sweepTube([enu(0, 0, 0), enu(9, 0, 0)], circleSection(1, 6), {
      frame: 'transport',
      caps: false,
    });
    expect(edgeReport(tube).open).toBe(12);
    expect(tube.closed).toBe(false);
  });
});
