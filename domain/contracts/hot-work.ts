import { z } from 'zod';

/** Where hot work is of which class: from the geometry of a mine, for the notice the mine puts up. ENU metres. */

/**
 * `near-collar`: within the rule's distance of a collar; `in-shaft` … `flammable`: what the clause names; `underground`,
 * `surface-flammable`, `elsewhere`: all the rest. `main-intakes-unknown`, `chamber-unknown`: it may be of class I, and
 * nobody has said; it has no class then.
 */
export const HOT_WORK_REASONS = [
  'near-collar',
  'in-shaft',
  'main-intake',
  'electromechanical-chamber',
  'shaft-station',
  'yard',
  'flammable',
  'main-intakes-unknown',
  'chamber-unknown',
  'surface-flammable',
  'underground',
  'elsewhere',
] as const;
export type HotWorkReason = (typeof HOT_WORK_REASONS)[number];

export const HOT_WORK_CLASSES = ['I', 'II', 'III'] as const;
export type HotWorkClass = (typeof HOT_WORK_CLASSES)[number];

const judged = {
  class: z.enum(HOT_WORK_CLASSES).nullable().describe('null: not known, so to be treated as class I'),
  reason: z.enum(HOT_WORK_REASONS),
};

export const hotWorkSchema = z.strictObject({
  format: z.literal('hyalite-hot-work/1'),
  rule: z.strictObject({ id: z.string(), jurisdiction: z.string(), clause: z.string(), status: z.string() }),
  circles: z
    .array(
      z.strictObject({
        collar: z.string(),
        at: z.tuple([z.number(), z.number(), z.number()]),
        radius: z.number(),
        ...judged,
      }),
    )
    .describe('on the surface; outside them it is class III, but for the places listed'),
  stretches: z
    .array(z.strictObject({ edge: z.string(), from: z.number(), to: z.number(), ...judged }))
    .describe('of every edge in order, metres from its beginning'),
  places: z.array(z.strictObject({ place: z.string(), ...judged })),
});
export type HotWork = z.output<typeof hotWorkSchema>;
