import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanPoint } from '../geology/section/curtain.ts';
import { box, moved, torus, turnedInsideOut } from '../geometry/sample-solids.test-kit.ts';
import { signedVolume } from '../geometry/triangle-mesh.ts';
import { bodyVolumeIn } from './body-volume.ts';

const square = (e: number, n: number, side: number): PlanPoint[] => [
  [e, n],
  [e + side, n],
  [e + side, n + side],
  [e, n + side],
];
const ring = torus(100, 30, 16, 24);
const whole = Math.abs(signedVolume(ring));
const ALL = { low: -1000, high: 1000 };

describe('a body in a prism', () => {
  test('of a box is the box they share', () => {
    const body = box([0, 0, -50], [100, 60, 50]);
    expect(bodyVolumeIn(body, { ring: square(20, 30, 200), low: -10, high: 500 })).toBeCloseTo(
      80 * 30 * 60,
      6,
    );
    expect(bodyVolumeIn(body, { ring: square(500, 0, 10), ...ALL })).toBe(0);
    expect(bodyVolumeIn(body, { ring: square(0, 0, 500), low: 60, high: 90 })).toBe(0);
  });

  test('all of it is its volume, whichever way its triangles run', () => {
    const around = { ring: square(-200, -200, 400), ...ALL };
    expect(bodyVolumeIn(ring, around)).toBeCloseTo(whole, 4);
    expect(bodyVolumeIn(turnedInsideOut(ring), around)).toBeCloseTo(whole, 4);
  });

  test('far from the frame’s origin it keeps its digits', () => {
    const far = moved(ring, [80_000, -60_000, 0]);
    const around = { ring: square(79_800, -60_200, 400), ...ALL };
    expect(bodyVolumeIn(far, around) / whole).toBeCloseTo(1, 9);
  });

  test('parts of a prism, above each other or beside each other, add up to the whole', () => {
    const number = fc.double({ min: -120, max: 120, noNaN: true });
    fc.assert(
      fc.property(number, number, number, fc.double({ min: -29, max: 29, noNaN: true }), (a, b, c, level) => {
        // A concave outline cut by a line from a corner that sees all the others.
        const outline: PlanPoint[] = [
          [-150, -150],
          [150, -150],
          [150, a],
          [b / 4, c / 4],
          [a, 150],
          [-150, 150],
        ];
        const one = bodyVolumeIn(ring, { ring: outline, ...ALL });
        const upper = bodyVolumeIn(ring, { ring: outline, low: level, high: 1000 });
        const lower = bodyVolumeIn(ring, { ring: outline, low: -1000, high: level });
        expect(upper + lower).toBeCloseTo(one, 3);
        expect(upper).toBeGreaterThanOrEqual(-1e-6);
        expect(one).toBeLessThanOrEqual(whole * (1 + 1e-9));
      }),
      { numRuns: 40 },
    );
  });
});
