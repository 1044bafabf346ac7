import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { MINE_GRADES, RISK_LEVELS } from './county.ts';
import { dutySchema } from './county-duties.ts';
import { MINE_STATES, MINE_TYPES } from './manifest.ts';

/**
 * GET /api/counties/:county/duties?on=YYYY-MM-DD — every mine the reader sees against every duty of the county's rule file, what
 * matters first. Without `on` today, by the county's calendar (UTC+8). On a day to come it is judged by what is known today; of a
 * past day the register knows states and the days things were done, and nothing else.
 *
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
    reason: z.enum(['mine-type', 'mine-state', 'condition']),
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
  duties: z.array(dutySchema),
  mines: z.array(mineSchema),
});
export type CountyDuties = z.output<typeof countyDutiesSchema>;
