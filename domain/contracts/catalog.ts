import { z } from 'zod';
import { bilingualSchema, textSchema } from './bilingual.ts';
import { findingSchema } from './finding.ts';
import { groundSchema } from './ground.ts';
import { LAYER_GROUPS, LAYER_KINDS, PROVENANCES } from './layers.ts';
import { LENGTH_UNITS, MINE_STATES, MINE_TYPES } from './manifest.ts';

/** catalog.json: the first file a viewer reads of a bundle, and all it needs to draw the layer tree. */

const vec3 = z.tuple([z.number(), z.number(), z.number()]);
const box = z.strictObject({ min: vec3, max: vec3 }).describe('axis-aligned, ENU metres');

/** A column of a layer's property table. `id` is the property id in the GLBs' EXT_structural_metadata class. */
export const catalogPropertySchema = z.strictObject({
  id: z.string(),
  name: bilingualSchema,
  type: z.enum(['string', 'number', 'integer', 'boolean']),
  unit: z.string().optional(),
  decimals: z.int().min(0).max(9).optional().describe('digits after the point worth showing'),
  values: z.record(z.string(), bilingualSchema).optional().describe('names of coded values'),
  role: z
    .enum(['id', 'title', 'provenance', 'legend', 'source', 'level', 'date'])
    .optional()
    .describe('what the viewer uses the column for; `legend` holds a legend entry key, `source` a source id'),
});

export const legendEntrySchema = z.strictObject({
  key: z.string(),
  name: bilingualSchema,
  colour: z.string(),
  count: z.int(),
});

export const catalogLayerSchema = z.strictObject({
  id: z.string(),
  group: z.enum(LAYER_GROUPS),
  kind: z.enum(LAYER_KINDS),
  name: bilingualSchema,
  tileset: z.string().describe('path relative to catalog.json'),
  inputHash: z.string().describe('hash of sources, options, frame and pipeline version'),
  provenance: z.enum(PROVENANCES),
  features: z.int(),
  triangles: z.int().describe('at full detail'),
  tiles: z.int(),
  bytes: z.int(),
  extent: box,
  hull: z
    .array(z.tuple([z.number(), z.number(), z.number()]))
    .optional()
    .describe('ENU metres; the farthest points in 26 directions, for framing'),
  legend: z.array(legendEntrySchema),
  properties: z.array(catalogPropertySchema),
  shownAtStart: z.boolean(),
  deviation: z
    .strictObject({ most: z.number().min(0).describe('the largest that is known, metres') })
    .optional()
    .describe('the tiles carry the standard deviation of their surface: domain/contracts/deviation.ts'),
});

export const catalogSourceSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  files: z.array(z.strictObject({ path: z.string(), sha256: z.string(), bytes: z.int() })),
  rowsRead: z.int(),
  featuresMade: z.int(),
  rowsRejected: z.int(),
  counts: z
    .record(z.string(), z.number())
    .default({})
    .describe('further counts a reader reports, e.g. legs, splays'),
});

export const catalogSchema = z.strictObject({
  format: z.literal('hyalite-bundle/1'),
  mineId: z.string(),
  revision: z.string().describe('hash of everything the bundle was made from'),
  name: bilingualSchema,
  county: z.string().optional(),
  type: z.enum(MINE_TYPES),
  state: z.enum(MINE_STATES),
  provenance: z.enum(PROVENANCES),
  attribution: textSchema.optional(),
  survey: z.strictObject({
    crs: z.string(),
    crsName: z.string(),
    proj: z.string().describe('proj4 definition the viewer uses for the cursor read-out'),
    units: z.enum(LENGTH_UNITS),
    axes: z.enum(['x-north-y-east', 'x-east-y-north']),
    zonePrefix: z.int().optional(),
    verticalDatum: z.string(),
    geoidSeparation: z.strictObject({
      metres: z.number(),
      source: z.enum(['manifest', 'EGM96']),
      uncertaintyMetres: z.number().optional(),
    }),
  }),
  frame: z.strictObject({
    origin: z.strictObject({ longitude: z.number(), latitude: z.number(), ellipsoidHeight: z.number() }),
    enuToEcef: z.array(z.number()).length(16).describe('column-major; the root transform of every tileset'),
  }),
  extent: box,
  layers: z.array(catalogLayerSchema),
  sources: z.array(catalogSourceSchema),
  findings: z.array(findingSchema),
  network: z
    .strictObject({
      file: z.string(),
      nodes: z.int(),
      edges: z.int(),
      components: z.int(),
      length: z.number(),
    })
    .optional(),
  places: z.strictObject({ file: z.string(), count: z.int() }).optional(),
  geology: z.strictObject({ file: z.string() }).optional().describe('domain/contracts/geology.ts'),
  bodies: z.strictObject({ file: z.string(), count: z.int() }).optional(),
  seams: z
    .strictObject({ file: z.string(), count: z.int() })
    .optional()
    .describe('domain/contracts/seams.ts'),
  holes: z
    .strictObject({ file: z.string(), count: z.int() })
    .optional()
    .describe('domain/contracts/holes.ts; count of intervals'),
  ground: groundSchema.optional(),
  logs: z
    .strictObject({ file: z.string(), count: z.int() })
    .optional()
    .describe('domain/contracts/logs.ts; count of holes'),
  driving: z
    .strictObject({ file: z.string(), headings: z.int(), obstacles: z.int() })
    .optional()
    .describe('domain/contracts/driving-facts.ts'),
});

export type Catalog = z.output<typeof catalogSchema>;
export type CatalogLayer = z.output<typeof catalogLayerSchema>;
export type CatalogProperty = z.output<typeof catalogPropertySchema>;
export type CatalogSource = z.output<typeof catalogSourceSchema>;
export type LegendEntry = z.output<typeof legendEntrySchema>;
export type EnuBox = z.output<typeof box>;

/** One entry of GET /api/mines: what the mine switcher shows. */
export const mineSummarySchema = z.strictObject({
  id: z.string(),
  name: bilingualSchema,
  type: z.enum(MINE_TYPES),
  state: z.enum(MINE_STATES),
  provenance: z.enum(PROVENANCES),
  county: z.string().optional(),
  catalog: z.string().describe('URL path of catalog.json'),
  revision: z.string(),
  live: z
    .boolean()
    .optional()
    .describe(
      'true: GET /api/mines/{id}/live answers. A page asks only then: browsers print every 404 as an error',
    ),
  broken: z.string().optional().describe('why the bundle cannot be opened; the mine is listed all the same'),
});
export type MineSummary = z.output<typeof mineSummarySchema>;
export const mineListSchema = z.array(mineSummarySchema);
