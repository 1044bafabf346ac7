import { z } from 'zod';
import { EVIDENCE_METHODS } from './driving.ts';

/**
 * Mines of a county that endanger each other, with the geometry that proves it. Everything is in one frame of the county: metres
 * east, north, up. What is not listed is not thereby safe: `gaps` says of which mines it cannot be told.
 */

/** What of a mine is looked at. */
export const NEIGHBOUR_KINDS = [
  'right',
  'working',
  'goaf',
  'aquifer',
  'fault',
  'closed-shaft',
  'orebody',
] as const;
export type NeighbourKind = (typeof NEIGHBOUR_KINDS)[number];

/**
 * `contiguous`: rights so near that their mines are one mining area; `goaf-across-boundary`: a goaf that reaches into another
 * mine's right; `connected-workings`: a working that meets a working or a goaf; closed shafts are workings; `shared-water-path`: an aquifer, a fault or a closed shaft near
 * the hollows of several mines, their closed shafts too; `shared-orebody`: one ore body in the rights of several owners.
 */
export const NEIGHBOUR_CHECKS = [
  'rights-distance',
  'workings-distance',
  'goafs-distance',
  'workings-goaf-distance',
  'goaf-across-boundary',
  'connected-workings',
  'contiguous',
  'subsidence-overlap',
  'shared-water-path',
  'shared-orebody',
] as const;
export type NeighbourCheck = (typeof NEIGHBOUR_CHECKS)[number];

const vec3 = z.tuple([z.number(), z.number(), z.number()]);
const source = {
  jurisdiction: z.string().min(1),
  clause: z.string().min(1),
  status: z.string().min(1).describe('how well the number is verified'),
};

const ruleSchema = z.strictObject({
  id: z.string().min(1),
  check: z.enum(NEIGHBOUR_CHECKS),
  value: z.number().min(0).optional().describe('metres; left out: nobody has configured it'),
  active: z.boolean().default(true),
  ...source,
  note: z.string().optional(),
});
export type NeighbourRule = z.output<typeof ruleSchema>;

const drawAngleSchema = z.strictObject({
  id: z.string().min(1),
  degrees: z.number().gt(0).lt(90).describe('from the horizontal, up to the edge of the subsidence zone'),
  mines: z.array(z.string()).default([]).describe('empty: every mine of the county'),
  ...source,
  note: z.string().optional(),
});
export type DrawAngle = z.output<typeof drawAngleSchema>;

export const accuracySchema = z.strictObject({
  method: z.enum(EVIDENCE_METHODS),
  plusMinus: z.number().min(0).describe('metres'),
  ...source,
});

/** `neighbours` of a county's rules. */
export const neighbourRulesSchema = z.strictObject({
  rules: z.array(ruleSchema).default([]),
  drawAngles: z
    .array(drawAngleSchema)
    .default([])
    .describe(
      'those of a mine go before those of the county, of several the flattest is taken; a mine without one has no known zone',
    ),
  accuracies: z
    .array(accuracySchema)
    .default([])
    .describe('how far positions may be off, by how they were found; of a method left out it is unknown'),
});
export type NeighbourRules = z.output<typeof neighbourRulesSchema>;

/** `found` also where only the ± speaks against it; `denied`: beyond the ±. */
export const NEIGHBOUR_ANSWERS = ['found', 'unknown', 'denied'] as const;
export type NeighbourAnswer = (typeof NEIGHBOUR_ANSWERS)[number];

/** Why a finding is not certain. */
export const NEIGHBOUR_DOUBTS = [
  'distance-not-configured',
  'position-unknown',
  'within-plus-minus',
  'carries-water-unknown',
  'owner-unknown',
  'mesh-open',
  'heights-not-stated',
  'same-body-unknown',
] as const;
export type NeighbourDoubt = (typeof NEIGHBOUR_DOUBTS)[number];

/** What would make it certain, and of whom. */
const settlesSchema = z.strictObject({
  do: z.enum([
    'survey-position',
    'state-accuracy',
    'configure-distance',
    'configure-draw-angle',
    'state-ground-height',
    'record-kind',
    'measure-water-level',
    'test-conductivity',
    'state-owner',
    'close-mesh',
    'state-right-heights',
    'name-whole',
    'state-radius',
  ]),
  of: z.string().describe('id of the feature, the mine or the check'),
  kind: z.enum(NEIGHBOUR_KINDS).nullable(),
});
export type Settles = z.output<typeof settlesSchema>;

const waterSchema = z.strictObject({
  feature: z.string(),
  level: z
    .number()
    .nullable()
    .describe(
      'metres up as the rules find it; in neighbours.json a height above the county’s datum; null: it holds water or may, and its level is unknown',
    ),
  headMetres: z.number().nullable().describe('over the other thing’s nearest point; 0 where it stands lower'),
  headMegapascals: z.number().nullable(),
});
export type NeighbourWater = z.output<typeof waterSchema>;

const featureRefSchema = z.strictObject({
  mine: z.string(),
  feature: z.string(),
  kind: z.enum(NEIGHBOUR_KINDS),
});

const ring = z.array(z.tuple([z.number(), z.number()])).describe('east, north; not closed');
const zonesSchema = z.strictObject({
  ground: z.number().describe('metres up of the level ground they are cut from: the highest of both mines'),
  here: z.array(ring).nullable().describe('outlines and holes; null: not told to this reader'),
  there: z.array(ring).nullable(),
  overlap: z.array(ring).nullable().describe('empty: as drawn they do not overlap'),
  squareMetres: z.number().min(0).nullable().describe('of the overlap as drawn; null: not told'),
  least: z
    .number()
    .min(0)
    .nullable()
    .describe('square metres, were both zones smaller by their ±; null: not known'),
  most: z.number().min(0).nullable(),
});
/** Ground that two goafs may pull down, and what both may. */
export type SubsidenceZones = z.output<typeof zonesSchema>;

const judgedSchema = z.strictObject({ answer: z.enum(['found', 'unknown']), certain: z.boolean() });

/** Where two things are nearest. Of subsidence zones the two points underground, and one of the ground in both zones. */
const proofSchema = z.strictObject({
  here: featureRefSchema.extend({ at: vec3 }),
  there: featureRefSchema.extend({ at: vec3 }),
  distance: z
    .number()
    .describe(
      'metres, 0 where they meet; of subsidence zones the gap between them, negative where they overlap',
    ),
  plusMinus: z.number().nullable().describe('metres, both together; null: of one of them unknown'),
  ground: vec3.nullable(),
  zones: zonesSchema.optional().describe('of subsidence zones; left out: of anything else'),
  water: z.array(waterSchema),
  judged: judgedSchema
    .optional()
    .describe('of a shared thing whether this mine reaches it; left out: as the finding says'),
});
export type NeighbourProof = z.output<typeof proofSchema>;

const findingSchema = z.strictObject({
  id: z.string(),
  check: z.enum(NEIGHBOUR_CHECKS),
  mines: z.array(z.string()).min(2).describe('in the order of their ids'),
  answer: z.enum(['found', 'unknown']),
  certain: z.boolean(),
  doubts: z
    .array(z.enum(NEIGHBOUR_DOUBTS))
    .describe('of a shared thing also where two mines reach it for certain and a third may'),
  rule: z
    .strictObject({ id: z.string(), ...source, note: z.string().nullable() })
    .nullable()
    .describe('null: nobody has configured one'),
  bound: z.number().nullable().describe('metres'),
  drawAngles: z.array(z.strictObject({ mine: z.string(), id: z.string(), degrees: z.number() })),
  proofs: z.array(proofSchema).min(1).describe('of a pair one; of a shared thing one for each mine'),
  settles: z.array(settlesSchema).describe('what would make it certain, or tell how high its water stands'),
});
export type NeighbourFinding = z.output<typeof findingSchema>;

const gapSchema = z.strictObject({
  mine: z.string().nullable().describe('null: every mine'),
  check: z.enum(NEIGHBOUR_CHECKS),
  settles: settlesSchema,
});
export type NeighbourGap = z.output<typeof gapSchema>;

const notComparedSchema = z.strictObject({
  mine: z.string(),
  feature: z.string(),
  kind: z.enum(NEIGHBOUR_KINDS),
  from: z.iso.date().nullable().describe('not there before this day'),
  to: z.iso.date().nullable(),
});
/** A thing that was not there on the day neighbours were compared of. */
export type NotCompared = z.output<typeof notComparedSchema>;

const clusterSchema = z.strictObject({
  mines: z.array(z.string()).min(2),
  certain: z.boolean().describe('false: it holds together only by findings that are not certain'),
  findings: z.array(z.string()),
});
export type MineCluster = z.output<typeof clusterSchema>;

const degreesRing = z
  .array(z.tuple([z.number(), z.number()]))
  .describe('WGS 84 degrees, longitude first; not closed');
const mineZoneSchema = z.strictObject({
  mine: z.string(),
  drawAngle: drawAngleSchema
    .pick({ id: true, degrees: true, jurisdiction: true, clause: true, status: true })
    .nullable()
    .describe('null: none is configured, so no zone is known'),
  ground: z
    .number()
    .nullable()
    .describe(
      'metres above the county’s datum of the level ground the zone is cut from, the highest over the mine; null: nobody said, so no zone is known',
    ),
  goafs: z.int().min(0).describe('that make the zone'),
  whole: z.boolean().describe('whether all goafs of the mine are recorded; false: its zone may be larger'),
  outline: z.array(degreesRing).nullable().describe('as drawn, outlines and holes; null: no zone is known'),
  certain: z
    .array(degreesRing)
    .nullable()
    .describe('were all goafs’ zones smaller by their ±; goafs whose ± is not known have no part in it'),
  possible: z
    .array(degreesRing)
    .nullable()
    .describe('were they larger by their ±; null: of no goaf it is known'),
  unsure: z
    .array(z.string())
    .describe('goafs whose ± is not known: how far their zones may reach nobody can say'),
});
/** Ground that the goafs of one mine may pull down. */
export type MineZone = z.output<typeof mineZoneSchema>;

export const neighboursReportSchema = z.strictObject({
  format: z.literal('hyalite-neighbours/1'),
  county: z.string(),
  mines: z.array(z.string()),
  lookWithin: z.number().describe('metres: pairs that cannot be judged are listed up to this distance'),
  findings: z.array(findingSchema),
  gaps: z.array(gapSchema).describe('why a check says nothing for a mine against any other'),
  notCompared: z
    .array(notComparedSchema)
    .optional()
    .describe(
      'things that were not there on the day neighbours were compared of: on the days they are, nothing is denied of their kinds; left out: there is none',
    ),
  clusters: z.array(clusterSchema),
  zones: z
    .array(mineZoneSchema)
    .optional()
    .describe('of mines that are opened in 3D; left out: nobody computed them'),
});
export type NeighboursReport = z.output<typeof neighboursReportSchema>;
