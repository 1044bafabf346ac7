import { z } from 'zod';

/** What the frame has no room for. Times in ms; null where it is not known. GET below /api/mines/{mine}. */

/**
 * `/entity?tag`: of one tag, by its last accepted position. With `&at`, ms: by the last one kept of before that moment;
 * reader, accuracy, battery and time of entry are not kept and are null then.
 */
export const entityDetailSchema = z.strictObject({
  tag: z.string(),
  gateway: z.string().nullable(),
  reader: z.string().nullable(),
  at: z.number().nullable().describe('corrected device time of the position'),
  receivedAt: z.number().nullable(),
  skewMs: z.number().nullable().describe("the gateway's clock less ours"),
  accuracy: z.number().nullable().describe('metres, one standard deviation'),
  battery: z.number().nullable().describe('per cent'),
  enteredAt: z.number().nullable().describe('since when underground without having come out'),
});
export type EntityDetail = z.output<typeof entityDetailSchema>;

/** `/underground`: who went in and has not come out. */
export const undergroundSchema = z.strictObject({
  entered: z.array(z.strictObject({ tag: z.string(), at: z.number().nullable() })),
});
