import { z } from 'zod';
import { bilingualSchema, textSchema } from './bilingual.ts';
import { drivingSchema } from './driving.ts';
import { hazardSchema } from './hazard-source.ts';
import { LAYER_GROUPS, PROVENANCES } from './layers.ts';
import { bodySettingsSchema, seamsSettingsSchema, strataSchema } from './stratigraphy.ts';

/**
 * mine.yaml: what a mine is and which survey files describe it. This schema is the one source of the
 * published JSON Schema (docs/mine.schema.json) and of docs/mine-yaml.md.
 */

/** What closed meshes may be declared as. */
export const SOLID_KINDS = ['ore', 'lens', 'karst', 'stope', 'solid'] as const;

const id = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    'lower-case letters, digits and hyphens, starting with a letter or digit',
  );

export const MINE_TYPES = [
  'underground-metal',
  'underground-coal',
  'underground-nonmetal',
  'open-pit',
  'tailings',
  'exploration',
] as const;
export const MINE_STATES = ['producing', 'construction', 'suspended', 'closed', 'unknown'] as const;
/** How big a mine is, as its county registers it (大型、中型、小型). */
export const MINE_SIZES = ['large', 'medium', 'small'] as const;
export const LENGTH_UNITS = ['metre', 'foot', 'us-survey-foot'] as const;
export const AXIS_ORDERS = ['x-north-y-east', 'x-east-y-north'] as const;

const axes = z
  .enum(AXIS_ORDERS)
  .describe(
    "what x and y of tables mean: Chinese survey tables write X = north, Y = east. Never guessed. Vector, mesh, raster and cave files, and tables in a CRS other than the mine's, are easting first unless the source itself says `axes`",
  );
const units = z.enum(LENGTH_UNITS).describe('length unit of coordinates, depths and heights');
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour like #b0733c');

export const localGridSchema = z
  .strictObject({
    a: z.number().describe('easting per unit of local x'),
    b: z.number().describe('easting per unit of local y'),
    c: z.number().describe('northing per unit of local x'),
    d: z.number().describe('northing per unit of local y'),
    tx: z.number().describe('easting of the local origin'),
    ty: z.number().describe('northing of the local origin'),
    tz: z.number().default(0).describe('height of the local zero'),
  })
  .describe(
    "affine from the mine's local grid to the survey CRS, in the CRS's units: easting = a·x + b·y + tx, northing = c·x + d·y + ty, height = z + tz (x, y = local east, north)",
  );

export const surveySchema = z.strictObject({
  crs: z
    .string()
    .min(1)
    .describe(
      'CRS of the mine: "EPSG:4527" or a proj string. It holds for every file that neither declares another nor is given one by its source',
    ),
  axes,
  zonePrefix: z
    .int()
    .min(1)
    .max(120)
    .optional()
    .describe(
      'zone number written before the easting in the files (39 512 345.678 → 39). Give it only when the files carry it and the CRS does not',
    ),
  units: units.default('metre'),
  verticalDatum: z.string().min(1).describe('name of the height datum, for the record and the screen'),
  geoidSeparation: z
    .number()
    .optional()
    .describe(
      'metres from the ellipsoid up to the height datum at the mine; left out: EGM96 is used and "± 0.5 m" is said',
    ),
  localGrid: localGridSchema.optional(),
});

const columnRef = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe('a column header, or several accepted spellings of it');

const attributeSchema = z.strictObject({
  column: columnRef,
  id: id.optional().describe('identifier in the property table; left out: made from the column'),
  name: bilingualSchema.describe('name shown on the card'),
  unit: z.string().optional().describe('unit shown beside the value, e.g. "m", "%", "g/t"'),
  type: z
    .enum(['string', 'number', 'integer', 'boolean', 'date'])
    .optional()
    .describe('kind of value; left out: inferred from all rows'),
  values: z
    .record(z.string(), bilingualSchema)
    .optional()
    .describe('names of coded values, e.g. {filled: {zh: 已充填, en: filled}}'),
});

const common = {
  id: id.optional().describe('name of the source in reports; left out: made from kind and file'),
  file: z.string().min(1).describe('path relative to mine.yaml'),
  name: bilingualSchema.optional().describe('name of the layer this source makes'),
  layerId: id.optional().describe('layer the features go to; left out: the usual one of this kind'),
  encoding: z
    .enum(['utf-8', 'gb18030', 'latin1'])
    .optional()
    .describe('text encoding; left out: found from the bytes'),
  delimiter: z
    .enum([',', ';', '\t'])
    .optional()
    .describe('column delimiter of a text table; left out: found from the first lines'),
  sheet: z.string().optional().describe('sheet of a workbook'),
  layer: z.string().optional().describe('layer of a GeoPackage'),
  crs: z
    .string()
    .optional()
    .describe(
      'CRS of this file. Precedence: what is written here, then what the file itself declares (GeoPackage, .prj, GeoTIFF, GeoJSON, Survex), then `survey.crs`',
    ),
  axes: axes
    .optional()
    .describe('what x and y of this file mean, where the rule of `survey.axes` does not hold'),
  units: units.optional().describe("length unit of this file where it differs from the mine's"),
  columns: z
    .record(z.string(), columnRef)
    .optional()
    .describe('role → column header (roles are listed with each kind)'),
  defaults: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe('role → value used where the column is absent or the cell is empty'),
  values: z
    .record(z.string(), z.record(z.string(), bilingualSchema))
    .optional()
    .describe(
      'role → names of its coded values, for the legend and the card, e.g. {fill: {未充填: {zh: 未充填, en: unfilled}}}',
    ),
  attributes: z.array(attributeSchema).optional().describe('columns to keep under human names and units'),
  keepOtherColumns: z
    .boolean()
    .default(true)
    .describe('keep unnamed columns as attributes under their own header'),
  provenance: z.enum(PROVENANCES).optional().describe("how this came to be known; left out: the mine's"),
  hazard: hazardSchema.optional(),
  pivot: z
    .strictObject({
      file: z.string().min(1).describe('entity-attribute-value table to join'),
      rowKey: columnRef.describe('key column in the main file'),
      key: columnRef.describe('column of the pivot file that holds the key'),
      attribute: columnRef.describe('column of the pivot file that names the attribute'),
      value: columnRef.describe('column of the pivot file that holds the value'),
    })
    .optional()
    .describe('joins a table of (key, attribute, value) rows as columns of the main table'),
};

const meshTable = z
  .string()
  .optional()
  .describe('table of attributes for meshes, joined by object name to role `id`');
const yUp = z.boolean().default(false).describe("the file's Y axis points up (photogrammetry)");
const lineIs = z
  .enum(['floor', 'centre'])
  .default('floor')
  .describe('what the line follows: the floor of the roadway or its centre');

/** Described last: extending a schema makes a new one, without the description. */
const source = <K extends string, S extends z.ZodRawShape = Record<never, never>>(
  kind: K,
  text: string,
  ownKeys: S = {} as S,
) =>
  z
    .strictObject({ kind: z.literal(kind).describe('what the file holds'), ...common })
    .extend(ownKeys)
    .describe(text);

export const sourceSchema = z.discriminatedUnion('kind', [
  source(
    'borehole-collars',
    'one row a hole. Roles: hole, x, y, z, depth (left out: deepest interval or survey), geometry (WKB hex or WKT, instead of x and y), longitude, latitude',
  ),
  source('borehole-surveys', 'one row a station. Roles: hole, depth, azimuth, dip', {
    dipConvention: z
      .enum(['negative-down', 'positive-down', 'from-vertical'])
      .describe('sign of the dip column; from-vertical: 0 = straight down'),
    azimuthReference: z
      .enum(['grid', 'true'])
      .default('grid')
      .describe('which north the azimuths start from'),
  }),
  source('borehole-intervals', 'one row an interval. Roles: hole, from, to (or thickness), lithology'),
  source('borehole-water-levels', 'one row a reading. Roles: hole, depth or height, date'),
  source(
    'borehole-assays',
    'one row a sample, shown beside the log and not drawn in the scene. Roles: hole, from, to; every number kept as an attribute is a track of the log',
  ),
  source(
    'borehole-structures',
    'one row a fault, joint or bedding plane met by a hole. Roles: hole, depth, type, dip (degrees from horizontal), dipDirection (degrees from grid north)',
  ),
  source(
    'goafs',
    'mined-out voids. Polygons with Z: roles id, thickness, seam, year, floorOffset, waterLevel, fill, evidence; or closed meshes (OBJ/STL), one feature an object, attributes from `table`',
    {
      table: meshTable,
      polygonIs: z
        .enum(['floor', 'roof', 'middle'])
        .default('floor')
        .describe('which face of the void the polygon is; the thickness is added to the other side'),
    },
  ),
  source(
    'roadways',
    'lines with Z. Roles: id, name, type, width, height, section, year, level; section widths by type go in `sections`',
    {
      sections: z
        .record(
          z.string(),
          z.strictObject({
            shape: z.enum(['arch', 'rectangle', 'circle']),
            width: z.number().positive(),
            height: z.number().positive(),
          }),
        )
        .optional()
        .describe('cross-section, in metres, by value of role `section` or `type`; key "*" for all others'),
      synonyms: z
        .record(z.string(), z.array(z.string()))
        .optional()
        .describe('canonical type → spellings found in the file'),
      snapTolerance: z
        .number()
        .positive()
        .default(0.5)
        .describe('metres within which ends are one network node'),
      lineIs,
    },
  ),
  source(
    'shafts',
    'one row a shaft (roles: id, name, x, y, top, bottom, diameter, use, state) or two points a shaft (roles: id, end, z) with `ends`',
    {
      ends: z
        .strictObject({ top: z.array(z.string()), bottom: z.array(z.string()) })
        .optional()
        .describe('values of role `end` that mean top and bottom'),
    },
  ),
  source('cave-survey', 'Survex .3d: legs become thin tubes, splays give passage size'),
  source('water-bodies', 'polygons with a level, or closed meshes. Roles: id, name, level, depth, type', {
    table: meshTable,
  }),
  source('terrain', 'GeoTIFF of ground heights', {
    band: z.int().min(1).default(1).describe('band that holds the heights'),
  }),
  source('mining-right', 'polygon in plan. Roles: id, name, upper, lower (elevations)'),
  source(
    'hazard-surveys',
    'polygons in plan of what has been surveyed for hidden hazards (隐蔽致灾因素普查). Roles: id, name, date; the methods are those of `hazard.foundBy`',
  ),
  source('mining-plan', 'polygons in plan of what is to be mined in a year. Roles: id, name, year'),
  source(
    'planned-headings',
    'lines with Z of roadways still to be driven. Roles as `roadways`, and start, end',
    {
      lineIs,
    },
  ),
  source('solids', 'closed meshes (OBJ/STL) of ore bodies, cavities or strata; one feature an object', {
    group: z.enum(LAYER_GROUPS).describe('branch of the layer tree'),
    is: z
      .enum(SOLID_KINDS)
      .optional()
      .describe(
        'what the bodies are: decides how sections fill them and what a heading must keep from them; left out: ore in group ore, stope in group workings, else solid',
      ),
    table: meshTable,
    colour: colour.optional().describe('colour of the layer; left out: the usual one of its group'),
    yUp,
  }),
  source('surfaces', 'open meshes (OBJ/STL) of faults or horizons; one feature an object', {
    group: z.enum(LAYER_GROUPS).describe('branch of the layer tree'),
    table: meshTable,
    colour: colour.optional().describe('colour of the layer; left out: the usual one of its group'),
    yUp,
  }),
  source(
    'fault-traces',
    'lines of faults on the ground, with Z or laid on the terrain. Roles: id, name, dip (degrees from horizontal), dipDirection (degrees from grid north, or a side: NE, 北东), throw (metres, positive: the hanging wall has gone down), conductive, depthExtent (metres below the trace to which the fault is drawn). A dip or depth for all of them is written under `defaults`; without dip, side and depth a trace makes no surface',
    {
      withoutDip: z
        .enum(['line', 'ribbon'])
        .default('line')
        .describe(
          'how a trace is drawn of which no surface can be made: the line alone, or an upright ribbon down to its depth, which is marked inferred and never cuts the strata',
        ),
      colour: colour.optional().describe('colour of the surfaces; left out: the usual one'),
    },
  ),
  source(
    'places',
    'points: key places, exits, cameras, stations. Roles: id, name, type, x, y, z, and free attributes',
  ),
]);

export const lithologySchema = z.strictObject({
  code: z.string().min(1).describe('code as logged'),
  name: bilingualSchema.describe('name of the rock'),
  synonyms: z.array(z.string()).default([]).describe('other spellings of it in the logs'),
  colour: colour.describe('colour of the rock, "#rrggbb"'),
});

export const manifestSchema = z.strictObject({
  hyalite: z.literal(1).describe('version of this format'),
  id: id.describe('identifier of the mine: the folder of its bundle and its address'),
  county: z.string().optional().describe('county the mine lies in'),
  name: bilingualSchema.describe('name of the mine'),
  type: z.enum(MINE_TYPES).describe('kind of mine'),
  state: z.enum(MINE_STATES).default('unknown').describe('state of the mine'),
  provenance: z
    .enum(PROVENANCES)
    .default('measured')
    .describe('what all sources are unless they say otherwise'),
  attribution: textSchema.optional().describe('who made the data and under which licence'),
  survey: surveySchema.describe('where the numbers live'),
  lithologies: z.array(lithologySchema).default([]).describe('rock names and colours'),
  sources: z.array(sourceSchema).min(1).describe('the survey files'),
  strata: strataSchema
    .optional()
    .describe(
      'the stratigraphic column and how it is modelled; left out: no strata, and sections say the rock is unknown',
    ),
  seams: seamsSettingsSchema
    .optional()
    .describe('floors of seams, modelled from the floors of their goafs; left out: none'),
  bodies: z
    .array(bodySettingsSchema)
    .default([])
    .describe('ore bodies and lenses made from what the holes met'),
  driving: drivingSchema
    .optional()
    .describe('how near to what the mine lets itself drive; left out: no heading is ever answered "drive"'),
});

/** mine.yaml after validation, defaults filled in. */
export type MineManifest = z.output<typeof manifestSchema>;
export type ManifestSource = MineManifest['sources'][number];
export type SourceKind = ManifestSource['kind'];
export type SourceOf<K extends SourceKind> = Extract<ManifestSource, { kind: K }>;
export type ManifestAttribute = z.output<typeof attributeSchema>;
export type ManifestLithology = z.output<typeof lithologySchema>;
export type SurveySettings = z.output<typeof surveySchema>;
export type MineType = (typeof MINE_TYPES)[number];
export type MineSize = (typeof MINE_SIZES)[number];
