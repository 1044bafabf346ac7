import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsSixteenBits, fromGrid, GRID_STEP, MAX_QUANTISED_SPAN, thickened, toGrid } from './quantise.ts';

const metres = fc.double({ min: -60_000, max: 60_000, noNaN: true });

test('the grid is never more than 5 mm off', () => {
  fc.assert(
    fc.property(metres, (at) => {
      expect(Math.abs(fromGrid(toGrid(at)) - at)).toBeLessThanOrEqual(0.005);
    }),
  );
});

test('two tiles with different origins decode a shared vertex to the same float32 bits', () => {
  fc.assert(
    fc.property(metres, fc.nat(MAX_QUANTISED_SPAN), fc.nat(MAX_QUANTISED_SPAN), (at, inOne, inOther) => {
      const steps = toGrid(at);
      const decode = (stored: number) =>
        Math.fround(Math.fround(fromGrid(steps - stored)) + Math.fround(Math.fround(GRID_STEP) * stored));
      expect(decode(inOne)).toBe(decode(inOther));
    }),
  );
});

test('16 bits end just below 512 m', () => {
  expect(fitsSixteenBits([0, 0, 0, toGrid(511.99), 0, 0])).toBe(true);
  expect(fitsSixteenBits([0, 0, 0, 0, 0, toGrid(512)])).toBe(false);
});

test('a flat box becomes at least 10 cm thick and still holds what it held', () => {
  const thick = thickened([0, 0, 77, 1000, 5, 77]);
  expect(fromGrid(thick[5] - thick[2])).toBeGreaterThanOrEqual(0.1);
  expect(fromGrid(thick[4] - thick[1])).toBeGreaterThanOrEqual(0.1);
  expect([thick[0], thick[3]]).toEqual([0, 1000]);
  expect(thick[2]).toBeLessThan(77);
});
