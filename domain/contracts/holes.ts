import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { PROVENANCES } from './layers.ts';

/**
 * model/holes.json: the axis of every borehole interval, for cuts. The tiles hold tubes as thick as they are drawn, which is far
 * thicker than a hole.
 */
export const holesSchema = z.strictObject({
  format: z.literal('hyalite-holes/1'),
  intervals: z.array(
    z.strictObject({
      layer: z.string(),
      feature: z.string().describe('the `id` of the interval in its layer'),
      hole: z.string(),
      title: z.string(),
      rock: bilingualSchema.describe('what the legend calls it; an unlogged stretch is called so'),
      colour: z.string(),
      provenance: z.enum(PROVENANCES),
      line: z
        .array(z.number())
        .min(6)
        .refine((line) => line.length % 3 === 0, 'three numbers a point')
        .describe('ENU metres, from its top down, three numbers a point'),
    }),
  ),
});
export type HolesFile = z.output<typeof holesSchema>;
