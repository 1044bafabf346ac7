import { z } from 'zod';

/**
 * Something a person must know about their data. Severity decides what happens:
 * - `error`: the build fails, the last good bundle stays;
 * - `reject`: this row or feature is left out and counted;
 * - `warning`: kept, but doubtful;
 * - `note`: kept, and a decision was taken that the user may want to know (a spelling mapped, an encoding found).
 * The words come from finding-texts.ts by `code`, with `params` filled in, so that terminal and screen agree.
 */
export const SEVERITIES = ['error', 'reject', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const findingSchema = z.strictObject({
  severity: z.enum(SEVERITIES),
  code: z.string(),
  source: z.string().describe('source id, or "mine.yaml"'),
  file: z.string(),
  row: z.number().optional().describe('1-based line of a text file, row of a sheet, or feature number'),
  column: z.string().optional(),
  value: z.string().optional().describe('the offending value as written'),
  feature: z.string().optional().describe('id of the feature concerned'),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Finding = z.output<typeof findingSchema>;
