import { z } from 'zod';

/**
 * GET /api/mines/:mine/ground: where a mine is known to lie, to hold drawn places against. WGS 84 degrees, longitude first. What is
 * null or empty is not known.
 */
const position = z.tuple([z.number(), z.number()]);

export const mineGroundSchema = z.strictObject({
  mine: z.string(),
  at: position.nullable().describe('its point in the county’s register'),
  outlines: z
    .array(z.array(z.array(position)))
    .describe(
      'polygons: the parcels of its right, and the box of its model; the outline first, then its holes',
    ),
  within: z
    .number()
    .min(0)
    .nullable()
    .describe('metres from all of these, farther than which its county asks why; null: the county says none'),
  county: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .nullable()
    .describe('box of its county: west, south, east, north'),
  grids: z.array(z.string()).describe('proj4 definitions of the systems in which its tables are written'),
});
export type MineGround = z.output<typeof mineGroundSchema>;
