import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { RISK_LEVELS } from './county.ts';
import { PROVENANCES } from './layers.ts';
import { outsideMineSchema } from './mines-outside.ts';

/**
 * The yearly regional treatment plan of a county (区域性隐蔽致灾因素治理方案), composed from register, features, pairs of mines and
 * ledger as they stood on a day. What is not known stands in it as a gap and is never smoothed over.
 */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256');
const day = z.iso.date();
const year = z.int().min(2000).max(2999);

/** In the order of the document. */
export const PLAN_CHAPTERS = [
  'basis',
  'statistics',
  'contiguous',
  'hydrogeology',
  'closed-mines',
  'other-hazards',
  'changes',
  'gaps',
] as const;
export type PlanChapter = (typeof PLAN_CHAPTERS)[number];

/** Why a mine lies in an area of complex hydrogeology. */
export const WATER_CRITERIA = [
  'shared-water-path',
  'water-holding-goaf',
  'conductive-fault',
  'water-over-workings',
  'graded-water',
  'ledger-water',
] as const;
export type WaterCriterion = (typeof WATER_CRITERIA)[number];

const waterRuleSchema = z.strictObject({
  id: z.string().min(1),
  criterion: z.enum(WATER_CRITERIA),
  value: z
    .number()
    .min(0)
    .optional()
    .describe('water-over-workings: metres of head; left out: nobody has configured it'),
  kinds: z.array(z.string()).default([]).describe('graded-water: kinds of disaster looked at'),
  grades: z.array(z.enum(RISK_LEVELS)).default([]).describe('graded-water: grades that count'),
  categories: z.array(z.string()).default([]).describe('ledger-water: categories of open hazards that count'),
  active: z.boolean().default(true),
  jurisdiction: z.string().min(1),
  clause: z.string().min(1),
  status: z.string().min(1).describe('how well the source is verified'),
  note: z.string().optional(),
});
export type WaterRule = z.output<typeof waterRuleSchema>;

/** `regionalPlan` of a county's rules. */
export const regionalPlanRulesSchema = z.strictObject({
  complexHydrogeology: z.array(waterRuleSchema).default([]).describe('one of them is enough'),
});
export type RegionalPlanRules = z.output<typeof regionalPlanRulesSchema>;

/** How sure what a field says is. `missing`: nobody has said it; `bad`: it is said, and is wrong or late. */
export const FIELD_TONES = ['plain', 'doubt', 'missing', 'bad'] as const;
export type FieldTone = (typeof FIELD_TONES)[number];

/** What the plan says of an object, by name; labels: domain/regional-plan/plan-words.ts. */
export const PLAN_FIELDS = [
  'title',
  'chapter',
  'parent',
  'mines',
  'certainty',
  'leaders',
  'withoutLeader',
  'disasterGrades',
  'reasons',
  'notTold',
  'closedSince',
  'shafts',
  'goafs',
  'water',
  'pairs',
  'check',
  'distance',
  'rule',
  'settles',
  'inLedger',
  'category',
  'place',
  'found',
  'evidence',
  'corroboration',
  'state',
  'hazards',
  'measure',
  'target',
  'responsible',
  'funding',
  'deadline',
  'contingencyPlan',
] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

const fieldSchema = z.strictObject({
  key: z.enum(PLAN_FIELDS),
  value: bilingualSchema.nullable().describe('null: missing'),
  tone: z.enum(FIELD_TONES),
});
export type PlanFieldValue = z.output<typeof fieldSchema>;

export const PLAN_OBJECT_KINDS = [
  'cluster',
  'neighbour-group',
  'pair',
  'water-area',
  'closed-mine',
  'unlisted-mine',
  'hazard',
] as const;

const objectSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(PLAN_OBJECT_KINDS),
  chapter: z.enum(PLAN_CHAPTERS),
  parent: z.string().nullable().describe('the object it stands under; null: under its chapter'),
  title: bilingualSchema,
  mines: z.array(z.string()),
  fields: z.array(fieldSchema),
});
export type PlanObject = z.output<typeof objectSchema>;

/** What the plan cannot say yet, and what would make it able to. */
export const PLAN_GAPS = [
  'mine-not-in-register',
  'no-neighbours-rule',
  'no-water-rule',
  'rule-not-configured',
  'mine-state-unknown',
  'kind-not-recorded',
  'no-leader',
  'no-mine-owner',
  'neighbours-not-told',
  'pair-uncertain',
  'pair-not-of-that-day',
  'feature-not-compared',
  'pair-not-in-ledger',
  'water-not-told',
  'closed-mine-not-recorded',
  'no-closing-day',
  'contradicted',
  'unverified',
  'inferred',
  'no-responsible',
  'no-measure',
  'no-funding',
  'no-deadline',
  'no-contingencyPlan',
  'no-target',
  'overdue',
] as const;
export type PlanGapKind = (typeof PLAN_GAPS)[number];

const gapSchema = z.strictObject({
  kind: z.enum(PLAN_GAPS),
  chapter: z.enum(PLAN_CHAPTERS),
  object: z.string().nullable().describe('object of the plan; null: of none'),
  of: bilingualSchema.describe('mine, hazard, pair or rule it is about'),
  detail: bilingualSchema.nullable(),
});
export type PlanGap = z.output<typeof gapSchema>;

const countSchema = z.strictObject({
  group: z.string(),
  key: z.string(),
  label: bilingualSchema,
  value: z.number(),
  isUnknown: z.boolean().describe('counts what nobody knows'),
});
export type PlanCount = z.output<typeof countSchema>;

/** What a version was made from. */
export const planPinsSchema = z.strictObject({
  county: z.string().describe('revision of the county bundle'),
  rules: z.strictObject({ file: z.string(), sha256 }).nullable().describe('null: there is no rule file'),
  ledger: z
    .array(z.strictObject({ mine: z.string(), versions: z.int().min(0), head: sha256.nullable() }))
    .describe(
      'head of the chain of each mine, the county’s register may list it or not; null: nothing is written yet',
    ),
});
export type PlanPins = z.output<typeof planPinsSchema>;

export const regionalPlanSchema = z.strictObject({
  format: z.literal('hyalite-regional-plan/1'),
  county: id,
  countyName: bilingualSchema,
  year,
  on: day.describe('the day it shows'),
  provenance: z.enum(PROVENANCES),
  pins: planPinsSchema,
  comparedWith: z
    .strictObject({ id: z.string(), year, on: day })
    .nullable()
    .describe('the version the changes are told against; null: none is frozen'),
  mines: z.array(z.strictObject({ id: z.string(), name: bilingualSchema })).describe('of the register'),
  outside: z
    .array(outsideMineSchema)
    .optional()
    .describe(
      'mines of the county that its register does not list; absent in versions frozen before plans told of them',
    ),
  objects: z.array(objectSchema),
  gaps: z.array(gapSchema),
  counts: z.array(countSchema),
  closedOut: z
    .array(
      z.strictObject({
        id: z.string().describe('as its object was called while it was open'),
        title: bilingualSchema,
        accepted: day.nullable().describe('null: it was found never to have been there'),
        closed: day.optional().describe('left out in versions frozen before plans told of it'),
        reached: z.string().describe('as it was measured; empty: nothing was treated'),
      }),
    )
    .optional()
    .describe('hazards closed in the year; absent in versions frozen before plans told of them'),
});
export type RegionalPlan = z.output<typeof regionalPlanSchema>;

/** Texts the official adds, one a chapter, as written. */
export const planTextSchema = z.strictObject({
  chapter: z.enum(PLAN_CHAPTERS),
  text: z.string().max(20_000),
  by: z.string(),
  at: z.iso.datetime(),
});
export type PlanText = z.output<typeof planTextSchema>;

/** Two versions, object by object. */
export const planChangeSchema = z.strictObject({
  kind: z.enum(['added', 'gone', 'changed']),
  object: z.string().describe('id in the later version; of what is gone, in the earlier one'),
  was: z.string().nullable().describe('id in the earlier version where it is another'),
  objectKind: z.enum(PLAN_OBJECT_KINDS),
  chapter: z.enum(PLAN_CHAPTERS),
  title: bilingualSchema,
  fields: z.array(
    z.strictObject({
      key: z.enum(PLAN_FIELDS),
      before: bilingualSchema.nullable(),
      after: bilingualSchema.nullable(),
    }),
  ),
});
export type PlanChange = z.output<typeof planChangeSchema>;
