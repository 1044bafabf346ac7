import { z } from 'zod';
import { dutySchema } from '../county-duties.ts';
import { majorListingRuleSchema, majorRepeatRuleSchema } from '../major-hazard.ts';
import { MINE_SIZES } from '../manifest.ts';
import { neighbourRulesSchema } from '../neighbours.ts';
import { planRuleSchema } from '../plans.ts';
import { regionalPlanRulesSchema } from '../regional-plan.ts';
import { siteRulesSchema } from '../site-rules.ts';
import { ALARM_KINDS, URGENCIES } from './alarm.ts';

/**
 * The rules of one county: a plain YAML file (data/rules/<county>.yaml). Code never holds a regulatory number; a rule
 * names where its number is written and how well that is verified.
 */

const ruleSchema = z.strictObject({
  id: z.string().min(1),
  check: z.enum(ALARM_KINDS),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string().describe('source document, public copy, mine setting …'),
  basis: z.string().optional().describe('what the number is measured by, e.g. design or current height'),
  dueBy: z.iso.date().optional(),
  /** The bound. Left out where the source gives none: then the mine gives it in live.yaml, or the rule does not run. */
  value: z.number().optional(),
  unit: z.string().optional(),
  /** reading-threshold, reading-change: what is read, kind.metric. */
  metric: z.string().optional(),
  op: z.enum(['>=', '>', '<=', '<']).optional(),
  /** reading-threshold, reading-change: by how much the value must come back before the alarm clears. */
  hysteresis: z.number().min(0).default(0),
  /** reading-change: change of the value itself, or in per cent of what it was. */
  change: z.enum(['absolute', 'percent']).optional(),
  /** reading-change: over how long. Sources rarely say; then the mine does (settings.changeWindowMinutes). */
  windowMinutes: z.number().positive().optional(),
  /** false: kept for reference and shown as not running, e.g. because its number is not verified. */
  active: z.boolean().default(true),
  urgency: z.enum(URGENCIES).default('alarm'),
  /** The rule holds only in these mines. */
  mineTypes: z.array(z.string()).default([]).describe('empty: all'),
  mineStates: z.array(z.string()).default([]).describe('empty: all'),
  onlyRectification: z.boolean().default(false),
  /** A finding must hold this long before it is raised, and be gone this long before it clears: no flapping. */
  raiseAfterSeconds: z.number().min(0).default(5),
  clearAfterSeconds: z.number().min(0).default(10),
  note: z.string().optional(),
});

/** How many per cent of what must be covered by cameras, by which day. */
const coverageSchema = z.strictObject({
  id: z.string(),
  of: z.enum(['key-places', 'main-work-places']),
  percent: z.number(),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string(),
  note: z.string().optional(),
});

/** From which height a slope or dump must be monitored. */
const slopeHeightSchema = z.strictObject({
  id: z.string(),
  object: z.enum(['slope', 'waste-dump']),
  op: z.enum(['>', '>=']),
  value: z.number(),
  basis: z.enum(['design', 'current', 'unspecified']),
  meaning: z.enum(['network', 'major-hazard', 'focus']),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string(),
  note: z.string().optional(),
});

/** How a mine must, or must not, be laid out: judged from its model, not from live data. */
export const LAYOUT_CHECKS = [
  'exit-count',
  'exit-spacing',
  'exit-wing',
  'producing-levels',
  'hot-work-distance',
  'inrush-coefficient',
] as const;

/** Judged elsewhere than with the ways out, where nobody asks for the size of the mine. */
const OF_ANY_SIZE: ReadonlySet<string> = new Set(['hot-work-distance', 'inrush-coefficient']);
const layoutSchema = z
  .strictObject({
    id: z.string(),
    check: z.enum(LAYOUT_CHECKS),
    /** The finding holds where the measured value stands so to the bound. */
    op: z.enum(['>=', '>', '<=', '<']),
    value: z.number(),
    unit: z.string(),
    /** A method for coal mines: elsewhere shown as reference only. */
    coalOnly: z.boolean().default(false),
    mineTypes: z.array(z.string()).default([]).describe('empty: all'),
    /** The rule holds only for mines of these sizes; of a mine whose size nobody registered what it would find is unknown. */
    mineSizes: z.array(z.enum(MINE_SIZES)).default([]).describe('empty: all'),
    jurisdiction: z.string(),
    clause: z.string(),
    status: z.string(),
    note: z.string().optional(),
  })
  .refine(({ check, mineSizes }) => mineSizes.length === 0 || !OF_ANY_SIZE.has(check), {
    path: ['mineSizes'],
    message: 'this check is not asked by the size of a mine',
  });

/** What area must be surveyed for hidden hazards, and by when. */
const surveyScopeSchema = z.strictObject({
  id: z.string(),
  when: z.enum(['producing', 'resumption']),
  /** Of the mining planned for so many years ahead; where a source gives a span, its longer end. */
  years: z.number().positive(),
  /** Every year by this day, MM-DD. */
  yearlyBy: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .optional(),
  dueBy: z.iso.date().optional(),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string(),
  note: z.string().optional(),
});

/** Kinds of disaster as the register's column names them: 水害 or "water". */
const disasterKindsSchema = z.strictObject({
  id: z.string(),
  mineTypes: z.array(z.string()).default([]).describe('empty: all'),
  kinds: z.array(z.string()).min(1),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string(),
  note: z.string().optional(),
});

export const ruleBookSchema = z.strictObject({
  'hyalite-rules': z.literal(1),
  county: z.string(),
  /** The same-day close-out of an alarm (ALARM_CLOSE), where the county asks for it. */
  closeOut: z
    .strictObject({
      by: z.literal('same-day'),
      escalateMinutesBefore: z
        .number()
        .positive()
        .optional()
        .describe(
          "the county's own choice; else settings.escalateMinutesBefore of live.yaml, else at the end itself",
        ),
      jurisdiction: z.string(),
      clause: z.string(),
      status: z.string(),
      note: z.string().optional(),
    })
    .optional(),
  rules: z.array(ruleSchema),
  cameraCoverage: z.array(coverageSchema).default([]),
  slopeHeights: z.array(slopeHeightSchema).default([]),
  layout: z.array(layoutSchema).optional(),
  surveyScopes: z.array(surveyScopeSchema).optional(),
  registerGoodFor: z
    .strictObject({
      days: z.int().min(1),
      jurisdiction: z.string().min(1),
      clause: z.string().min(1),
      status: z.string().min(1),
    })
    .optional()
    .describe(
      'how long what the county’s register reports of a mine is held for true after `asOf`; older it is not known. Left out: it stands, and is shown with its day',
    ),
  /** How often the plans of a mine must be made anew. */
  asBuiltPlans: z.array(planRuleSchema).optional(),
  /** Mines that endanger each other: how near is too near, draw angles, how far positions may be off. */
  neighbours: neighbourRulesSchema.optional(),
  /** What each mine owes, by when: judged in the county's table of duties. */
  duties: z.array(dutySchema).optional(),
  /** Major hazards: found producing again and again, and whose findings must be listed. */
  majorHazards: z
    .strictObject({ repeat: majorRepeatRuleSchema.optional(), listing: majorListingRuleSchema.optional() })
    .optional(),
  /** In which kinds of disaster a mine is to be graded; without it no grade is more than "at least". */
  disasterKinds: z.array(disasterKindsSchema).optional(),
  /** Other places of risk: classes they are sorted into, flags they are found with; judged on the county's map. */
  sites: siteRulesSchema.optional(),
  /** What the regional treatment plan calls an area of complex hydrogeology. */
  regionalPlan: regionalPlanRulesSchema.optional(),
});
export type RuleBook = z.output<typeof ruleBookSchema>;
export type Rule = RuleBook['rules'][number];
export type CoverageRule = RuleBook['cameraCoverage'][number];
export type SlopeHeightRule = RuleBook['slopeHeights'][number];
export type DisasterKindsRule = z.output<typeof disasterKindsSchema>;
export type LayoutRule = z.output<typeof layoutSchema>;
export type SurveyScopeRule = z.output<typeof surveyScopeSchema>;
