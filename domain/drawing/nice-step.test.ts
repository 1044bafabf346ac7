import fc from 'fast-check';
import { expect, test } from 'vitest';
import { multiplesIn, niceStep } from './nice-step.ts';

test.each([
  [1, 1],
  [1.01, 2],
  [3, 5],
  [37.5, 50],
  [50, 50],
  [51, 100],
  [0.03, 0.05],
])('for at least %d the step is %d', (least, step) => expect(niceStep(least)).toBeCloseTo(step, 12));

test('a step is never below what was asked nor over 2.5 times it', () =>
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (least) => {
      const step = niceStep(least);
      expect(step).toBeGreaterThanOrEqual(least * (1 - 1e-8));
      expect(step).toBeLessThanOrEqual(least * 2.5 * (1 + 1e-8));
    }),
  ));

test('multiples hold both ends, at zone-prefixed eastings too', () => {
  expect(multiplesIn(39_512_300, 39_512_600, 100)).toEqual([39_512_300, 39_512_400, 39_512_500, 39_512_600]);
  expect(multiplesIn(1, 1.5, 2)).toEqual([]);
  expect(() => niceStep(0)).toThrow(RangeError);
});
