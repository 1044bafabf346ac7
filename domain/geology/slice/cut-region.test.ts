import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from '../section/mesh-cut.ts';
import { cutRegion, isCutAway, MOST_OUTLINE_CORNERS } from './cut-region.ts';
import { type BoxSlice, boxCorners, MOST_CORNERS, type PlaneSlice, towards } from './slice.ts';

const REACH = 3000;
const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });

describe('what a slice takes away', () => {
  it('of a plane is its right side, and the other when flipped', () => {
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.double({ min: 0, max: 360, noNaN: true }),
        coordinate,
        coordinate,
        coordinate,
        (e, n, azimuth, pe, pn, up) => {
          const plane: PlaneSlice = { kind: 'plane', at: [e, n], azimuth, flipped: false };
          const [de, dn] = towards(azimuth);
          // Metres to the right of the direction.
          const right = (pe - e) * dn - (pn - n) * de;
          fc.pre(Math.abs(right) > 1e-6);
          expect(isCutAway(cutRegion(plane, REACH), [pe, pn, up])).toBe(right > 0);
          expect(isCutAway(cutRegion({ ...plane, flipped: true }, REACH), [pe, pn, up])).toBe(right < 0);
        },
      ),
    );
  });

  it('of a box is what lies outside it, over and under it too', () => {
    const box: BoxSlice = {
      kind: 'box',
      centre: [100, 50],
      azimuth: 30,
      length: 200,
      width: 80,
      low: -100,
      high: 20,
      flipped: false,
    };
    const ring = Float64Array.from(boxCorners(box).flat());
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: -300, max: 300, noNaN: true }), (e, n, up) => {
        const [pe, pn] = [100 + e / 10, 50 + n / 10];
        const inside = contains(ring, pe, pn) && up >= -100 && up <= 20;
        expect(isCutAway(cutRegion(box, REACH), [pe, pn, up])).toBe(!inside);
        expect(isCutAway(cutRegion({ ...box, flipped: true }, REACH), [pe, pn, up])).toBe(inside);
      }),
    );
    const [a, b, c] = boxCorners(box);
    expect(Math.hypot(b[0] - a[0], b[1] - a[1])).toBeCloseTo(200, 9);
    expect(Math.hypot(c[0] - b[0], c[1] - b[1])).toBeCloseTo(80, 9);
  });

  it('of a bent line is the right of it, beyond its ends too', () => {
    const region = cutRegion(
      {
        kind: 'line',
        line: [
          [-500, 0],
          [0, 0],
          [0, 500],
        ],
        flipped: false,
      },
      REACH,
    );
    for (const [e, n, away] of [
      [-300, -10, true],
      [-300, 10, false],
      [10, 300, true],
      [-10, 300, false],
      [-1900, -10, true],
      [-1900, 10, false],
      [10, 1900, true],
      [-10, 1900, false],
      [1500, -1500, true],
      [-1500, 1500, false],
    ] as const)
      expect(isCutAway(region, [e, n, 0]), `${e} ${n}`).toBe(away);
  });

  it('of a level is what lies above', () => {
    const level = { kind: 'level', up: -50, flipped: false } as const;
    expect(isCutAway(cutRegion(level, REACH), [0, 0, -49])).toBe(true);
    expect(isCutAway(cutRegion(level, REACH), [0, 0, -51])).toBe(false);
    expect(isCutAway(cutRegion({ ...level, flipped: true }, REACH), [0, 0, -51])).toBe(true);
  });

  it('has no more corners than the shader takes, however the line lies', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: MOST_CORNERS, maxLength: MOST_CORNERS }),
        (line) => {
          const { outline } = cutRegion({ kind: 'line', line, flipped: false }, REACH);
          expect(outline.length / 2).toBeLessThanOrEqual(MOST_OUTLINE_CORNERS);
          expect(outline.every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });

  it('refuses a line without length', () => {
    const still = {
      kind: 'line',
      line: [
        [1, 1],
        [1, 1],
      ],
      flipped: false,
    } as const;
    expect(() => cutRegion(still, REACH)).toThrow('two points apart');
  });
});
