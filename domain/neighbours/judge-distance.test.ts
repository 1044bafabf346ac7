import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeDistance, together } from './judge-distance.ts';

describe('judgeDistance', () => {
  it.each([
    [10, 2, 20, 'found', true],
    [19, 2, 20, 'found', false],
    [21, 2, 20, 'unknown', false],
    [22, 2, 20, 'denied', true],
    [10, null, 20, 'found', false],
    [900, null, 20, 'unknown', false],
    [10, 2, null, 'unknown', false],
    [0, 0, null, 'found', true],
    [0, 2, null, 'found', false],
    [-5, 2, null, 'found', true],
    [1, 2, null, 'unknown', false],
    [0, 0, 0, 'found', true],
    [0, 1, 0, 'found', false],
    [-5, 1, 0, 'found', true],
    [1, 1, 0, 'unknown', false],
    [1, 0.5, 0, 'denied', true],
  ] as const)('%s m ± %s against %s is %s, certain: %s', (distance, plusMinus, bound, answer, certain) => {
    expect(judgeDistance(distance, plusMinus, bound)).toMatchObject({ answer, certain });
  });

  it('says nothing for certain that an error within the ± would turn round', () => {
    const metres = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(
        metres,
        metres,
        metres,
        fc.double({ min: -1, max: 1, noNaN: true }),
        (d, e, bound, share) => {
          const { answer, certain } = judgeDistance(d, e, bound);
          const truly = d + share * e;
          if (certain && answer === 'denied') expect(truly).toBeGreaterThanOrEqual(bound);
          if (certain && answer === 'found' && bound > 0) expect(truly).toBeLessThanOrEqual(bound);
        },
      ),
    );
  });
});

it('adds errors up, and knows nothing of a sum of which a part is unknown', () => {
  expect(together(1, 2.5)).toBe(3.5);
  expect(together(1, null)).toBeNull();
});
