import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { PROVENANCES } from './layers.ts';

/** GET /api/counties: the counties whose map the reader may see. Who sees only single mines of a county does not see it here. */
export const countySummarySchema = z.strictObject({
  id: z.string(),
  name: bilingualSchema,
  provenance: z.enum(PROVENANCES),
  catalog: z.string().describe('path of county.json on this server'),
  revision: z.string(),
  mines: z.int().min(0),
  broken: z.string().optional().describe('why the county cannot be opened'),
});
export type CountySummary = z.output<typeof countySummarySchema>;
export const countyListSchema = z.array(countySummarySchema);
