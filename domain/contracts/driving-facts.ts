import { z } from 'zod';
import { drivingSchema, EVIDENCE_METHODS } from './driving.ts';
import { RECORDED_KINDS } from './hazard-source.ts';

/**
 * model/driving.json: what the survey files say of planned headings and of what they must not run into. ENU metres. Meshes
 * are not in it: an obstacle names its body of model/bodies.json.
 */

const vec3 = z.tuple([z.number(), z.number(), z.number()]);
const methods = z.array(z.enum(EVIDENCE_METHODS));
const kind = z.enum(RECORDED_KINDS);
const polygons = z
  .array(z.array(z.array(z.tuple([z.number(), z.number()]))))
  .describe('in plan: polygons of rings [east, north], the outline first, not closed');

const headingSchema = z.strictObject({
  id: z.string(),
  feature: z.string().describe('its feature in the layer, which may have several parts'),
  layer: z.string(),
  name: z.string().nullable(),
  line: z.array(vec3).min(2),
  section: z.strictObject({
    shape: z.enum(['arch', 'rectangle', 'circle']),
    width: z.number().positive(),
    height: z.number().positive(),
    lineIs: z.enum(['floor', 'centre']),
    from: z
      .enum(['file', 'manifest', 'nobody'])
      .describe('where the size is written; nobody: it is drawn at an assumed one, and not known'),
  }),
  heightsInterpolated: z.int().describe('points of the line whose height the file does not give'),
  start: z.string().nullable().describe('as written'),
  end: z.string().nullable(),
});
export type PlannedHeadingFacts = z.output<typeof headingSchema>;

const obstacleSchema = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  kind,
  source: z.string().describe('id of the source in mine.yaml'),
  body: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('mesh'), layer: z.string(), feature: z.string() }),
    z.strictObject({ type: z.literal('line'), lines: z.array(z.array(vec3).min(2)).min(1) }),
  ]),
  water: z.union([z.enum(['dry', 'unknown']), z.strictObject({ level: z.number().nullable() })]),
  conductive: z.boolean().nullable(),
  evidence: methods.describe('empty: not known how it was found'),
  evidenceWritten: z.string().nullable().describe('what the file says'),
  placed: z
    .boolean()
    .describe('false: it is drawn where nobody measured it, so where it is is not known at any accuracy'),
  modelled: z
    .literal(true)
    .optional()
    .describe('its surface is a model, whose standard deviation lies beside its body in bodies.json'),
});
export type ObstacleFacts = z.output<typeof obstacleSchema>;

const rightSchema = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  polygons,
  lower: z.number(),
  upper: z.number(),
  evidence: methods,
});
export type RightFacts = z.output<typeof rightSchema>;

const areaSchema = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  polygons,
});

export const drivingFactsSchema = z.strictObject({
  format: z.literal('hyalite-driving/1'),
  inputHash: z.string().describe('of the program, the manifest and the files it was made from'),
  settings: drivingSchema.describe('`driving` of mine.yaml'),
  headings: z.array(headingSchema),
  obstacles: z.array(obstacleSchema),
  rights: z.array(rightSchema),
  recorded: z
    .array(kind)
    .describe('kinds whose files were read whole, and kinds the mine states to have none of'),
  lost: z
    .array(z.strictObject({ kind, source: z.string(), rows: z.int() }))
    .describe('rows that should have given an obstacle and did not: their kind is not recorded'),
  surveyed: z
    .array(areaSchema.extend({ methods, written: z.string().nullable(), date: z.string().nullable() }))
    .nullable()
    .describe('areas surveyed for hidden hazards; null: no file says'),
  plan: z
    .array(areaSchema.extend({ year: z.int() }))
    .nullable()
    .describe('areas to be mined, by year; null: no file says'),
});
export type DrivingFacts = z.output<typeof drivingFactsSchema>;
