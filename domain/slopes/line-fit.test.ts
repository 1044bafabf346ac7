import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorInflation, fitLine } from './line-fit.ts';

describe('fitLine', () => {
  it('finds an exact line, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 4, maxLength: 30 }),
        (a, b, weights) => {
          const x = weights.map((_, i) => i * 1.5 + 3);
          const fit = fitLine(
            x,
            x.map((v) => a + b * v),
            { weights },
          )!;
          expect(fit.slope).toBeCloseTo(b, 8);
          expect(fit.intercept).toBeCloseTo(a + b * fit.xMean, 8);
        },
      ),
    );
  });

  it('gives the textbook error of the slope', () => {
    // R: summary(lm(c(1, 3, 2, 5, 4) ~ c(1, 2, 3, 4, 5))) → slope 0.8, std. error 0.3464, R² 0.64
    const fit = fitLine([1, 2, 3, 4, 5], [1, 3, 2, 5, 4])!;
    expect(fit.slope).toBeCloseTo(0.8, 12);
    expect(fit.slopeError).toBeCloseTo(0.34641, 5);
    expect(fit.r2).toBeCloseTo(0.64, 12);
  });

  it('reads only the rows it is told to', () => {
    expect(fitLine([9, 0, 1, 2, 9], [9, 0, 2, 4, 9], { from: 1, to: 4 })!.slope).toBeCloseTo(2, 12);
  });

  it('refuses too little', () => {
    expect(fitLine([1, 2], [1, 2])).toBeNull();
    expect(fitLine([1, 1, 1], [1, 2, 3])).toBeNull();
  });
});

describe('errorInflation', () => {
  it('is 1 for white noise and grows with likeness, without end in sight but bounded', () => {
    expect(errorInflation(0)).toBe(1);
    expect(errorInflation(-0.5)).toBe(1);
    expect(errorInflation(0.5)).toBeCloseTo(Math.sqrt(3), 12);
    expect(errorInflation(1)).toBeCloseTo(Math.sqrt(39), 10);
  });
});
