import { z } from 'zod';
import { alarmSchema } from './alarm.ts';
import { readingSchema, rosterEntrySchema, spotSchema } from './viewer.ts';

/**
 * What of the kept past a viewer may ask for. Times in ms since 1970; every route is GET below /api/mines/{mine}.
 *
 * - `/history`                              → historySchema
 * - `/history/pictures?from&to&step`        → application/octet-stream, see `pictureParts`
 * - `/track?tag&from&to`                    → trackSchema
 * - `/alarms?from&to`                       → alarmListSchema, those raised before `to` and not cleared before `from`
 * - `/readings?at`                          → readingListSchema, the latest of every device and metric at that moment
 * - `/readings?device&metric&from&to`       → readingListSchema, oldest first
 *
 * POST `/alarms/{id}/acknowledge` takes acknowledgeSchema and answers with the alarm as it is then.
 */

const historyGapSchema = z.strictObject({
  from: z.number(),
  to: z.number().describe('not in it any more'),
  why: z
    .enum(['thrown-away', 'unreadable'])
    .describe('by retention while older hours are held; or its file is damaged'),
});
/** Of this time nobody knows where anyone was. */
export type HistoryGap = z.output<typeof historyGapSchema>;

export const historySchema = z.strictObject({
  span: z.strictObject({ from: z.number(), to: z.number() }).nullable().describe('null: nothing is kept yet'),
  gaps: z.array(historyGapSchema).describe('within the span, oldest first'),
});

export const trackSchema = z.strictObject({
  tag: z.string(),
  time: z.array(z.number()),
  position: z.array(z.int()).describe('3 a moment: ENU cm'),
});
export type Track = z.output<typeof trackSchema>;

export const alarmListSchema = z.strictObject({
  alarms: z.array(alarmSchema).describe('the newest raised first'),
  more: z.boolean().describe('there are older ones that are not in it: ask for a shorter time'),
});
export const readingListSchema = z.strictObject({ readings: z.array(readingSchema) });

/** Whose the handles in the pictures are: everyone who occurs in them, also who is on no list any more. */
export const pictureRosterSchema = z.strictObject({
  synthetic: z.boolean(),
  entities: z.array(rosterEntrySchema),
  spots: z.array(spotSchema),
});
export type PictureRoster = z.output<typeof pictureRosterSchema>;

/**
 * Takes an answer of `/history/pictures` apart: parts of a uint32 (little-endian) byte length and that many bytes. The
 * first part is the roster (pictureRosterSchema as UTF-8 JSON), each other a frame as on the socket, oldest first, the
 * first of them a keyframe; `source` is `history`.
 * @throws RangeError where a part ends after the answer does: it was cut off
 */
export const pictureParts = (answer: Uint8Array): Uint8Array[] => {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < answer.byteLength; ) {
    const start = at + 4;
    const end = start <= answer.byteLength ? start + view.getUint32(at, true) : Number.POSITIVE_INFINITY;
    if (end > answer.byteLength)
      throw new RangeError(
        `part ${parts.length} ends at byte ${end}, the answer at byte ${answer.byteLength}: ask for it again`,
      );
    parts.push(answer.subarray(start, end));
    at = end;
  }
  return parts;
};

/** What is put before each part. */
export const pictureLength = (byteLength: number): Uint8Array => {
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, byteLength, true);
  return head;
};
