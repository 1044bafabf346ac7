import { z } from 'zod';
import { PROVENANCES } from './layers.ts';
import { planDocumentSchema } from './plan-document.ts';
import { planChangeSchema, planPinsSchema, planTextSchema, regionalPlanSchema } from './regional-plan.ts';

/**
 * Over HTTP, days of the county (UTC+8); `:plan` is a year ("2026": its draft) or the id of a frozen version.
 *
 * GET  /api/counties/:county/plans                             planListSchema
 * GET  /api/counties/:county/plans/:plan?on=YYYY-MM-DD         planViewSchema; `on` of drafts only, left out: today
 * GET  /api/counties/:county/plans/:plan/figure?id=&language=zh|en&on=   SVG
 * GET  /api/counties/:county/plans/:plan/file.{pdf,docx}?language=zh|en&on=
 * PUT  /api/counties/:county/plans/:year/texts/:chapter        writePlanTextSchema → planTextSchema; 409 where `base` is not the last
 * POST /api/counties/:county/plans/:year/freeze                freezePlanSchema → planVersionSchema
 * GET  /api/counties/:county/plans/compare?from=:plan&to=:plan planComparisonSchema
 */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256');
const day = z.iso.date();
const year = z.int().min(2000).max(2999);

export const PLAN_FILE_TYPES = ['pdf', 'docx'] as const;
export type PlanFileType = (typeof PLAN_FILE_TYPES)[number];

export const planVersionSchema = z.strictObject({
  id: z.string(),
  year,
  number: z.int().min(1).describe('1, 2, 3 … within the year'),
  on: day,
  note: z.string().describe('why it is frozen, as written'),
  frozenAt: z.iso.datetime(),
  frozenBy: z.string(),
  provenance: z.enum(PROVENANCES),
  pins: planPinsSchema,
  files: z.array(
    z.strictObject({
      type: z.enum(PLAN_FILE_TYPES),
      language: z.enum(['zh', 'en']),
      sha256,
      bytes: z.int().min(1),
    }),
  ),
  objects: z.int().min(0),
  gaps: z.int().min(0),
});
export type PlanVersion = z.output<typeof planVersionSchema>;

export const planListSchema = z.strictObject({
  county: id,
  today: day,
  years: z.array(year).describe('years a draft can be composed for, the newest first'),
  versions: z.array(planVersionSchema).describe('the newest first'),
  mayWrite: z.boolean(),
  mayFreeze: z.boolean(),
});
export type PlanList = z.output<typeof planListSchema>;

export const planViewSchema = z.strictObject({
  version: planVersionSchema.nullable().describe('null: a draft'),
  plan: regionalPlanSchema,
  texts: z.array(planTextSchema),
  document: planDocumentSchema,
  changes: z.array(planChangeSchema),
  figures: z.array(z.string()),
});
export type PlanView = z.output<typeof planViewSchema>;

export const writePlanTextSchema = z.strictObject({
  base: z.iso.datetime().nullable().describe('`at` of the text it follows; null: there was none'),
  text: z.string().max(20_000).describe('empty: no text'),
});
export type WritePlanText = z.output<typeof writePlanTextSchema>;

export const freezePlanSchema = z.strictObject({
  on: day,
  note: z.string().trim().min(1).max(1000).describe('why it is frozen'),
});
export type FreezePlan = z.output<typeof freezePlanSchema>;

export const planComparisonSchema = z.strictObject({
  from: z.strictObject({ plan: z.string(), year, on: day }),
  to: z.strictObject({ plan: z.string(), year, on: day }),
  changes: z.array(planChangeSchema),
  unchanged: z.int().min(0),
});
export type PlanComparison = z.output<typeof planComparisonSchema>;
