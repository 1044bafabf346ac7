import { z } from 'zod';
import { MINE_GRADES, RISK_LEVELS, WARNING_LEVELS } from './county.ts';
import { MINE_SIZES, MINE_STATES, MINE_TYPES } from './manifest.ts';
import { SITE_KIND_IDS } from './site-kind-ids.ts';

/**
 * GET /api/counties/:county/statistics?on=YYYY-MM-DD&type=…&size=…&state=…&grade=…&risk=…&warning=…&town=… — what the reader sees,
 * counted by town. Each filter is a list with commas; one left out keeps all; `unknown` takes those of which it is not known. Without
 * `on` as it is now; risk and warnings are known of now only and count as unknown on another day; type, size and town are as they are
 * registered now, whatever the day.
 */
const list = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum([...values, 'unknown'])).min(1))
    .optional();

export const mineFilterSchema = z.strictObject({
  type: list(MINE_TYPES),
  size: list(MINE_SIZES),
  state: list(MINE_STATES),
  grade: list(MINE_GRADES),
  risk: list(RISK_LEVELS),
  warning: list(WARNING_LEVELS),
  town: z
    .string()
    .transform((text) => text.split(','))
    .optional(),
});
/** Which mines are meant. */
export type MineQuery = z.output<typeof mineFilterSchema>;

export const statisticsQuerySchema = mineFilterSchema.extend({ on: z.iso.date().optional() });

/** Every value has a number, also where it is 0; a mine of which nobody knows is counted as `unknown`. */
const counts = <T extends string>(values: readonly T[]) =>
  z.record(z.enum([...values, 'unknown']), z.int().min(0));

export const countedSchema = z.strictObject({
  mines: z.int().min(0),
  type: counts(MINE_TYPES),
  size: counts(MINE_SIZES),
  state: counts(MINE_STATES),
  grade: counts(MINE_GRADES),
  risk: counts(RISK_LEVELS),
  warning: counts(WARNING_LEVELS),
  sites: z.record(z.enum(SITE_KIND_IDS), z.int().min(0)).describe('by kind; of the town, whatever the mines'),
  sitesFlagged: z.int().min(0).describe('sites that some rule of the county flags'),
  sitesUndecided: z.int().min(0).describe('sites flagged by none of which data are missing to tell'),
  siteMarks: z
    .record(z.string(), z.int().min(0))
    .describe(
      'sites by flag and class; `TSF_CLOSE-unknown`: nobody can tell; a mark no site has is left out',
    ),
});
export type Counted = z.output<typeof countedSchema>;

export const countyCountsSchema = z.strictObject({
  county: z.string(),
  revision: z.string(),
  on: z.iso.date().nullable().describe('null: now'),
  total: countedSchema,
  towns: z
    .array(countedSchema.extend({ town: z.string().nullable().describe('null: of no town that is known') }))
    .describe('every town of the county in its order, then those of none where there are any'),
});
export type CountyCounts = z.output<typeof countyCountsSchema>;

export const countyStatisticsSchema = countyCountsSchema.extend({
  outside: z
    .array(z.string())
    .describe(
      'mines of the county that its register does not list: in none of these numbers; …/mines-outside tells of them',
    ),
});
export type CountyStatistics = z.output<typeof countyStatisticsSchema>;
