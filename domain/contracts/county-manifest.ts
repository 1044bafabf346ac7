import { z } from 'zod';
import { bilingualSchema, textSchema } from './bilingual.ts';
import { PROVENANCES } from './layers.ts';
import { SITE_KIND_IDS } from './site-kind-ids.ts';

/**
 * county.yaml: what a county is and which files describe it. This schema is the one source of the published JSON Schema
 * (docs/county.schema.json) and of docs/county-yaml.md.
 */

const id = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}$/,
    'lower-case letters, digits and hyphens, starting with a letter or digit',
  );

const columnRef = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe('a column header, or several accepted spellings of it');

const common = {
  id: id.optional().describe('name of the source in reports; left out: made from kind and file'),
  file: z.string().min(1).describe('path relative to county.yaml'),
  crs: z
    .string()
    .optional()
    .describe(
      'coordinates of this file: "EPSG:4527", "EPSG:4326" … or "GCJ-02" (Chinese web maps), which is converted. Left out: what the file itself declares; a GeoJSON in degrees is WGS 84',
    ),
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
  columns: z
    .record(z.string(), columnRef)
    .optional()
    .describe('role → column header (roles are listed with each kind)'),
  defaults: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe('role → value used where the column is absent or the cell is empty'),
  words: z
    .record(z.string(), z.record(z.string(), z.string()))
    .optional()
    .describe(
      'role → word in the file → value of the list it stands for, e.g. {state: {生产: producing}}; the usual Chinese words are known already',
    ),
  where: z
    .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
    .optional()
    .describe('column → value or values: only such rows are read; left out: all'),
  provenance: z.enum(PROVENANCES).optional().describe("how this came to be known; left out: the county's"),
};

const source = <K extends string, S extends z.ZodRawShape = Record<never, never>>(
  kind: K,
  text: string,
  ownKeys: S = {} as S,
) =>
  z
    .strictObject({ kind: z.literal(kind).describe('what the file holds'), ...common })
    .extend(ownKeys)
    .describe(text);

export const countySourceSchema = z.discriminatedUnion('kind', [
  source('boundary', 'polygon of the county. Roles: name'),
  source('towns', 'polygons of towns. Roles: id, name, nameEn'),
  source('water', 'polygons of lakes, reservoirs, ponds. Roles: name, nameEn, level'),
  source('rivers', 'lines of rivers. Roles: name, nameEn, class'),
  source('roads', 'lines of roads. Roles: name, nameEn, class'),
  source('places', 'points with names. Roles: name, nameEn, class'),
  source('relief', 'GeoTIFF of ground heights', {
    band: z.int().min(1).default(1).describe('band that holds the heights'),
    contours: z
      .number()
      .positive()
      .optional()
      .describe('metres between contour lines of the base map; left out: none'),
  }),
  source(
    'mines',
    'the register, one row a mine: a table with longitude and latitude (or x = north, y = east in `crs`), or points. Roles: id, name, nameEn, town, longitude, latitude, x, y, type, size, state, grade, risk, warning, owner, leader, leaderOffice, minerals, ground, groundPlusMinus, recorded',
  ),
  source(
    'mine-history',
    'one row a change. Roles: mine, from, state, grade. An empty cell is as it was before; 不明 or unknown: from that day not known',
  ),
  source(
    'mine-facts',
    'one row a fact or event that duties look at. Roles: mine, fact, event, value. Of two rows of an event the later day counts; a fact of which two rows say unlike things is not known',
  ),
  source(
    'disaster-grades',
    'one row a kind of disaster of a mine. Roles: mine, kind, grade. Of two rows of one kind the worse counts',
  ),
  source(
    'mining-rights',
    'polygons in plan. Roles: mine, id, lower, upper (heights, metres), validUntil. A mine of several polygons has them all, and its right is valid until the first of them ends; without heights it is compared as high and deep as can be, and nothing found of it is certain',
  ),
  source(
    'mine-features',
    'what of the mines lies underground: polygons between two heights, lines with Z and a radius, or fault traces. Roles: mine, id, kind, name, nameEn, top, bottom, radius, dip, dipDirection, method, plusMinus, holdsWater, waterLevel, conductive, partOf, from, to. A radius left out is not known, a month or year under to is its last day. An id is given once in a mine; where another mine uses it too it becomes mine/id. A row that is left out takes its kind out of what the mine has recorded whole',
  ),
  source(
    'sites',
    'one row a site of one kind. Roles: id, name, nameEn, town, longitude, latitude, x, y, risk, mine, from, to, and the fields of the kind',
    {
      sites: z.enum(SITE_KIND_IDS).describe('kind of the sites'),
    },
  ),
  source('hazards', 'JSON: the ledger to begin with, one version after another; demo counties only'),
  source(
    'major-hazards',
    'JSON: the major hazards and monthly surveys to begin with, one version after another; demo counties only',
  ),
]);

export const countyManifestSchema = z.strictObject({
  'hyalite-county': z.literal(1).describe('version of this format'),
  id: id.describe('identifier of the county: the folder of its bundle and its address'),
  name: bilingualSchema.describe('name of the county'),
  provenance: z
    .enum(PROVENANCES)
    .default('measured')
    .describe('what all sources are unless they say otherwise'),
  attribution: textSchema.optional().describe('who made the data and under which licence'),
  survey: z
    .strictObject({
      crs: z.string().min(1).describe('CRS the county surveys in, shown with positions: "EPSG:4527"'),
      verticalDatum: z.string().min(1).describe('name of the height datum'),
      geoidSeparation: z.number().describe('metres from the ellipsoid up to the height datum'),
    })
    .describe('where the numbers live'),
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD')
    .optional()
    .describe(
      'day the files speak of, "2026-11-20": neighbours are compared as of it, and what ended before or begins after it is left out of that. Left out: everything that was not ended is compared, planned things too',
    ),
  rules: z
    .string()
    .optional()
    .describe(
      'rules of the county, path relative to county.yaml; left out: nothing about neighbours is configured',
    ),
  lookWithin: z
    .number()
    .min(0)
    .default(300)
    .describe('metres: pairs of mines that cannot be judged are listed up to this distance'),
  placesWithin: z
    .number()
    .min(0)
    .optional()
    .describe(
      'metres from a mine’s right and model (else from its point), farther than which a place of its hazards or their evidence is asked about. Left out: farther than the mine itself is long; of a mine known by its point only, outside the county',
    ),
  base: z
    .strictObject({
      minZoom: z.int().min(0).max(12).default(7).describe('farthest zoom that is built'),
      maxZoom: z
        .int()
        .min(8)
        .max(15)
        .default(13)
        .describe('nearest zoom that is built; a relief stops where its cells are a pixel'),
    })
    .prefault({})
    .describe('zoom levels of the base map and the relief'),
  sources: z.array(countySourceSchema).min(1).describe('the files'),
});

/** county.yaml after validation, defaults filled in. */
export type CountyManifest = z.output<typeof countyManifestSchema>;
export type CountySource = CountyManifest['sources'][number];
export type CountySourceKind = CountySource['kind'];
export type CountySourceOf<K extends CountySourceKind> = Extract<CountySource, { kind: K }>;
