import { z } from 'zod';
import { BODY_KINDS, UNIT_RELATIONS } from '../geology/geological-model.ts';
import { bilingualSchema } from './bilingual.ts';
import { PROVENANCES } from './layers.ts';

/**
 * model/geology.json: the geological model in the bundle. Horizons are two-band GeoTIFFs beside it (band 1: height above the
 * survey's datum, band 2: standard deviation, metres; no-data NaN), which GDAL and QGIS open; bodies are one binary file.
 * The viewer makes a `GeologicalModel` (domain/geology/geological-model.ts) of it.
 */

const vec3 = z.tuple([z.number(), z.number(), z.number()]);
const offsetAndCount = z.strictObject({
  byteOffset: z.int().min(0).describe('a multiple of 8'),
  count: z.int().min(0).describe('values, not bytes'),
});

const gridSchema = z
  .strictObject({
    east: z.number(),
    north: z.number(),
    cell: z.number().positive(),
    columns: z.int().min(2),
    rows: z.int().min(2),
  })
  .describe('nodes of every horizon in the ENU frame: east + column·cell, north + row·cell');

/** What leaving out each hole in turn says of a surface. */
export const crossValidationSchema = z.strictObject({
  holes: z.int(),
  contacts: z.int(),
  meanError: z.number().describe('estimate − logged, metres'),
  rmse: z.number().describe('metres'),
  inside95: z.number().min(0).max(1).describe('share of contacts inside estimate ± 1.96 standard deviations'),
});

export const variogramModelSchema = z.strictObject({
  type: z.enum(['spherical', 'exponential', 'gaussian']),
  nugget: z.number(),
  partialSill: z.number(),
  range: z.number().describe('metres, the parameter of the formula in docs/geology.md'),
  anisotropy: z.strictObject({ azimuth: z.number(), ratio: z.number() }).optional(),
  origin: z
    .enum(['given', 'fitted', 'assumed'])
    .describe(
      'given by mine.yaml, fitted to the contacts, or, where they are too few, assumed as the findings say',
    ),
  widened: z
    .number()
    .min(1)
    .describe('factor by which the sill was raised, for left-out holes were missed by more than it said'),
});

const horizonSchema = z.strictObject({
  file: z.string().describe('GeoTIFF, path relative to catalog.json'),
});

export const geologySchema = z.strictObject({
  format: z.literal('hyalite-geology/1'),
  grid: gridSchema,
  floor: z.number().describe('ENU up below which the model says nothing'),
  placementError: z
    .number()
    .min(0)
    .describe(
      'the most a node of the GeoTIFFs lies beside its true place, metres: their affine placement is not exact, the grid is',
    ),
  ground: horizonSchema,
  units: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      colour: z.string(),
      lithology: z.string(),
      relation: z.enum(UNIT_RELATIONS),
      layer: z.string().optional().describe('id of the catalog layer that draws the unit as a solid'),
      contacts: z.int().describe('logged bases of the unit that were used'),
      ambiguous: z.int().describe('contacts that could mean two things; listed in the findings, not used'),
      volume: z.number().describe('m³ inside the model'),
      method: z.enum(['elevation', 'thickness']).describe('what was interpolated'),
      variogram: variogramModelSchema.nullable(),
      crossValidation: crossValidationSchema.nullable().describe('null: fewer than three holes'),
      residual: z
        .strictObject({ rms: z.number(), largest: z.number() })
        .nullable()
        .describe(
          'model − logged at the contacts it was made from, metres; null: no contact inside the model',
        ),
    }),
  ),
  faults: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      provenance: z.enum(PROVENANCES),
      origin: vec3,
      alongStrike: vec3,
      downDip: vec3,
      normal: vec3,
      offsets: z.strictObject({
        s: z.number(),
        t: z.number(),
        cell: z.number(),
        columns: z.int(),
        rows: z.int(),
        values: z.array(z.number()),
      }),
      throw: z.number().nullable(),
      dip: z.number(),
      dipDirection: z.number(),
      conductive: z.boolean().nullable(),
      endsAt: z.int().nullable(),
      sheet: z
        .strictObject({ positions: z.array(z.number()), indices: z.array(z.int()) })
        .describe('the surface as it was surveyed or drawn'),
    }),
  ),
  blocks: z
    .array(
      z.strictObject({
        id: z.string(),
        sides: z.array(z.int().min(-1).max(1)),
        bases: z.array(horizonSchema).describe('one for each unit, in their order'),
        contacts: z.int(),
        moved: vec3
          .optional()
          .describe('by how much faults moved its rock, ENU metres; what is kriged lies where it was before'),
        family: z.int().optional().describe('blocks of one number share their surfaces'),
      }),
    )
    .describe('empty: the mine has no stratigraphic column, so there are bodies only'),
  kriged: z
    .array(
      z.strictObject({
        unit: z.int().describe('index of the unit whose base, or thickness, it is'),
        family: z.int().describe('of the blocks it holds for'),
        displaced: z
          .boolean()
          .describe('false: the unit is younger than the faults, and no block has moved it'),
        model: variogramModelSchema.omit({ origin: true, widened: true }),
        trend: z
          .union([z.literal(0), z.literal(1), z.literal(2)])
          .describe('degree; domain/geology/stratigraphy/trend.ts'),
        slope: z.number().min(0).describe('the steepest the trend rises at any value, metres a metre'),
        x: z.array(z.number()).describe('ENU east of each value, before the faults'),
        y: z.array(z.number()),
        error: z.array(z.number()).describe('standard deviation of each value, metres'),
      }),
    )
    .optional()
    .describe('what the standard deviations rest on: enough to compute them with one hole more'),
});
export type GeologyFile = z.output<typeof geologySchema>;

/**
 * model/bodies.json: every body of the mine at full detail, for sections and distances. `file` holds, little-endian,
 * positions as float32 metres from the body's own `origin` (ENU, double), and indices as uint32.
 */
export const bodiesSchema = z.strictObject({
  format: z.literal('hyalite-bodies/1'),
  file: z.string().describe('binary file, path relative to catalog.json'),
  bodies: z.array(
    z.strictObject({
      layer: z.string(),
      feature: z.string(),
      kind: z.enum(BODY_KINDS),
      name: bilingualSchema,
      colour: z.string(),
      provenance: z.enum(PROVENANCES),
      origin: vec3,
      positions: offsetAndCount,
      indices: offsetAndCount,
      closed: z.boolean(),
      deviations: offsetAndCount
        .optional()
        .describe(
          'of a modelled surface: its standard deviation at each vertex, float32 metres, NaN where not known',
        ),
    }),
  ),
  strata: z
    .array(
      z.strictObject({
        layer: z.string(),
        feature: z.string(),
        origin: vec3,
        positions: offsetAndCount,
        indices: offsetAndCount,
        closed: z.boolean(),
        deviations: offsetAndCount,
      }),
    )
    .default([])
    .describe(
      'units that are obstacles to headings, one body a block: for distances only, since sections cut the model',
    ),
});
export type BodiesFile = z.output<typeof bodiesSchema>;
