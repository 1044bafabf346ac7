import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { MINE_GRADES, RISK_LEVELS } from './county.ts';
import { dutySchema } from './county-duties.ts';
import { mineFilterSchema } from './county-statistics.ts';
import { MINE_SIZES, MINE_STATES, MINE_TYPES } from './manifest.ts';
import { outsideMineSchema } from './mines-outside.ts';

/**
 * GET /api/counties/:county/duties?on=YYYY-MM-DD — every mine the reader sees against every duty of the county's rule file, what
 * matters first. Without `on` today, by the county's calendar (UTC+8). On a day to come it is judged by what is known today; of a
 * past day the register knows states and the days things were done, and nothing else.
 *
 * GET /api/counties/:county/duties/page?on=…&sort=…&from=…&count=… — dutyPageSchema: what the table shows of them, slim, a page of it.
 * GET /api/counties/:county/mines/:mine/duties?on= — the same of one mine, which `mines` holds alone.
 * GET /api/mines/:mine/duties?on= — the same by the rules of the county that lists the mine; 404: none does.
 */
const day = z.iso.date();

const stateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('met'), until: day.nullable() }),
  z.strictObject({ kind: z.literal('due'), on: day, days: z.int() }),
  z.strictObject({ kind: z.literal('missed'), since: day.nullable(), days: z.int().nullable() }),
  z.strictObject({
    kind: z.literal('not-applicable'),
    reason: z.enum(['mine-type', 'mine-state', 'mine-size', 'condition']),
  }),
  z.strictObject({ kind: z.literal('unknown'), missing: z.array(z.string()) }),
]);

/** Who says it. */
export const FACT_SOURCES = [
  'register',
  'history',
  'plans',
  'alarms',
  'cameras',
  'live',
  'model',
  'ledger',
] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

/** Why a value is not known, or what stands against it. */
export const FACT_DOUBTS = [
  'not-reported',
  'not-of-that-day',
  'not-signed',
  'not-heard',
  'nothing-to-judge',
  'no-hazard-recorded',
  'model-says-otherwise',
  'too-old',
] as const;
export type FactDoubt = (typeof FACT_DOUBTS)[number];

const factSchema = z.strictObject({
  value: z.union([z.number(), z.boolean(), day]).nullable(),
  source: z.enum(FACT_SOURCES).nullable(),
  doubt: z.enum(FACT_DOUBTS).nullable(),
});
export type KnownFact = z.output<typeof factSchema>;

const mineSchema = z.strictObject({
  mine: z.string(),
  name: bilingualSchema,
  town: z.string().nullable(),
  type: z.enum(MINE_TYPES),
  size: z.enum(MINE_SIZES).nullable().describe('null: nobody registered it'),
  leader: z.string().nullable().describe('accountable leader and office; null: none is named'),
  bundle: z.boolean().describe('it has a 3D bundle'),
  state: z.enum(MINE_STATES).describe('of that day, as grade and risk'),
  grade: z.enum(MINE_GRADES).nullable(),
  risk: z.enum(RISK_LEVELS).nullable(),
  score: z.number(),
  parts: z.array(
    z.strictObject({ duty: z.string(), because: z.enum(['missed', 'unknown']), points: z.number() }),
  ),
  states: z.array(stateSchema).describe('in the order of `duties`'),
  facts: z.record(z.string(), factSchema).describe('everything that duties look at, by name'),
});
export type DutyStateTold = z.output<typeof stateSchema>;
export type MineDutiesRow = z.output<typeof mineSchema>;

export const countyDutiesSchema = z.strictObject({
  county: z.string(),
  revision: z.string(),
  on: day,
  today: day,
  alarmDays: z.int().describe('days before `on` whose alarms are looked at'),
  rules: z
    .strictObject({ file: z.string(), problem: z.string().nullable() })
    .describe('`problem`: why there are no duties'),
  register: z
    .strictObject({ asOf: day.nullable(), goodForDays: z.int().min(1).nullable() })
    .describe(
      'of when the register is, and for how many days the rules hold what it reports for true; null: nobody says',
    ),
  duties: z.array(dutySchema),
  mines: z.array(mineSchema),
  outside: z
    .array(outsideMineSchema)
    .describe(
      'mines of the county that its register does not list: not judged, for duties go by what a register tells; of one mine alone none',
    ),
});
export type CountyDuties = z.output<typeof countyDutiesSchema>;

/** The states of a cell, what matters most first. */
export const DUTY_KINDS = ['missed', 'due', 'unknown', 'met', 'not-applicable'] as const;
export type DutyStateKind = (typeof DUTY_KINDS)[number];

const pointsSchema = z.strictObject({ count: z.int().min(0), points: z.number() });

/** A mine as the table shows it: what its score is made of in two sums; its parts and facts come with the mine. */
export const dutyListRowSchema = mineSchema
  .omit({ leader: true, size: true, bundle: true, parts: true, facts: true })
  .extend({
    points: z
      .strictObject({ missed: pointsSchema, unknown: pointsSchema })
      .describe('the score by what it is for'),
  });
export type DutyListRow = z.output<typeof dutyListRowSchema>;

/** Rows in a page where nothing else is asked for, and at most: a page stays under 150 KB. */
export const DUTY_ROWS_A_PAGE = 100;
const MOST_ROWS = 200;

/** Given once or several times; none: all are kept. */
const several = <S extends z.ZodType>(one: S) => z.union([one, z.array(one).max(200)]).optional();

/** What a page is asked for with. */
export const dutyPageQuerySchema = mineFilterSchema.omit({ warning: true }).extend({
  on: day.optional().describe('the day judged; left out: today'),
  text: z.string().max(200).optional().describe('is in the name or id of the mine'),
  duty: several(z.string().max(200)).describe('only these columns'),
  kind: several(z.enum(DUTY_KINDS)).describe('only mines with one of these in a column shown'),
  sort: z.string().max(200).optional().describe('score, name, or the id of a duty; score where left out'),
  descending: z.enum(['true', 'false']).optional().describe('true where left out'),
  language: z.enum(['zh', 'en']).optional().describe('by whose names it is sorted; zh where left out'),
  from: z.coerce.number().int().min(0).optional().describe('rows before the page; 0 where left out'),
  count: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_ROWS)
    .optional()
    .describe(`rows of the page; ${DUTY_ROWS_A_PAGE} where left out`),
  find: z.string().max(200).optional().describe('id of a mine: the page that holds it, where one does'),
  stamp: z
    .string()
    .max(100)
    .optional()
    .describe('of a page that came before: this one is of the same judging, as long as that is kept'),
});
export type DutyPageQuery = z.output<typeof dutyPageQuerySchema>;

export const dutyPageSchema = countyDutiesSchema.omit({ mines: true }).extend({
  stamp: z.string().describe('the same for pages that belong together'),
  all: z.int().min(0).describe('mines the reader sees'),
  kept: z.int().min(0).describe('those that are as asked for'),
  most: z.number().describe('the highest score of these'),
  counts: z
    .record(z.enum(DUTY_KINDS), z.int().min(0))
    .describe('cells of the columns shown, whatever `kind` is asked for'),
  columns: z.array(z.int().min(0)).describe('shown, by their place in `duties`'),
  from: z.int().min(0).describe('rows before these'),
  rows: z.array(dutyListRowSchema),
});
export type DutyPage = z.output<typeof dutyPageSchema>;
