import { z } from 'zod';
import { registerMineSchema } from './county.ts';

/**
 * GET /api/mines/:mine/register — what the register of its county says of one mine: whoever works there need not know which county
 * lists it.
 */
export const mineRegisterSchema = z.strictObject({
  mine: z.string(),
  county: z.string().nullable().describe('null: no county that is served here lists the mine'),
  entry: registerMineSchema.nullable().describe('null: there is no county, or it cannot be opened'),
});
export type MineRegister = z.output<typeof mineRegisterSchema>;
