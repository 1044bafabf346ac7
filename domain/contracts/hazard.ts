import { z } from 'zod';
import type { Bilingual } from './bilingual.ts';
import { EVIDENCE_METHODS } from './driving.ts';

/**
 * A hidden hazard in the ledger. A version is the whole state of a hazard as somebody wrote it; versions are only ever added. What
 * follows from a version (is it proven, what is missing, may it be closed) is computed in domain/hazards and never stored.
 */

/** Categories with names of their own; the dictionary is open, others keep the word they were written with. */
export const HAZARD_CATEGORIES = {
  goaf: { zh: '采空区', en: 'goaf' },
  'goaf-water': { zh: '采空区积水', en: 'goaf water' },
  'old-working': { zh: '老窿（老窑）', en: 'old working' },
  karst: { zh: '岩溶', en: 'karst' },
  fault: { zh: '断层', en: 'fault' },
  aquifer: { zh: '含水层', en: 'aquifer' },
  'stress-zone': { zh: '应力集中区', en: 'stress zone' },
  'soft-layer': { zh: '软弱夹层', en: 'soft layer' },
  'poorly-sealed-borehole': { zh: '封闭不良钻孔', en: 'poorly sealed borehole' },
  'closed-shaft': { zh: '废弃井筒', en: 'abandoned shaft' },
  'dump-base': { zh: '排土场基底', en: 'dump base' },
} as const satisfies Record<string, Bilingual>;

/**
 * Categories of which nothing is gone when they are treated: a fault is dammed off, an aquifer drained, a shaft filled, a soft layer held, and
 * whoever looks then finds them still there. Others must be gone. A word of somebody's own is not among them.
 */
export const STAYS_BY_NATURE: ReadonlySet<string> = new Set<keyof typeof HAZARD_CATEGORIES>([
  'fault',
  'aquifer',
  'soft-layer',
  'closed-shaft',
  'dump-base',
]);

const day = z.iso.date().describe('YYYY-MM-DD');
const text = z.string().trim().min(1).max(4000);
const name = z.string().trim().min(1).max(200);
const degreesEast = z.number().min(-180).max(180);
const degreesNorth = z.number().min(-90).max(90);
const position = z.tuple([degreesEast, degreesNorth]);

/** Where it is: a feature of the mine's model, or drawn on the map (WGS 84, longitude first). */
export const hazardPlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('feature'), layer: name, feature: name }),
  z.strictObject({ kind: z.literal('point'), at: position }),
  z.strictObject({ kind: z.literal('line'), line: z.array(position).min(2).max(10_000) }),
  z.strictObject({
    kind: z.literal('polygon'),
    rings: z.array(z.array(position).min(4).max(10_000)).min(1).max(100),
  }),
]);

const height = z.number().min(-12_000).max(9_000);

/**
 * Between which heights a drawn hazard lies, metres in its mine's height datum: a map says nothing of them. null: that end is not
 * known.
 */
export const elevationSchema = z.strictObject({ top: height.nullable(), bottom: height.nullable() });

/** What a piece of evidence says of the hazard. */
export const EVIDENCE_SAYS = ['present', 'absent', 'unclear'] as const;

export const evidenceSchema = z.strictObject({
  id: name.describe('unique within the hazard'),
  method: z.enum(EVIDENCE_METHODS),
  on: day.describe('when it was gathered'),
  author: name,
  says: z.enum(EVIDENCE_SAYS),
  finding: text.describe('what it says, in words'),
  place: hazardPlaceSchema.nullable().describe('where it was gathered; null: not stated'),
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'SHA-256')
    .nullable()
    .describe('attachment by its hash; null: none'),
  replaces: name.nullable().describe('id of older evidence that this corrects; null: none'),
});

/** The five things every hazard must have (五落实). null: not given, which is shown in red. */
export const fiveFixedSchema = z.strictObject({
  responsible: z.strictObject({ person: name, department: name }).nullable(),
  measure: text.nullable(),
  funding: z
    .strictObject({ amount: z.number().min(0), currency: z.string().length(3), source: name })
    .nullable(),
  deadline: day.nullable(),
  contingencyPlan: text.nullable(),
});

const measuredSchema = z.strictObject({ metric: name, value: z.number(), unit: z.string().trim().max(20) });

export const treatmentSchema = z.strictObject({
  target: measuredSchema
    .extend({ direction: z.enum(['at-most', 'at-least']) })
    .nullable()
    .describe('to what it is to be treated'),
  begun: day.nullable(),
  accepted: measuredSchema
    .extend({ on: day, by: name })
    .nullable()
    .describe('what was found when it was accepted'),
});

export const HAZARD_STATES = ['found', 'verifying', 'treating', 'accepted', 'closed'] as const;

export const hazardSchema = z.strictObject({
  id: name,
  mine: name,
  title: name,
  category: z.string().trim().min(1).max(60).describe('one of HAZARD_CATEGORIES, or another word'),
  place: hazardPlaceSchema,
  elevation: elevationSchema.optional().describe('absent: not known, or the feature says it'),
  found: z.strictObject({ on: day, how: z.enum(EVIDENCE_METHODS), by: name }),
  evidence: z.array(evidenceSchema).max(500),
  fiveFixed: fiveFixedSchema,
  treatment: treatmentSchema,
  state: z.enum(HAZARD_STATES),
});

export type Hazard = z.output<typeof hazardSchema>;
export type HazardPlace = z.output<typeof hazardPlaceSchema>;
export type Elevation = z.output<typeof elevationSchema>;
export type Evidence = z.output<typeof evidenceSchema>;
export type FiveFixed = z.output<typeof fiveFixedSchema>;
export type Treatment = z.output<typeof treatmentSchema>;
export type HazardState = (typeof HAZARD_STATES)[number];
