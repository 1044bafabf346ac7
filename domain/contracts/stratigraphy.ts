import { z } from 'zod';
import { UNIT_RELATIONS } from '../geology/geological-model.ts';
import { VARIOGRAM_TYPES } from '../geology/kriging/variogram-model.ts';
import { bilingualSchema } from './bilingual.ts';
import { EVIDENCE_METHODS } from './driving.ts';

/**
 * `strata` of mine.yaml: the stratigraphic column and how its surfaces are modelled from the logs. Which rock belongs to
 * which unit is the geologist's word; a rock that is named nowhere here is listed and makes no contact.
 */

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens');

/** What is interpolated between holes to get the base of a unit. */
export const INTERPOLATED = ['elevation', 'thickness'] as const;

export const variogramSettingSchema = z
  .strictObject({
    type: z.enum(VARIOGRAM_TYPES).describe('spherical, exponential or gaussian; formulas in docs/geology.md'),
    nugget: z.number().min(0).describe('m², variation over distances shorter than any between holes'),
    partialSill: z.number().positive().describe('m²'),
    range: z.number().positive().describe('metres'),
    anisotropy: z
      .strictObject({
        azimuth: z.number().min(0).max(360).describe('degrees from grid north in which the range holds'),
        ratio: z.number().positive().max(1).describe('range across it ÷ range along it'),
      })
      .optional()
      .describe('left out: the same in all directions'),
  })
  .describe('how alike values are by their distance');

/** What a modelled unit or body is to a heading. How far it may be off, the model says itself. */
const modelledHazardSchema = z
  .strictObject({
    is: z.enum(['aquifer', 'karst', 'none']),
    foundBy: z.array(z.enum(EVIDENCE_METHODS)).min(1).default(['drilling']),
    waterLevel: z
      .number()
      .optional()
      .describe('height of its water above the datum; left out: an aquifer holds water, karst may'),
    dry: z.boolean().default(false).describe('it is known to hold no water'),
  })
  .optional();

const unitSchema = z.strictObject({
  id: id.describe('identifier of the unit'),
  name: bilingualSchema.describe('name of the unit'),
  lithologies: z
    .array(z.string().min(1))
    .min(1)
    .describe('rocks of the logs that belong to it: codes of `lithologies`, or as written in the logs'),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'a colour like #b0733c')
    .optional()
    .describe('left out: the colour of its first lithology'),
  relation: z
    .enum(UNIT_RELATIONS)
    .default('conformable')
    .describe('how it lies on what is below: follows it, cuts it off, or has broken into it'),
  interpolate: z
    .enum(INTERPOLATED)
    .default('elevation')
    .describe(
      'what is carried from hole to hole: the elevation of its base, or its thickness below the base above (thin and absent units)',
    ),
  trend: z
    .int()
    .min(0)
    .max(2)
    .optional()
    .describe(
      'drift of the kriging: 0 none, 1 a plane, 2 a bent one; left out: 1 for elevations with contacts enough, 0 for thicknesses',
    ),
  youngerThanFaults: z
    .boolean()
    .default(false)
    .describe('its base runs over the faults and is not displaced by them'),
  variogram: variogramSettingSchema.optional().describe('left out: fitted to the contacts'),
  hazard: modelledHazardSchema.describe('what it is to a heading; left out: no obstacle'),
});

export const strataSchema = z.strictObject({
  cell: z.number().positive().describe('metres between the nodes of the surfaces'),
  reach: z
    .number()
    .positive()
    .describe('metres from the nearest contact beyond which a surface is not drawn: there it is unknown'),
  floor: z
    .number()
    .optional()
    .describe('elevation below which the model says nothing; left out: the bottom of the deepest hole'),
  ground: z
    .enum(['terrain', 'collars'])
    .default('terrain')
    .describe(
      'top of the strata: the terrain, taken as exact, or what the collars say of the ground, with its doubt, where the terrain is too coarse to meet them; without a terrain always the collars',
    ),
  units: z.array(unitSchema).min(1).describe('the column from the top down'),
  interrupts: z
    .array(z.string().min(1))
    .default([])
    .describe('rocks of the logs that are no stratum: ore, cavities, fault zones, made ground, dykes'),
  faults: z
    .array(
      z.strictObject({
        source: id.describe(
          'id of the `surfaces` source that holds fault sheets, or of the `fault-traces` source',
        ),
        throw: id
          .optional()
          .describe(
            'id of the attribute with the vertical throw in metres, positive: the hanging wall has gone down; left out: that of the traces, or unknown, and blocks are modelled apart',
          ),
        conductive: id
          .optional()
          .describe('id of the attribute that says whether it conducts water; left out: that of the traces'),
        conductiveValues: z.array(z.string()).default([]).describe('values of it that mean yes'),
        tightValues: z.array(z.string()).default([]).describe('values of it that mean no'),
        endsAt: z
          .record(z.string(), z.string())
          .default({})
          .describe('fault → the fault it ends at; others cut the whole model'),
      }),
    )
    .default([])
    .describe('which surfaces cut the strata and displace them'),
});

/** `seams` of mine.yaml: floors of seams from the floors of their goafs. */
export const seamsSettingsSchema = z.strictObject({
  sources: z
    .array(id)
    .min(1)
    .optional()
    .describe('ids of `goafs` sources; left out: every one whose goafs name a seam'),
  cell: z.number().positive().describe('metres between the nodes of the surfaces'),
  reach: z
    .number()
    .positive()
    .describe(
      'metres from the nearest surveyed point beyond which a floor is not drawn: there it is unknown',
    ),
  trend: z.int().min(0).max(2).default(1).describe('drift of the kriging: 0 none, 1 a plane, 2 a bent one'),
  variogram: variogramSettingSchema.optional().describe('for all seams; left out: fitted to each'),
});

/** One of `bodies` of mine.yaml: an ore body or lens made from what the holes met. */
export const bodySettingsSchema = z.strictObject({
  id: id.describe('identifier of the body: its layer is `body-<id>`'),
  name: bilingualSchema.describe('name of the body'),
  is: z.enum(['ore', 'lens', 'karst']).default('ore').describe('what it is'),
  lithologies: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('rocks of the logs that are it: codes of `lithologies`, or as written; this or `grade`'),
  grade: z
    .strictObject({
      attribute: id.describe('id of a numeric attribute of the intervals'),
      cutoff: z.number().describe('at or above this it is in the body'),
      composite: z.number().positive().describe('metres over which grades are averaged before'),
    })
    .optional()
    .describe('in the body by its grade; this or `lithologies`'),
  edge: z.number().positive().describe('metres: how fine its skin is'),
  spacing: z
    .number()
    .positive()
    .describe(
      'metres between places along the holes that are asked which side they are on; contacts are always',
    ),
  reach: z
    .number()
    .positive()
    .describe('metres from the nearest logged place beyond which it is not drawn: there it is unknown'),
  plane: z
    .strictObject({
      dipDirection: z.number().min(0).max(360).describe('degrees from grid north'),
      dip: z.number().min(0).max(90).describe('degrees'),
      across: z.number().positive().max(1).describe('distance across the plane that counts as 1 along it'),
    })
    .optional()
    .describe('how it lies, if it is flat; left out: alike in all directions'),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'a colour like #b0733c')
    .optional()
    .describe('left out: the usual one of ore'),
  hazard: modelledHazardSchema.describe(
    'what it is to a heading; left out: karst is karst, ore and lenses are none',
  ),
});
export type BodySettings = z.output<typeof bodySettingsSchema>;

export type ModelledHazard = NonNullable<z.output<typeof modelledHazardSchema>>;

/** `strata` after validation, defaults filled in. */
export type StrataSettings = z.output<typeof strataSchema>;
export type StrataUnitSettings = StrataSettings['units'][number];
