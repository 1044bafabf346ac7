import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curtainFrame } from '../section/curtain.ts';
import { cutHoles, type HoleInterval } from './cut-holes.ts';

const interval = (...points: readonly (readonly [number, number, number])[]): HoleInterval => ({
  layerId: 'boreholes',
  featureId: 'ZK1 0–10',
  hole: 'ZK1',
  title: 'ZK1 0–10 m',
  rock: { zh: '灰岩', en: 'limestone' },
  colour: '#8090a0',
  line: Float64Array.from(points.flat()),
});
const eastward = curtainFrame([
  [0, 0],
  [100, 0],
]);

test('a hole within the band is laid in at right angles, one beyond it is not', () => {
  const near = interval([40, 12, 100], [40, 12, 0]);
  const far = interval([40, 16, 100], [40, 16, 0]);
  expect(cutHoles(eastward, [near, far], 15).map(({ interval: i, line }) => [i, ...line])).toEqual([
    [0, 40, 100, 40, 0],
  ]);
});

test('of a hole that goes through the cut only the part in the band is there', () => {
  const through = interval([10, -50, 100], [60, 50, 0]);
  const [cut] = cutHoles(eastward, [through], 10);
  expect([...cut!.line]).toEqual([30, 60, 40, 40]);
});

test('a bent hole that comes near twice is there in two pieces', () => {
  const bent = interval([10, 0, 0], [20, 30, -10], [30, 0, -20]);
  expect(cutHoles(eastward, [bent], 3)).toHaveLength(2);
});

test('what is laid in lies in the band, whichever way the cut and the hole run', () => {
  const metre = fc.double({ min: -100, max: 100, noNaN: true });
  const point = fc.tuple(metre, metre, metre);
  fc.assert(
    fc.property(
      fc.tuple(metre, metre),
      point,
      point,
      fc.double({ min: 1, max: 50, noNaN: true }),
      (b, p, q, band) => {
        fc.pre(Math.hypot(...b) > 1);
        const frame = curtainFrame([[0, 0], b]);
        const [unitE, unitN] = [b[0] / Math.hypot(...b), b[1] / Math.hypot(...b)];
        for (const { line } of cutHoles(frame, [interval(p, q)], band))
          for (let i = 0; i < line.length; i += 2) {
            // The share of the way down the hole that its height there says, if it has one.
            const f = (line[i + 1]! - p[2]) / (q[2] - p[2]);
            if (!Number.isFinite(f) || Math.abs(q[2] - p[2]) < 0.1) continue;
            const [e, n] = [p[0] + f * (q[0] - p[0]), p[1] + f * (q[1] - p[1])];
            expect(Math.abs(e * unitN - n * unitE)).toBeLessThanOrEqual(band + 1e-6);
            expect(line[i]).toBeCloseTo(e * unitE + n * unitN, 6);
          }
      },
    ),
  );
});
