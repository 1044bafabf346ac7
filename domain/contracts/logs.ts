import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { catalogPropertySchema } from './catalog.ts';
import { PROVENANCES } from './layers.ts';

/**
 * model/logs.json: what was logged in every borehole, for column drawings and strips beside traces. A hole whose collar
 * has no height is here too, though it has no place in the 3D mine.
 */
const valuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const intervalSchema = z.strictObject({
  from: z.number().min(0).describe('metres along the hole'),
  to: z.number(),
  rock: z.int().min(0).describe('index in the legend of the layer'),
  lithology: z.string().nullable().describe('as the survey wrote it; null: the row gives no rock'),
  logged: z.boolean().describe('false: a stretch that is in no log'),
  feature: z.string().nullable().describe('`id` in the layer; null: the hole has no place in 3D'),
  source: z.string().nullable().describe('id of the source; null where nobody logged it'),
  values: valuesSchema.describe('by column id; what the survey leaves empty is null or left out'),
});

const waterSchema = z.strictObject({
  depth: z.number().nullable().describe('metres along the hole; null: not known'),
  elevation: z.number().nullable().describe('above the height datum; null: not known'),
  date: z.string().nullable().describe('as the survey wrote it'),
});

const structureSchema = z.strictObject({
  depth: z.number().min(0).describe('metres along the hole'),
  kind: bilingualSchema.nullable().describe('as the manifest names it, else as the survey wrote it'),
  dip: z.number().min(0).max(90).nullable().describe('degrees from horizontal'),
  dipDirection: z.number().min(0).max(360).nullable().describe('degrees clockwise from grid north'),
  values: valuesSchema,
});

const assaySchema = z.strictObject({
  from: z.number().min(0).describe('metres along the hole'),
  to: z.number(),
  values: valuesSchema,
});

/** What the log says of the base of one unit of the stratigraphic column: domain/geology/stratigraphy/contacts.ts. */
const baseSchema = z.strictObject({
  unit: z.string().describe('id in model/geology.json'),
  kind: z.enum(['contact', 'deeper', 'ambiguous']),
  depth: z
    .number()
    .min(0)
    .describe('metres along the hole: of the base; where a doubt begins; where the log ends before it'),
  to: z.number().optional().describe('where a doubt ends'),
  doubt: z
    .enum(['interrupted', 'unknown-rock', 'repeated', 'overlap', 'at-fault'])
    .optional()
    .describe('why an ambiguous base was not used'),
  absent: z.boolean().optional().describe('the unit is missing: its base is its top'),
});

const holeSchema = z.strictObject({
  layer: z.string(),
  hole: z.string().describe('its name in the survey; one of its kind in the layer'),
  title: z.string(),
  provenance: z.enum(PROVENANCES),
  plan: z
    .strictObject({ easting: z.number(), northing: z.number() })
    .nullable()
    .describe('of the collar in the mine’s survey system, metres; null: not known'),
  height: z.number().nullable().describe('of the collar above the height datum; null: not surveyed'),
  depth: z.number().positive(),
  surveyed: z.boolean().describe('false: drawn straight down for want of a survey'),
  path: z
    .array(z.number())
    .refine((path) => path.length % 4 === 0 && path.length >= 8, 'four numbers a point, two points or more')
    .nullable()
    .describe(
      'depth along the hole and ENU place, four numbers a point from the collar down; null: no place',
    ),
  water: z.array(waterSchema).describe('all readings in the order of the file'),
  values: valuesSchema.describe('of the collar, by column id'),
  intervals: z.array(intervalSchema).describe('from the top down; gaps are there as not logged'),
  structures: z.array(structureSchema).default([]).describe('from the top down'),
  assays: z.array(assaySchema).default([]).describe('from the top down'),
  bases: z
    .array(baseSchema)
    .optional()
    .describe(
      'from the top down, at one depth in the order of the units, a unit more than once where a fault repeats it; left out: the mine has no model of its strata',
    ),
});

export const logsSchema = z.strictObject({
  format: z.literal('hyalite-logs/1'),
  layers: z.array(
    z.strictObject({
      layer: z.string(),
      rocks: z.array(z.strictObject({ key: z.string(), name: bilingualSchema, colour: z.string() })),
      intervalColumns: z.array(catalogPropertySchema),
      collarColumns: z.array(catalogPropertySchema),
      structureColumns: z.array(catalogPropertySchema).default([]),
      assayColumns: z.array(catalogPropertySchema).default([]),
    }),
  ),
  holes: z.array(holeSchema),
});
export type LogsFile = z.output<typeof logsSchema>;
