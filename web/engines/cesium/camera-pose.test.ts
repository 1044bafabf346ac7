import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cameraAxes,
  cameraPosition,
  clampPitch,
  poseFrom,
  rayDirection,
  wrapHeading,
} from './camera-pose.ts';
import { dot, length, subtract } from './vector.ts';

const heading = fc.double({ min: -720, max: 720, noNaN: true });
const pitch = fc.double({ min: -89, max: 89, noNaN: true });
const metre = fc.double({ min: -5000, max: 5000, noNaN: true });

describe('camera pose', () => {
  it('looks north, level, with up upward at heading and pitch 0', () => {
    const axes = cameraAxes(0, 0);
    expect(axes.direction).toEqual([0, 1, 0]);
    expect(axes.right).toEqual([1, -0, 0]);
    expect(axes.up[2]).toBe(1);
  });

  it('turns clockwise: heading 90 looks east; positive pitch looks up', () => {
    expect(cameraAxes(90, 0).direction[0]).toBeCloseTo(1, 12);
    expect(cameraAxes(0, 30).direction[2]).toBeCloseTo(0.5, 12);
  });

  it('has right-handed unit axes and never rolls', () => {
    fc.assert(
      fc.property(heading, pitch, (h, p) => {
        const { direction, right, up } = cameraAxes(h, p);
        for (const axis of [direction, right, up]) expect(length(axis)).toBeCloseTo(1, 12);
        expect(dot(direction, right)).toBeCloseTo(0, 12);
        expect(dot(direction, up)).toBeCloseTo(0, 12);
        expect(right[2]).toBe(0);
        expect(up[2]).toBeGreaterThan(0);
      }),
    );
  });

  it('goes pose → position → pose', () => {
    fc.assert(
      fc.property(
        metre,
        metre,
        metre,
        heading,
        pitch,
        fc.double({ min: 1, max: 9000, noNaN: true }),
        (e, n, u, h, p, r) => {
          const back = poseFrom(
            cameraPosition({ target: [e, n, u], heading: h, pitch: p, range: r }),
            h,
            p,
            r,
          );
          expect(length(subtract(back.target, [e, n, u]))).toBeLessThan(1e-8);
          expect(back.heading).toBeGreaterThanOrEqual(0);
          expect(back.heading).toBeLessThanOrEqual(360);
        },
      ),
    );
  });

  it('keeps headings in a circle and pitch short of the pole', () => {
    expect(wrapHeading(-30)).toBe(330);
    expect(wrapHeading(725)).toBe(5);
    expect(clampPitch(-120)).toBe(-89);
    expect(clampPitch(90)).toBe(89);
  });

  it('casts the middle ray along the view and the upper edge by half the field of view', () => {
    const pose = { target: [0, 0, 0] as const, heading: 40, pitch: -20, range: 100 };
    const axes = cameraAxes(40, -20);
    expect(dot(rayDirection(pose, 0, 0, 0.5, 1.6), axes.direction)).toBeCloseTo(1, 12);
    const top = rayDirection(pose, 0, 1, 0.5, 1.6);
    expect(dot(top, axes.up) / dot(top, axes.direction)).toBeCloseTo(0.5, 12);
    const side = rayDirection(pose, 1, 0, 0.5, 1.6);
    expect(dot(side, axes.right) / dot(side, axes.direction)).toBeCloseTo(0.8, 12);
  });
});
