import { z } from 'zod';
import { LAYOUT_CHECKS } from './live/rule-book.ts';
import { MINE_SIZES } from './manifest.ts';

/** Ways to the surface: how many from where, what they hang on, and what the rules on exits say of it. ENU metres. */

const vec3 = z.tuple([z.number(), z.number(), z.number()]);

export const waySchema = z.strictObject({
  nodes: z.array(z.int()).describe('from where one stands to the exit, both included'),
  edges: z.array(z.string()),
  length: z.number().describe('metres'),
  exit: z.int(),
});
export type Way = z.output<typeof waySchema>;

/** A place or roadway from which fewer than two ways lead out that share nothing but where one stands. */
const singleSchema = z.strictObject({
  ways: z.union([z.literal(0), z.literal(1)]),
  cutNodes: z
    .array(z.int())
    .describe('nodes every way passes, the nearest first; the exit itself where it is the only one'),
  bridges: z.array(z.string()).describe('edges every way passes, the nearest first'),
});

/** What may be missing to judge a rule on the layout. */
export const LAYOUT_GAPS = ['surface-nodes', 'orebodies', 'producing-levels', 'mine-size'] as const;

/** As with alarms there are three answers: what cannot be told is neither found nor denied. */
export const layoutFindingSchema = z.strictObject({
  rule: z.strictObject({
    id: z.string(),
    jurisdiction: z.string(),
    clause: z.string(),
    status: z.string(),
    note: z.string().nullable(),
  }),
  check: z.enum(LAYOUT_CHECKS),
  answer: z.enum(['found', 'denied', 'unknown']),
  measured: z.number().nullable(),
  bound: z.number(),
  unit: z.string(),
  subjects: z.array(z.string()).describe('ids of the exits, levels or orebody ends it is about'),
  missing: z.enum(LAYOUT_GAPS).nullable().describe('unknown: what it would take to tell'),
  onlyIf: z
    .array(z.enum(MINE_SIZES))
    .nullable()
    .describe(
      '`measured` is against the rule, but it holds for these sizes only and nobody registered the mine’s',
    ),
});
export type LayoutFinding = z.output<typeof layoutFindingSchema>;

export const escapeReportSchema = z.strictObject({
  format: z.literal('hyalite-escape/1'),
  exits: z.array(z.strictObject({ node: z.int(), at: vec3 })),
  nodes: z.array(z.strictObject({ node: z.int(), ways: z.int().min(0) })).describe('every node underground'),
  singleNodes: z.array(singleSchema.extend({ node: z.int() })),
  singleEdges: z.array(singleSchema.extend({ edge: z.string() })),
  singleLength: z.number().describe('metres of roadway with fewer than two ways out'),
  findings: z.array(layoutFindingSchema),
});
export type EscapeReport = z.output<typeof escapeReportSchema>;
