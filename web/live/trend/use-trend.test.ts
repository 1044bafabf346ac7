import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_TREND_BINS, trendQuerySchema } from '../../../domain/contracts/live/trend.ts';
import { roundedSpan, trendUrl } from './use-trend.ts';

test('the question is one the gateway takes, for any span', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 * 86_400_000 }),
      fc.integer({ min: 10, max: 2_000 }),
      (length, points) => {
        const now = 1_790_000_000_000;
        const span = roundedSpan(now - length, now, points);
        const url = trendUrl({ mine: 'pit', device: 'BP-1', metrics: ['slope.e', 'slope.n'], ...span });
        const query = trendQuerySchema.parse(Object.fromEntries(new URLSearchParams(url.split('?')[1])));
        expect(query.metrics).toEqual(['slope.e', 'slope.n']);
        expect((query.to - query.from) / query.bin).toBeLessThanOrEqual(MOST_TREND_BINS);
        expect(query.to).toBeGreaterThanOrEqual(now);
        expect(query.from).toBeLessThanOrEqual(now - length);
      },
    ),
  );
});

test('the question stays the same while the clock runs within a bin', () => {
  const now = 1_790_000_000_000;
  const at = (ms: number) =>
    trendUrl({ mine: 'm', device: 'd', metrics: ['a.b'], ...roundedSpan(0, ms, 500) });
  expect(at(now + 1_000)).toBe(at(now));
});
