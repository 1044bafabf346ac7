import { z } from 'zod';
import { bilingualSchema, textSchema } from './bilingual.ts';
import { dutyFactsSchema } from './county-duties.ts';
import { EVIDENCE_METHODS } from './driving.ts';
import { findingSchema } from './finding.ts';
import { PROVENANCES } from './layers.ts';
import { MINE_SIZES, MINE_STATES, MINE_TYPES } from './manifest.ts';
import { accuracySchema, NEIGHBOUR_KINDS } from './neighbours.ts';
import { SITE_KIND_IDS } from './site-kind-ids.ts';
import { siteRulesSchema } from './site-rules.ts';

/**
 * A county as it is built: `counties/<id>/county.json` and the files it names. Positions are WGS 84 degrees, longitude first;
 * heights are metres in the county's height datum.
 */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const day = z.iso.date();
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const ring = z.array(position).min(4);

/** Grade of a mine: A is the best, D the worst. */
export const MINE_GRADES = ['A', 'B', 'C', 'D'] as const;
/** Static risk of a thing; never mixed with warnings. */
export const RISK_LEVELS = ['major', 'larger', 'general', 'low'] as const;
/** What is happening now; never mixed with risk. */
export const WARNING_LEVELS = ['red', 'orange', 'yellow', 'blue'] as const;

const rightSchema = z.strictObject({
  rings: z.array(ring).min(1),
  holes: z
    .array(z.int().min(1))
    .optional()
    .describe(
      'places in `rings`, from 0, of those that are holes of the outline before them; the others are parcels',
    ),
  bottom: z.number().nullable().describe('lowest height it allows, metres; null: not stated'),
  top: z.number().nullable(),
  heights: z
    .array(z.strictObject({ bottom: z.number().nullable(), top: z.number().nullable() }))
    .optional()
    .describe('of each parcel where they are not alike; left out: all have those of the right'),
  validUntil: day.nullable(),
});

/** What of a mine lies under the county's map, so simple that 2 000 mines can be drawn and compared. */
export const countyFeatureSchema = z.strictObject({
  id: z.string().min(1),
  mine: id,
  kind: z.enum(NEIGHBOUR_KINDS),
  name: bilingualSchema,
  shape: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('prism'),
      rings: z.array(ring).min(1),
      bottom: z.number(),
      top: z.number(),
    }),
    z.strictObject({
      type: z.literal('line'),
      line: z
        .array(z.tuple([z.number(), z.number(), z.number()]))
        .min(2)
        .describe('degrees, degrees, metres up'),
      radius: z.number().min(0).nullable().describe('metres; null: nobody said how thick it is'),
    }),
    z
      .strictObject({
        type: z.literal('sheet'),
        trace: z.array(position).min(2),
        dipDirection: z.number().nullable(),
        dip: z.number().nullable(),
        top: z.number(),
        bottom: z.number(),
      })
      .describe('a fault'),
  ]),
  method: z.enum(EVIDENCE_METHODS).nullable().describe('how its position was found; null: not known'),
  plusMinus: z.number().min(0).nullable(),
  holdsWater: z.boolean().nullable().describe('null: nobody knows'),
  waterLevel: z.number().nullable(),
  conductive: z.boolean().nullable(),
  partOf: z.string().nullable(),
  from: day.nullable().describe('not there before this day; null: not known, shown always'),
  to: day.nullable(),
});
export type CountyFeature = z.output<typeof countyFeatureSchema>;

/** A mine in the county's register. What is null is not known and is shown so. */
export const registerMineSchema = z.strictObject({
  id,
  name: bilingualSchema,
  town: id.nullable(),
  at: position,
  type: z.enum(MINE_TYPES),
  size: z.enum(MINE_SIZES).nullable().describe('null: nobody registered it'),
  state: z.enum(MINE_STATES),
  history: z
    .array(z.strictObject({ from: day, state: z.enum(MINE_STATES), grade: z.enum(MINE_GRADES).nullable() }))
    .describe('oldest first'),
  grade: z.enum(MINE_GRADES).nullable(),
  risk: z.enum(RISK_LEVELS).nullable(),
  warning: z.enum(WARNING_LEVELS).nullable().describe('the highest warning that stands; null: none is known'),
  owner: z.string().nullable(),
  leader: z.strictObject({ name: z.string(), office: z.string() }).nullable().describe('accountable leader'),
  minerals: z.array(z.string()),
  right: rightSchema.nullable(),
  ground: z.strictObject({ highest: z.number(), plusMinus: z.number().min(0).nullable() }).nullable(),
  recorded: z
    .array(z.enum(NEIGHBOUR_KINDS))
    .describe('kinds whose files were read whole; of others nothing is denied'),
  disasterGrades: z.record(z.string(), z.enum(RISK_LEVELS)).describe('by kind of disaster'),
  disasterKinds: z
    .array(z.string())
    .nullable()
    .describe('kinds the county’s rules ask a mine of its type to be graded in; null: no rule says which'),
  gradedKinds: z
    .array(z.string())
    .optional()
    .describe('kinds of disaster that any mine of the register is graded in, the same for every reader'),
  duties: dutyFactsSchema.pick({ facts: true, events: true }),
  bundle: z.boolean().describe('it has a 3D bundle of the same id'),
  provenance: z.enum(PROVENANCES),
});
export type RegisterMine = z.output<typeof registerMineSchema>;

/** Other places of risk. `fields` are those of its kind, named in SITE_KINDS. */
export const countySiteSchema = z.strictObject({
  id,
  kind: z.enum(SITE_KIND_IDS),
  name: bilingualSchema,
  town: id.nullable(),
  at: position,
  risk: z.enum(RISK_LEVELS).nullable(),
  mine: id.nullable().describe('the mine it belongs to'),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable()),
  from: day.nullable(),
  to: day.nullable(),
  provenance: z.enum(PROVENANCES),
});
export type CountySite = z.output<typeof countySiteSchema>;

export const countyCatalogSchema = z.strictObject({
  format: z.literal('hyalite-county/1'),
  county: id,
  revision: z.string().describe('hash of everything it was made from'),
  name: bilingualSchema,
  provenance: z.enum(PROVENANCES),
  attribution: textSchema.optional(),
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe('west, south, east, north'),
  survey: z.strictObject({
    crs: z.string(),
    crsName: z.string(),
    proj: z.string(),
    verticalDatum: z.string(),
  }),
  geoidSeparation: z.number().describe('metres'),
  placesWithin: z
    .number()
    .min(0)
    .optional()
    .describe(
      'metres from its mine, farther than which a hazard’s place is asked about; left out: the county says none',
    ),
  towns: z.array(z.strictObject({ id, name: bilingualSchema, rings: z.array(z.array(ring)) })),
  base: z.strictObject({
    tiles: z.literal('base/{z}/{x}/{y}.mvt'),
    minZoom: z.int(),
    maxZoom: z.int(),
    layers: z.array(z.enum(['county', 'town', 'water', 'river', 'road', 'place', 'contour'])),
  }),
  relief: z
    .strictObject({ tiles: z.literal('relief/{z}/{x}/{y}.png'), minZoom: z.int(), maxZoom: z.int() })
    .nullable()
    .describe('heights, Mapbox Terrain-RGB; null: none'),
  files: z.strictObject({
    mines: z.literal('mines.json').describe('registerMineSchema[]'),
    features: z.literal('features.json').describe('countyFeatureSchema[]'),
    sites: z.literal('sites.json').describe('countySiteSchema[]'),
    neighbours: z.literal('neighbours.json').describe('neighboursReportSchema'),
    hazards: z.literal('hazards.json').nullable().describe('ledger to begin with; demo counties only'),
    majorHazards: z
      .literal('major-hazards.json')
      .nullable()
      .default(null)
      .describe('major hazards to begin with; demo counties only'),
  }),
  neighboursFrame: z
    .strictObject({
      origin: z.strictObject({ longitude: z.number(), latitude: z.number(), ellipsoidHeight: z.number() }),
    })
    .describe('of the east-north-up metres of neighbours.json'),
  accuracies: z
    .array(accuracySchema)
    .optional()
    .describe('how far positions may be off by how they were found, as its rules say'),
  siteRules: siteRulesSchema
    .optional()
    .describe('classes and flags of other places of risk, as its rules say; left out: it has no such rules'),
  counts: z.strictObject({ mines: z.int(), features: z.int(), sites: z.int(), hazards: z.int() }),
  years: z
    .tuple([z.int(), z.int()])
    .describe('first and last year the register knows; 0, 0: none of its rows has a day'),
  asOf: day
    .nullable()
    .describe(
      'the day the register’s files speak of: what is of now is of it, and neighbours are compared as of it; null: nobody said',
    ),
  findings: z.array(findingSchema),
});
export type CountyCatalog = z.output<typeof countyCatalogSchema>;
