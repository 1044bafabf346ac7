import { z } from 'zod';

/**
 * `driving` of mine.yaml: how near to what the mine lets itself drive. No regulation gives non-coal mines these numbers
 * (pillars are what the preliminary design says), so each is the mine's own, with where it is written; what is not
 * written here is not known, and no answer is made without it.
 */

/** What a heading must keep away from, or know about before it comes near. */
export const OBSTACLE_KINDS = [
  'goaf',
  'flooded-goaf',
  'old-working',
  'fault',
  'conductive-fault',
  'karst',
  'aquifer',
  'poorly-sealed-borehole',
  'closed-shaft',
  'neighbour-workings',
  'mining-right',
] as const;
export type ObstacleKind = (typeof OBSTACLE_KINDS)[number];

/** How a hidden hazard came to be known. `survey`: somebody measured it in the open; `document`: old plans, hearsay. */
export const EVIDENCE_METHODS = ['geophysics', 'drilling', 'geochemistry', 'survey', 'document'] as const;
export type EvidenceMethod = (typeof EVIDENCE_METHODS)[number];

const source = {
  jurisdiction: z.string().min(1).optional().describe('where it holds; left out: this mine'),
  clause: z.string().min(1).describe('document and clause the number is written in'),
  status: z
    .string()
    .min(1)
    .describe('how well the number is verified: approved design, source document, mine setting …'),
};

const distanceSchema = z.strictObject({
  id: z.string().min(1).describe('name of the rule, shown with every answer it gives'),
  obstacle: z.enum(OBSTACLE_KINDS).describe('what is kept away from'),
  keep: z
    .number()
    .min(0)
    .optional()
    .describe(
      'metres: nearer than this nothing is driven (the pillar); 0: it may be driven through; left out: not configured',
    ),
  probe: z
    .number()
    .min(0)
    .optional()
    .describe('metres: nearer than this the ground is probed first; left out: not configured'),
  coalOnly: z
    .boolean()
    .default(false)
    .describe('a method for coal mines: shown as reference only elsewhere, and decides nothing there'),
  ...source,
});

const accuracySchema = z.strictObject({
  method: z.enum(EVIDENCE_METHODS).describe('how the position was found'),
  plusMinus: z.number().min(0).describe('metres'),
  ...source,
});

export const drivingSchema = z.strictObject({
  distances: z.array(distanceSchema).default([]).describe('how near to what, by kind of obstacle'),
  accuracies: z
    .array(accuracySchema)
    .default([])
    .describe(
      'how far positions may be off, by how they were found; a method left out is off by an unknown length',
    ),
  headingPlusMinus: z
    .strictObject({ plusMinus: z.number().min(0).describe('metres'), ...source })
    .optional()
    .describe('how far a heading may stray from its planned line; left out: unknown'),
  deviations: z
    .strictObject({
      multiple: z.number().positive().describe('standard deviations taken as the ±'),
      ...source,
    })
    .optional()
    .describe("how the standard deviation of a modelled surface is turned into a ±; left out: it can't be"),
  probing: z
    .strictObject({
      ahead: z.number().positive().describe('metres along the heading a fan of holes must prove'),
      overlap: z
        .number()
        .min(0)
        .describe('metres of proven ground that must be left when the next fan is drilled'),
      cover: z.number().min(0).describe('metres around the section that must be proven too'),
      holes: z.int().min(1).describe('holes in the ring around the middle one'),
      ...source,
    })
    .optional()
    .describe('advance probing: what a fan of holes must reach; left out: no fan is proposed'),
  noneOf: z
    .array(
      z.strictObject({
        obstacle: z.enum(OBSTACLE_KINDS).describe('a kind of obstacle'),
        clause: z.string().min(1).describe('document in which it is stated'),
        status: z.string().min(1).describe('how well it is verified'),
      }),
    )
    .default([])
    .describe(
      'kinds the mine states it has none of; a kind neither here nor in the survey files is unknown, and so is every heading',
    ),
  producingLevels: z
    .array(z.string().min(1))
    .optional()
    .describe('levels being mined now, as the roadways write them; left out: not known'),
  mainIntakes: z
    .array(z.string().min(1))
    .optional()
    .describe(
      'ids of the roadways and shafts that are main intake airways (主要进风巷道); left out: not known',
    ),
});

/** `driving` after validation, defaults filled in. */
export type DrivingSettings = z.output<typeof drivingSchema>;
export type DrivingDistance = DrivingSettings['distances'][number];

/** What a mine says that says nothing. */
export const NO_DRIVING_SETTINGS: DrivingSettings = { distances: [], accuracies: [], noneOf: [] };
