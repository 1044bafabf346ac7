import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';

/**
 * The register of as-built plans of a mine (现状图): which were made, of what survey date, what was in the mine then, and the signed paper as it was
 * scanned. Rules say how often a new one is due; they are data of the county.
 */

/** How often a plan must be made anew, by the state of the mine. */
export const planRuleSchema = z.strictObject({
  id: z.string(),
  mineState: z.enum(['producing', 'construction']),
  months: z.int().positive(),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string(),
  note: z.string().optional(),
});
export type PlanRule = z.output<typeof planRuleSchema>;

export const SCAN_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
} as const;
export type ScanType = keyof typeof SCAN_TYPES;
/** A signed A0 sheet scanned at 300 dpi in colour fits. */
export const MAX_SCAN_BYTES = 32 * 1024 * 1024;

const who = z.string().trim().min(1).max(80);

export const planScanSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
  bytes: z.int().positive(),
  by: z.string(),
  at: z.number().describe('ms by the gateway’s clock'),
});

export type PlanScan = z.output<typeof planScanSchema>;

/** Entries of one mine's register: one a month for 80 years. */
export const MOST_PLANS = 1000;

export const asBuiltPlanSchema = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  surveyDate: z.iso.date().nullable().describe('of the survey it shows; null: not known'),
  revision: z.string().describe('of the bundle it was drawn from'),
  madeAt: z.number().describe('ms by the gateway’s clock'),
  by: z.string(),
  scan: planScanSchema.nullable().describe('null: no signed paper was handed in'),
});
export type AsBuiltPlan = z.output<typeof asBuiltPlanSchema>;

/** GET /api/mines/{mine}/plans: the newest entry first. */
export const planListSchema = z.strictObject({
  plans: z.array(asBuiltPlanSchema),
  rules: z.array(planRuleSchema).describe('of the county; empty: none is known'),
});
export type PlanList = z.output<typeof planListSchema>;

/** POST /api/mines/{mine}/plans */
export const makePlanSchema = z.strictObject({
  title: z.string().trim().min(1).max(120),
  surveyDate: z.iso.date().nullable(),
  by: who,
});
export type MakePlan = z.output<typeof makePlanSchema>;

/** PUT /api/mines/{mine}/plans/{id}/scan?by=… */
export const scanQuerySchema = z.strictObject({ by: who });

export const SNAPSHOT_KINDS = [
  'roadway',
  'shaft',
  'stope',
  'goaf',
  'goaf-water',
  'planned-heading',
  'borehole',
] as const;

/** A thing of the mine as it was when a plan was made; survey metres, eastings without zone number. */
export const planFeatureSchema = z.strictObject({
  kind: z.enum(SNAPSHOT_KINDS),
  layer: z.string(),
  feature: z.string(),
  name: bilingualSchema,
  low: z.number().nullable().describe('height; null: not known'),
  high: z.number().nullable(),
  /** m³; null: it is not closed, or has none. */
  volume: z.number().nullable(),
  ring: z
    .array(z.tuple([z.number(), z.number()]))
    .min(1)
    .describe('easting, northing; outline about it in plan, a hole’s way from collar to bottom'),
});
export type PlanFeature = z.output<typeof planFeatureSchema>;

/** GET /api/mines/{mine}/plans/{id}/features */
export const planFeaturesSchema = z.strictObject({ features: z.array(planFeatureSchema) });
