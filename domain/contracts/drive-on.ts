import { z } from 'zod';
import { EVIDENCE_METHODS, OBSTACLE_KINDS } from './driving.ts';

/** "May we drive on?", answered for each planned heading by stretch of chainage. ENU metres throughout. */

/** From the best to the worst. Not knowing is worse than having to probe: probing would not settle it. */
export const DRIVE_ANSWERS = ['drive', 'probe-first', 'unknown', 'stop'] as const;
export type DriveAnswer = (typeof DRIVE_ANSWERS)[number];

/**
 * `pierces`: the heading cuts a void, or may within its ±; `outside-right`: it leaves the mining right; `too-near`: nearer
 * than the distance to keep; `near`: nearer than the distance to probe from; `distance-not-configured`: the mine has set
 * no distance for such an obstacle; `position-unknown`: how far it may be off is not known, so how near it may be is not
 * either; `not-surveyed`: the stretch lies outside what has been surveyed for hidden hazards, or nobody said what has been;
 * `kind-not-recorded`: the survey files speak of no obstacle of a kind and nobody said that there is none.
 */
export const DRIVE_REASONS = [
  'pierces',
  'outside-right',
  'too-near',
  'position-unknown',
  'distance-not-configured',
  'kind-not-recorded',
  'not-surveyed',
  'near',
] as const;
export type DriveReasonCode = (typeof DRIVE_REASONS)[number];

const vec3 = z.tuple([z.number(), z.number(), z.number()]);
const answer = z.enum(DRIVE_ANSWERS);

const ruleSchema = z.strictObject({
  id: z.string(),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string(),
  coalOnly: z.boolean().describe('a method for coal mines: shown as "reference only" elsewhere'),
});
export type DriveRule = z.output<typeof ruleSchema>;

const doubtSchema = z.strictObject({
  metres: z.number().nullable().describe('all parts together; null: one of them is not known'),
  parts: z.array(
    z.strictObject({
      of: z.enum(['obstacle', 'model', 'heading']),
      metres: z.number().nullable(),
      source: z.string().nullable().describe('where the number is from; null: nobody has given one'),
    }),
  ),
});
/** How far two things may be nearer than measured. */
export type PositionDoubt = z.output<typeof doubtSchema>;

const waterSchema = z.strictObject({
  level: z.number().nullable().describe('height of the water, ENU metres up; null: not known'),
  headMetres: z
    .number()
    .nullable()
    .describe('above the point of the heading nearest to it; 0 where it stands lower'),
  headMegapascals: z.number().nullable(),
});
export type WaterHead = z.output<typeof waterSchema>;

const obstacleRefSchema = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  kind: z.enum(OBSTACLE_KINDS).describe('what it is judged as'),
  taken: z
    .enum(['flooded', 'conductive'])
    .nullable()
    .describe('what it is taken for because nobody knows better; null: its kind is known'),
});

const reasonSchema = z.strictObject({
  answer,
  code: z.enum(DRIVE_REASONS),
  obstacle: obstacleRefSchema.nullable(),
  distance: z.number().nullable().describe('metres, the least in this stretch; 0 where it is cut'),
  plusMinus: doubtSchema.nullable(),
  judged: z.number().nullable().describe('distance less the ±, metres, what the bound is held against'),
  bound: z.number().nullable().describe('metres'),
  rule: ruleSchema.nullable(),
  missing: z.array(z.enum(['keep', 'probe'])).describe('distances the mine has not configured'),
  kinds: z.array(z.enum(OBSTACLE_KINDS)).describe('kind-not-recorded: the kinds nobody speaks of'),
  nearest: z
    .strictObject({ chainage: z.number(), here: vec3, there: vec3 })
    .nullable()
    .describe('the nearest points: on the heading and on the obstacle'),
  water: waterSchema.nullable().describe('of what holds water, or is taken to'),
});
export type DriveReason = z.output<typeof reasonSchema>;

const unprovenSchema = z.strictObject({
  obstacle: z.string(),
  methods: z.array(z.enum(EVIDENCE_METHODS)).describe('all it is known by: not enough to call it proven'),
});

const stretchSchema = z.strictObject({
  from: z.number().describe('chainage, metres'),
  to: z.number(),
  answer,
  reasons: z.array(reasonSchema).describe('worst first; empty: drive'),
  unproven: z.array(unprovenSchema).describe('obstacles of the reasons that are inferred, not proven'),
});
export type DriveStretch = z.output<typeof stretchSchema>;

const holeSchema = z.strictObject({
  number: z.int(),
  aim: z.enum(['middle', 'ring', 'obstacle']),
  collar: vec3,
  end: vec3,
  azimuth: z.number().describe('degrees clockwise from grid north'),
  dip: z.number().describe('degrees, negative downward'),
  length: z.number().describe('metres'),
  proves: z.array(z.string()).describe('ids of obstacles it hits or passes within their ±'),
  pierces: z
    .array(
      z.strictObject({
        obstacle: z.string(),
        at: z.number().describe('metres along the hole'),
        to: z.number(),
        water: waterSchema.nullable(),
      }),
    )
    .describe('known voids and water the hole runs into, nearest first'),
});
export type ProbeHole = z.output<typeof holeSchema>;

const fanSchema = z.strictObject({
  face: z.number().describe('chainage the holes are drilled from'),
  provenTo: z.number().describe('chainage up to which the fan proves the ground'),
  nextFace: z.number().describe('chainage the next fan must be drilled from'),
  holes: z.array(holeSchema),
  rule: ruleSchema,
});
export type ProbeFan = z.output<typeof fanSchema>;

const inrushSchema = z.strictObject({
  obstacle: z.string(),
  chainage: z.number(),
  megapascals: z.number(),
  rockMetres: z.number(),
  coefficient: z.number().describe('MPa/m'),
  against: z.array(z.strictObject({ rule: ruleSchema, value: z.number(), exceeded: z.boolean() })),
});
export type InrushReference = z.output<typeof inrushSchema>;

export const headingAnswerSchema = z.strictObject({
  heading: z.string(),
  name: z.string().nullable(),
  length: z.number(),
  answer: answer.describe('the worst of its stretches'),
  clearTo: z.number().describe('chainage up to which the answer is "drive" from the beginning'),
  stretches: z.array(stretchSchema).describe('in order, without gaps'),
  references: z
    .array(reasonSchema)
    .describe('what coal-only rules would say: reference only, decides nothing'),
  inrush: z
    .array(inrushSchema)
    .describe('water-inrush coefficients, a coal method: reference only, decides nothing'),
  fan: fanSchema
    .nullable()
    .describe('holes at the first place that is to be probed; null: none, or not configured'),
});
export type HeadingAnswer = z.output<typeof headingAnswerSchema>;

export const driveOnSchema = z.strictObject({
  format: z.literal('hyalite-drive-on/1'),
  mine: z.string(),
  revision: z.string().nullable().describe('of the data it was answered from'),
  surveyKnown: z
    .boolean()
    .describe('false: nobody said what has been surveyed, so no stretch may be driven unseen'),
  headings: z.array(headingAnswerSchema),
});
export type DriveOn = z.output<typeof driveOnSchema>;
