import { z } from 'zod';

/**
 * How the deadline of a hazard, hidden or major, was moved by a day: every version whose deadline is another than that of the version
 * before it, also where it was taken away, since the first deadline was given. Computed from versions, never stored.
 */
export const movedDeadlineSchema = z.strictObject({
  times: z.int().min(1),
  first: z.iso.date().describe('the deadline that was given first, YYYY-MM-DD'),
});
export type MovedDeadline = z.output<typeof movedDeadlineSchema>;
