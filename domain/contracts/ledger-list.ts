import { z } from 'zod';
import { CORROBORATIONS } from '../hazards/cross-validation.ts';
import { FIVE_FIXED } from '../hazards/five-fixed.ts';
import { EVIDENCE_METHODS } from './driving.ts';
import { elevationSchema, HAZARD_STATES, hazardPlaceSchema } from './hazard.ts';
import { movedDeadlineSchema } from './moved-deadline.ts';

/**
 * The ledger as it is listed, counted and drawn: what follows from each hazard's last version on a day, and not the version itself, of
 * which `…/hazards/:hazard/versions` gives all.
 *
 * GET  /api/counties/:county/hazards?on=…&sort=…&from=…&count=…      hazardPageSchema: of all mines the reader sees
 * GET  /api/mines/:mine/hazards?…                                    hazardPageSchema
 * GET  /api/counties/:county/hazard-statistics?on=…&months=…         hazardStatisticsSchema
 * GET  /api/mines/:mine/hazard-statistics?…                          hazardStatisticsSchema
 * GET  /api/mines/:mine/hazard-places?on=…                           hazardPlacesSchema
 */
const day = z.iso.date().describe('YYYY-MM-DD');
const on = day.nullable().describe('the day that is shown; null: now');
const text = z.string();

const position = z.tuple([z.number(), z.number()]).describe('WGS 84 degrees, longitude first');

/** Where a hazard is, without its shape. */
const placeSummarySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('feature'), layer: text, feature: text }),
  z.strictObject({
    kind: z.enum(['point', 'line', 'polygon']),
    at: position.describe('its first corner'),
    corners: z.int().min(1),
  }),
]);
export type PlaceSummary = z.output<typeof placeSummarySchema>;

export const hazardRowSchema = z.strictObject({
  mine: text,
  id: text,
  number: z.int().min(1).describe('of the version, within the mine'),
  writtenAt: z.iso.datetime(),
  title: text,
  category: text,
  state: z.enum(HAZARD_STATES),
  place: placeSummarySchema,
  far: z
    .strictObject({ of: z.enum(['place', 'evidence']), metres: z.number().min(0) })
    .nullable()
    .describe(
      'it, or a standing piece of its evidence, is drawn far from the mine: by the rules of domain/hazards/far-place.ts; null: it is not, or nothing is known of where the mine lies',
    ),
  found: z.strictObject({ on: day, how: z.enum(EVIDENCE_METHODS), by: text }),
  corroboration: z.enum(CORROBORATIONS),
  lacksCorroboration: z
    .boolean()
    .describe(
      'it is open, and its evidence neither proves it nor rules it out by two methods; or it is in doubt',
    ),
  inDoubt: z.boolean().describe('it was accepted or closed, and its evidence does not bear that'),
  missing: z.array(z.enum(FIVE_FIXED)).describe('which of the five-fixed are missing'),
  responsible: z.strictObject({ person: text, department: text }).nullable(),
  deadline: day.nullable(),
  movedDeadline: movedDeadlineSchema
    .nullable()
    .describe('how it was moved up to the day shown; null: it never was'),
  overdue: z
    .int()
    .min(0)
    .nullable()
    .describe('days past the deadline on the day shown; null: there is no deadline'),
});
export type HazardRow = z.output<typeof hazardRowSchema>;

/** Rows in a page where nothing else is asked for, and at most: a page stays under 200 KB. */
export const ROWS_A_PAGE = 200;
const MOST_ROWS = 400;

export const LEDGER_SORTS = [
  'urgency',
  'title',
  'mine',
  'state',
  'corroboration',
  'fixed',
  'deadline',
  'moved',
] as const;
export type LedgerSort = (typeof LEDGER_SORTS)[number];

/** Given once or several times; none: all are kept. */
const several = <S extends z.ZodType>(one: S) => z.union([one, z.array(one).max(400)]).optional();
const flag = z.enum(['true', 'false']).optional();

/** What a page is asked for with. */
export const ledgerQuerySchema = z.object({
  on: day.optional().describe('the ledger as it stood at the end of that day; left out: now'),
  text: z
    .string()
    .max(200)
    .optional()
    .describe('all of its words are in the name, id, category, mine, finder or who is responsible'),
  state: several(z.enum(HAZARD_STATES)),
  corroboration: several(z.enum(CORROBORATIONS)),
  category: several(z.string().max(60)),
  mine: several(z.string().max(200)),
  incomplete: flag.describe('true: only where one of the five-fixed is missing'),
  overdue: flag.describe('true: only past their deadline'),
  moved: flag.describe('true: only where the deadline was moved'),
  lacking: flag.describe('true: only what lacks corroboration'),
  far: flag.describe('true: only what is drawn far from its mine'),
  sort: z.enum(LEDGER_SORTS).optional().describe('urgency where left out'),
  descending: flag,
  language: z
    .enum(['zh', 'en'])
    .optional()
    .describe('by whose names of mines it is sorted; zh where left out'),
  from: z.coerce.number().int().min(0).optional().describe('rows before the page; 0 where left out'),
  count: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_ROWS)
    .optional()
    .describe(`rows of the page; ${ROWS_A_PAGE} where left out`),
  find: z
    .string()
    .max(300)
    .optional()
    .describe('mine_id of a hazard: the page that holds it is given, where one does'),
});

export const hazardPageSchema = z.strictObject({
  on,
  revision: text.describe('the same for the same ledger on the same day: pages of one belong together'),
  all: z
    .int()
    .min(0)
    .describe('hazards of the ledger; where only what lacks corroboration is asked for, of these'),
  kept: z.int().min(0).describe('those that are as asked for'),
  from: z.int().min(0).describe('rows before these'),
  rows: z.array(hazardRowSchema),
});
export type HazardPage = z.output<typeof hazardPageSchema>;

const count = z.int().min(0);
const ofStates = z.strictObject(
  Object.fromEntries(HAZARD_STATES.map((state) => [state, count])) as Record<
    (typeof HAZARD_STATES)[number],
    typeof count
  >,
);
const ofCorroborations = z.strictObject(
  Object.fromEntries(CORROBORATIONS.map((one) => [one, count])) as Record<
    (typeof CORROBORATIONS)[number],
    typeof count
  >,
);

/** What the ledger holds on a day. All but `all`, `states`, `closed`, `lacking` and `inDoubt` counts open hazards only. */
export const stockCountsSchema = z.strictObject({
  all: count,
  open: count,
  lacking: count.describe('corroboration; closed ones in doubt are among them'),
  inDoubt: count.describe('accepted or closed, and their evidence does not bear that'),
  incomplete: count.describe('one of the five-fixed is missing'),
  overdue: count,
  withoutDeadline: count,
  moved: count.describe('its deadline was moved'),
  states: ofStates,
  categories: z
    .array(z.strictObject({ category: text, open: count, closed: count, by: ofCorroborations }))
    .describe('the one with most open hazards first'),
});
export type StockCounts = z.output<typeof stockCountsSchema>;

/** What came and went between the ends of two days. */
export const spanFlowSchema = z.strictObject({
  from: day,
  to: day,
  openBefore: count,
  found: count,
  closed: count,
  reopened: count.describe('closed before and open again'),
  openAfter: count,
});
export type SpanFlow = z.output<typeof spanFlowSchema>;

export const MOST_MONTHS = 60;
export const statisticsQuerySchema = z.object({
  on: day.optional().describe('as of the end of that day; left out: now'),
  months: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_MONTHS)
    .optional()
    .describe('ends of months before the day to which is told what came and went; none where left out'),
});

export const hazardStatisticsSchema = z.strictObject({
  on,
  revision: text,
  counts: stockCountsSchema,
  mines: z.array(text).describe('that have a hazard in the ledger'),
  flows: z.array(spanFlowSchema).describe('oldest first'),
});
export type HazardStatistics = z.output<typeof hazardStatisticsSchema>;

/** A hazard as it is drawn in the model of its mine. */
export const placedHazardSchema = hazardRowSchema
  .pick({
    mine: true,
    id: true,
    title: true,
    category: true,
    state: true,
    corroboration: true,
    inDoubt: true,
  })
  .extend({
    place: hazardPlaceSchema,
    elevation: elevationSchema.nullable().describe('null: not known, or the feature says it'),
  });
export type PlacedHazard = z.output<typeof placedHazardSchema>;
export const hazardPlacesSchema = z.strictObject({ on, hazards: z.array(placedHazardSchema) });
