import { z } from 'zod';
import { HAZARD_FLAGS } from '../hazards/hazard-flags.ts';

/**
 * GET /api/counties/:county/hazard-counts?on=YYYY-MM-DD — how many open hazards each mine has in the ledger, and of how many
 * each flag holds (of closed ones `in-doubt` alone), as the map's tiles count them, also of mines that the register does not list. A mine of which the ledger holds nothing, or of which the reader sees nothing,
 * is not in it: not known, which is not none.
 */
const count = z.int().min(0);
const mineSchema = z.strictObject({
  id: z.string().describe("the mine's"),
  open: count,
  ...(Object.fromEntries(HAZARD_FLAGS.map((flag) => [flag, count])) as Record<
    (typeof HAZARD_FLAGS)[number],
    typeof count
  >),
});
export type MineHazardCounts = z.output<typeof mineSchema>;

export const hazardCountsSchema = z.strictObject({ mines: z.array(mineSchema) });
export type HazardCounts = z.output<typeof hazardCountsSchema>;
