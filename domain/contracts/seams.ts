import { z } from 'zod';
import { crossValidationSchema, variogramModelSchema } from './geology.ts';

/**
 * model/seams.json: floors of seams as modelled from their goafs. Each is a two-band GeoTIFF beside it (band 1: height above
 * the survey's datum, band 2: standard deviation, metres; no-data NaN), and a feature of the layer named.
 */
export const seamsSchema = z.strictObject({
  format: z.literal('hyalite-seams/1'),
  layer: z.string().describe('id of the catalog layer that draws them'),
  grid: z
    .strictObject({
      east: z.number(),
      north: z.number(),
      cell: z.number().positive(),
      columns: z.int().min(2),
      rows: z.int().min(2),
    })
    .describe('nodes of every floor in the ENU frame: east + column·cell, north + row·cell'),
  placementError: z
    .number()
    .min(0)
    .describe('the most a node of the GeoTIFFs lies beside its true place, metres'),
  seams: z.array(
    z.strictObject({
      feature: z.string().describe('the `id` of the seam in its layer'),
      name: z.string().describe('as the survey names it'),
      file: z.string().describe('GeoTIFF, path relative to catalog.json'),
      panels: z.int().describe('goafs whose floors it was made from'),
      points: z.int().describe('surveyed points on them'),
      variogram: variogramModelSchema,
      crossValidation: crossValidationSchema
        .nullable()
        .describe('panels left out one by one; `holes` counts panels; null: fewer than three'),
      residual: z
        .strictObject({ rms: z.number(), largest: z.number() })
        .describe('surface − surveyed, metres'),
    }),
  ),
});
export type SeamsFile = z.output<typeof seamsSchema>;
