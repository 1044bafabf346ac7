import { z } from 'zod';
import { topicId } from './topic.ts';

/**
 * GET /api/mines/{mine}/trend?device&metrics&from&to&bin: metrics of one device as means over bins, for charts. `from`,
 * `to`, `bin` in ms; metrics separated by commas. A value is null where the bin has none of that metric.
 */

/** More points than any chart has pixels. */
export const MOST_TREND_BINS = 5_000;

export const trendQuerySchema = z
  .strictObject({
    device: topicId,
    metrics: z
      .string()
      .transform((text) => text.split(','))
      .pipe(
        z
          .array(z.string().regex(/^[a-z]+\.[a-z0-9-]+$/, 'kind.metric, e.g. water.level'))
          .min(1)
          .max(8),
      ),
    from: z.coerce.number().int().min(0),
    to: z.coerce.number().int().min(0),
    bin: z.coerce.number().int().min(1_000),
  })
  .refine(({ from, to }) => from < to, { error: 'from must be before to', path: ['from'] })
  .refine(({ from, to, bin }) => (to - from) / bin <= MOST_TREND_BINS, {
    error: `at most ${MOST_TREND_BINS} bins: ask for a larger bin or a shorter time`,
    path: ['bin'],
  });

export const trendSchema = z.strictObject({
  device: z.string(),
  metrics: z.array(z.string()),
  time: z.array(z.number()),
  values: z.array(z.array(z.number().nullable())).describe('one array a metric, as long as time'),
  first: z
    .strictObject({ time: z.number(), values: z.array(z.number().nullable()) })
    .nullable()
    .describe('of kind slope: medians over the first hour ever kept, which displacement counts from'),
});
export type Trend = z.output<typeof trendSchema>;
