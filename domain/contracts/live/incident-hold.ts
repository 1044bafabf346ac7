import { z } from 'zod';

/**
 * An incident hold: positions of a span of time are thrown away by no retention while it stands. Times in ms since 1970.
 *
 * - GET    `/api/mines/{mine}/holds`      → holdListSchema
 * - POST   `/api/mines/{mine}/holds`      takes makeHoldSchema, answers 201 with the hold
 * - DELETE `/api/mines/{mine}/holds/{id}` takes releaseHoldSchema, answers with the hold as it is then
 */

const by = z.string().trim().min(1).max(80).describe('what is kept is the name of the account that sends it');

/** So many may stand in one mine at once: each is asked at every pass over the old files. */
export const MOST_STANDING_HOLDS = 200;

export const incidentHoldSchema = z.strictObject({
  id: z.uuid(),
  from: z.number(),
  to: z.number().nullable().describe('null: open end, until it is released'),
  by: z.string(),
  reason: z.string(),
  madeAt: z.number(),
  releasedAt: z.number().nullable().describe('null: it stands'),
  releasedBy: z.string().nullable(),
});
export type IncidentHold = z.output<typeof incidentHoldSchema>;

export const holdListSchema = z.strictObject({
  /** Those that stand first, then the released, each the newest first. */
  holds: z.array(incidentHoldSchema),
  archiveDays: z.number().describe('so long positions are kept where no hold stands'),
});
export type HoldList = z.output<typeof holdListSchema>;

export const makeHoldSchema = z
  .strictObject({
    from: z.int().min(0),
    to: z.int().min(0).nullable().describe('null: until it is released'),
    by,
    reason: z.string().trim().min(1).max(2_000),
  })
  .refine(({ from, to }) => to === null || from <= to, {
    error: '"from" must not be after "to"',
    path: ['from'],
  });
export type MakeHold = z.output<typeof makeHoldSchema>;

export const releaseHoldSchema = z.strictObject({ by });
