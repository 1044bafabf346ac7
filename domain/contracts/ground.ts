import { z } from 'zod';

/**
 * model/ground.bin: the heights of the ground for those who ask how high it is somewhere and not how it looks (cameras over a
 * pit, volumes, rays): float32 little-endian, ENU up in metres over `base`, row by row from the south, columns to the east; NaN
 * where nobody surveyed. Bilinear between nodes.
 */
export const groundSchema = z.strictObject({
  file: z.string().describe('path relative to catalog.json'),
  east: z.number(),
  north: z.number(),
  cell: z.number().positive(),
  columns: z.int().min(2),
  rows: z.int().min(2),
  base: z.number().describe('ENU up, metres, added to every value'),
  error: z
    .number()
    .min(0)
    .describe('the most a surveyed vertex of the terrain lies over or under the bilinear surface, metres'),
});
export type GroundEntry = z.output<typeof groundSchema>;
