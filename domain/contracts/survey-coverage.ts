import { z } from 'zod';

/** What of the area to be mined has been surveyed for hidden hazards. Plan polygons in ENU metres [east, north]. */
export const surveyCoverageSchema = z.strictObject({
  format: z.literal('hyalite-survey-coverage/1'),
  today: z.iso.date().describe('the day it was reckoned for'),
  plannedYears: z.number().describe('years of mining the planned area stands for'),
  plannedArea: z.number().describe('m²'),
  coveredArea: z.number().describe('m²'),
  share: z.number().nullable().describe('0 to 1; null: no area is planned, so nothing can be said'),
  gaps: z.array(
    z.strictObject({
      area: z.number(),
      rings: z
        .array(z.array(z.tuple([z.number(), z.number()])))
        .describe('the outline, then holes; not closed'),
    }),
  ),
  scopes: z.array(
    z.strictObject({
      rule: z.strictObject({
        id: z.string(),
        jurisdiction: z.string(),
        clause: z.string(),
        status: z.string(),
        note: z.string().nullable(),
      }),
      years: z.number().describe('years of mining that must be surveyed'),
      yearsMet: z.boolean().describe('false: the planned area stands for fewer years than the rule asks'),
      due: z.iso.date().nullable(),
      daysLeft: z.int().nullable().describe('negative: overdue'),
    }),
  ),
});
export type SurveyCoverage = z.output<typeof surveyCoverageSchema>;
