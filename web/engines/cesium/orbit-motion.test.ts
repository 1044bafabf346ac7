import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CameraPose } from '../mine-view.ts';
import { cameraAxes, cameraPosition } from './camera-pose.ts';
import { constrain, orbit, orbitLimits, pan, zoom } from './orbit-motion.ts';
import { dot, length, subtract, type Vec3 } from './vector.ts';

const limits = orbitLimits({ min: [-1000, -1000, -600], max: [1000, 1000, 100] }, 1, 100);

const within = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
const poses = fc
  .tuple(
    within(-900, 900),
    within(-900, 900),
    within(-500, 50),
    within(0, 359),
    within(-89, 89),
    within(5, 4000),
  )
  .map(([e, n, u, heading, pitch, range]): CameraPose => ({ target: [e, n, u], heading, pitch, range }));
const pivots = fc.tuple(within(-900, 900), within(-900, 900), within(-500, 50));

/** Where a point shows in the picture: offsets over depth. */
const onScreen = (pose: CameraPose, point: Vec3): [number, number, number] => {
  const axes = cameraAxes(pose.heading, pose.pitch);
  const arm = subtract(point, cameraPosition(pose));
  const depth = dot(arm, axes.direction);
  return [dot(arm, axes.right) / depth, dot(arm, axes.up) / depth, depth];
};

const inside = (pose: CameraPose): boolean =>
  pose.target.every((v, i) => v >= limits.box.min[i]! && v <= limits.box.max[i]!) &&
  Math.abs(pose.pitch) <= 89 &&
  pose.range >= limits.minRange &&
  pose.range <= limits.maxRange;

describe('orbit camera', () => {
  it('keeps the pivot where it is on the screen while turning about it', () => {
    const pose: CameraPose = { target: [0, 0, -200], heading: 30, pitch: -30, range: 800 };
    const pivot: Vec3 = [60, -40, -150];
    const before = onScreen(pose, pivot);
    const after = onScreen(orbit(pose, pivot, 25, 20, limits), pivot);
    for (let i = 0; i < 3; i++) expect(after[i]).toBeCloseTo(before[i]!, 9);
  });

  it('keeps the pivot where it is on the screen while zooming', () => {
    const pose: CameraPose = { target: [0, 0, -200], heading: 30, pitch: -30, range: 800 };
    const pivot: Vec3 = [160, -40, -150];
    const before = onScreen(pose, pivot);
    const nearer = zoom(pose, pivot, 0.5, limits);
    const after = onScreen(nearer, pivot);
    expect(after[0]).toBeCloseTo(before[0], 9);
    expect(after[1]).toBeCloseTo(before[1], 9);
    expect(after[2]).toBeCloseTo(before[2] / 2, 9);
  });

  it('never jumps through what the pointer is on, however hard the wheel is turned', () => {
    fc.assert(
      fc.property(
        poses,
        pivots,
        fc.array(within(1e-6, 1), { minLength: 1, maxLength: 20 }),
        (pose, pivot, factors) => {
          let now = pose;
          const start = length(subtract(cameraPosition(pose), pivot));
          for (const factor of factors) now = zoom(now, pivot, factor, limits);
          const distance = length(subtract(cameraPosition(now), pivot));
          expect(distance).toBeGreaterThanOrEqual(Math.min(start, limits.minRange) * (1 - 1e-6));
          const side = dot(subtract(cameraPosition(now), pivot), subtract(cameraPosition(pose), pivot));
          expect(side).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('cannot be lost: every chain of moves ends inside the limits, upright', () => {
    const move = fc.oneof(
      fc.tuple(fc.constant('orbit' as const), within(-400, 400), within(-400, 400)),
      fc.tuple(fc.constant('pan' as const), within(-9000, 9000), within(-9000, 9000)),
      fc.tuple(fc.constant('zoom' as const), within(0.01, 50), within(0, 1)),
    );
    fc.assert(
      fc.property(poses, pivots, fc.array(move, { maxLength: 30 }), (start, pivot, moves) => {
        let pose = start;
        for (const [kind, a, b] of moves) {
          if (kind === 'orbit') pose = orbit(pose, pivot, a, b, limits);
          else if (kind === 'pan') pose = pan(pose, a, b, limits);
          else pose = zoom(pose, pivot, a, limits);
        }
        expect(inside(constrain(pose, limits))).toBe(true);
        if (moves.length > 0) expect(inside(pose)).toBe(true);
        expect(cameraAxes(pose.heading, pose.pitch).up[2]).toBeGreaterThan(0);
      }),
    );
  });

  it('brings a strayed pose back, and leaves a good one alone', () => {
    const lost: CameraPose = { target: [9e6, -9e6, 9e6], heading: 400, pitch: 95, range: 1e9 };
    const found = constrain(lost, limits);
    expect(inside(found)).toBe(true);
    expect(constrain(found, limits)).toEqual(found);
  });

  it('stretches its limits with the exaggeration, about the height that stays', () => {
    const tall = orbitLimits({ min: [0, 0, -100], max: [10, 10, 100] }, 3, 100);
    expect(tall.box.max[2] - tall.box.min[2]).toBeGreaterThan(600);
    expect(tall.box.max[2]).toBeGreaterThan(100);
    expect(tall.box.min[2]).toBeLessThan(-500);
  });
});
