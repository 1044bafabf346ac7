import { z } from 'zod';
import { OUTSIDE_WORDS } from '../county/outside-register.ts';
import { bilingualSchema } from './bilingual.ts';
import { PROVENANCES } from './layers.ts';

/**
 * GET /api/counties/:county/mines-outside?on=YYYY-MM-DD — the mines of the county that its register does not list, as far as the reader
 * sees them. A register tells where a mine is, what it is, in which state: of these nothing of it is known, so they have no sign on
 * the map, no duties and no row in what is counted of mines. Who is below in them is told by …/live, their hazards by the ledger.
 */
export const outsideMineSchema = z.strictObject({
  id: z.string(),
  name: bilingualSchema.describe('as its bundle has it; the id where it has none'),
  by: z.enum(OUTSIDE_WORDS).describe('who says that it is of the county: its live.yaml or its bundle'),
  bundle: z.boolean().describe('it has a 3D bundle that opens'),
  provenance: z.enum(PROVENANCES).nullable().describe('of its bundle; null: it has none'),
});
export type NamedOutside = z.output<typeof outsideMineSchema>;

export const minesOutsideSchema = z.strictObject({
  county: z.string(),
  on: z.iso.date().nullable().describe('the day of the hazards; null: now'),
  ledger: z.boolean().describe('false: the ledger cannot be read now, or there is none'),
  mines: z.array(
    outsideMineSchema.extend({
      open: z
        .int()
        .min(0)
        .nullable()
        .describe('open hazards; null: the ledger holds nothing, or is not read'),
    }),
  ),
});
export type MinesOutside = z.output<typeof minesOutsideSchema>;
