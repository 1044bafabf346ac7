import { z } from 'zod';
import { neighboursReportSchema } from './neighbours.ts';

/**
 * GET /api/mines/:mine/neighbours — what endangers a mine from next door, or is endangered by it, as the county found it. What the
 * reader does not see of the other side has no name (docs/adr/0027-the-danger-is-told-not-the-neighbour.md).
 */
export const mineNeighboursSchema = z.strictObject({
  mine: z.string(),
  county: z
    .string()
    .nullable()
    .describe('null: no county that is served here lists the mine, so nobody looked'),
  report: neighboursReportSchema
    .nullable()
    .describe('of this mine only; null: there is no county, or it cannot be opened'),
});
export type MineNeighbours = z.output<typeof mineNeighboursSchema>;
