import { z } from 'zod';
import { ALARM_KINDS, URGENCIES } from './alarm.ts';

/**
 * GET `/api/mines/{mine}/rules`: every rule there is for a mine, running or not and why not, so that a silence is not
 * mistaken for a green light.
 */

/** Why a rule does not run here. */
export const NOT_RUNNING = [
  'not-active',
  'other-mine-type',
  'other-mine-state',
  'not-rectification',
  'no-number',
  'no-window',
  'no-metric',
  'no-roadways',
  'no-shifts',
  'no-places',
  'no-devices',
  'no-coverage',
  'wrong-unit',
  /** It would run, and its judgement failed: `needs` is the error. */
  'broken',
] as const;
export type NotRunning = (typeof NOT_RUNNING)[number];

/** What a number of a rule bounds. */
export const RULE_BOUNDS = [
  'value',
  'window',
  'underground',
  'in-place',
  'persons',
  'still',
  'alone',
  'after-shift',
  'lost-after',
  'silent-after',
] as const;
export type RuleBoundKind = (typeof RULE_BOUNDS)[number];

export const ruleBoundSchema = z.strictObject({
  kind: z.enum(RULE_BOUNDS),
  op: z.enum(['>=', '>', '<=', '<']).nullable(),
  value: z.number(),
  /** The largest, where the places of the mine have different numbers. */
  upTo: z.number().nullable(),
  unit: z.string(),
  from: z.enum(['rule', 'mine']).describe('whose number it is: of the rule’s source, or of live.yaml'),
});
export type RuleBound = z.output<typeof ruleBoundSchema>;

export const listedRuleSchema = z.strictObject({
  id: z.string(),
  origin: z.enum(['county', 'mine', 'program']),
  check: z.enum(ALARM_KINDS),
  urgency: z.enum(URGENCIES),
  metric: z.string().nullable().describe('kind.metric'),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string(),
  note: z.string().nullable(),
  bounds: z.array(ruleBoundSchema),
  reason: z.enum(NOT_RUNNING).nullable().describe('null: it runs'),
  needs: z.string().nullable().describe('where it would be mended; null: nothing is amiss'),
  tooRough: z
    .int()
    .optional()
    .describe('it runs, and cannot judge so many: what is known of them is too rough; left out: none'),
});
export type ListedRule = z.output<typeof listedRuleSchema>;

export const ruleListSchema = z.strictObject({
  county: z.string(),
  settingsSource: z.string().nullable().describe('who set the mine’s own numbers'),
  rules: z.array(listedRuleSchema),
});
export type RuleList = z.output<typeof ruleListSchema>;
