import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrthographicPose } from '../section-view.ts';
import { axesOf, draggedBy, MOST_WIDTH, turnedBy, zoomedBy } from './orthographic-camera.ts';

const PIXELS = 1000;
const pose = (azimuth: number, pitch: number): OrthographicPose => ({
  target: [120, -40, -180],
  azimuth,
  pitch,
  width: 500,
});
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, v, k) => sum + v * b[k]!, 0);
const anyPose = fc
  .record({
    azimuth: fc.double({ min: 0, max: 360, noNaN: true }),
    pitch: fc.double({ min: -90, max: 90, noNaN: true }),
  })
  .map(({ azimuth, pitch }) => pose(azimuth, pitch));

test('the axes of any pose are a right-handed frame', () =>
  fc.assert(
    fc.property(anyPose, (one) => {
      const { forward, right, up } = axesOf(one);
      for (const [a, b] of [
        [forward, right],
        [forward, up],
        [right, up],
      ] as const)
        expect(dot(a, b)).toBeCloseTo(0, 12);
      const cross = [
        right[1] * up[2] - right[2] * up[1],
        right[2] * up[0] - right[0] * up[2],
        right[0] * up[1] - right[1] * up[0],
      ];
      expect(dot(cross, forward)).toBeCloseTo(-1, 12);
    }),
  ));

test('a plan has north at its top, a section looking north has east on its right', () => {
  expect(axesOf(pose(0, -90)).up[1]).toBeCloseTo(1, 12);
  expect(axesOf(pose(0, -90)).forward[2]).toBeCloseTo(-1, 12);
  expect(axesOf(pose(0, 0)).right).toEqual([1, -0, 0]);
  expect(axesOf(pose(0, 0)).up[2]).toBe(1);
});

/** Where a point lies in the picture, pixels from its middle, y down. */
const seenAt = (one: OrthographicPose, p: readonly number[]) => {
  const { right, up } = axesOf(one);
  const from = p.map((v, k) => v - one.target[k]!);
  const scale = PIXELS / one.width;
  return [dot(from, right) * scale, -dot(from, up) * scale];
};

test('dragging moves what is under the pointer by the pointer’s way', () =>
  fc.assert(
    fc.property(
      anyPose,
      fc.integer({ min: -400, max: 400 }),
      fc.integer({ min: -400, max: 400 }),
      (one, dx, dy) => {
        const p = [300, 100, -150];
        const [before, after] = [seenAt(one, p), seenAt(draggedBy(one, dx, dy, PIXELS), p)];
        expect(after[0]! - before[0]!).toBeCloseTo(dx, 6);
        expect(after[1]! - before[1]!).toBeCloseTo(dy, 6);
      },
    ),
  ));

test('zooming keeps what is under the pointer there', () =>
  fc.assert(
    fc.property(anyPose, fc.double({ min: 0.2, max: 5, noNaN: true }), (one, factor) => {
      const { right, up } = axesOf(one);
      const [x, y] = [210, -130];
      const scale = one.width / PIXELS;
      const p = one.target.map((v, k) => v + right[k]! * x * scale - up[k]! * y * scale);
      const after = seenAt(zoomedBy(one, factor, x, y, PIXELS), p);
      expect(after[0]).toBeCloseTo(x, 6);
      expect(after[1]).toBeCloseTo(y, 6);
    }),
  ));

test('neither turning nor zooming runs away', () => {
  expect(turnedBy(pose(10, -80), -100, 100).azimuth).toBeCloseTo(340, 9);
  expect(turnedBy(pose(10, -80), 0, 100).pitch).toBe(-90);
  expect(zoomedBy(pose(0, 0), 1e9, 0, 0, PIXELS).width).toBe(MOST_WIDTH);
});
