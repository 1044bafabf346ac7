import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ringArea } from '../section/mesh-cut.ts';
import { lineInOpening, ringInOpening } from './cut-opening.ts';

const side = fc.double({ min: 1, max: 100, noNaN: true });
const corner = fc.double({ min: -100, max: 100, noNaN: true });

test('of a rectangle the opening leaves what both have', () => {
  fc.assert(
    fc.property(corner, corner, side, side, (s, t, width, height) => {
      const ring = Float64Array.of(s, t, s + width, t, s + width, t + height, s, t + height);
      const opening = { s: [-20, 30], t: [-40, 10] } as const;
      const wide = Math.max(0, Math.min(s + width, 30) - Math.max(s, -20));
      const high = Math.max(0, Math.min(t + height, 10) - Math.max(t, -40));
      const left = ringInOpening(ring, opening);
      expect(left ? ringArea(left) : 0).toBeCloseTo(wide * high, 6);
    }),
  );
});

test('a line is cut at all four edges', () => {
  const pieces = lineInOpening(Float64Array.of(-10, -10, 10, 10, 20, 0), { s: [-5, 15], t: [-8, 8] });
  expect(pieces.map((piece) => [...piece])).toEqual([
    [-5, -5, 8, 8],
    [12, 8, 15, 5],
  ]);
});
