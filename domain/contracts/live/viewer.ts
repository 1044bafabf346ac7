import { z } from 'zod';
import { alarmSchema } from './alarm.ts';
import { ENTITY_KINDS } from './entity.ts';

/**
 * What a viewer and the gateway say to each other over one WebSocket (`/api/live`): JSON text both ways, and binary
 * entity frames (frame-codec.ts) to the viewer. docs/life-of-a-position.md walks through it.
 */

/** Close code: the session of this socket has ended (4000–4999 are an application's own, RFC 6455, 7.4.2). */
export const VIEWER_SIGNED_OUT = 4401;

export const viewerRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('subscribe'),
    mine: z.string().max(64),
    rate: z.number().min(1).max(5).describe('frames a second, at most'),
    alarmCursor: z
      .int()
      .min(0)
      .optional()
      .describe('highest cursor seen: changes after it are sent, none twice'),
  }),
  z.strictObject({ type: z.literal('unsubscribe'), mine: z.string().max(64) }),
]);
export type ViewerRequest = z.output<typeof viewerRequestSchema>;

export const spotSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  level: z.string().nullable(),
  kind: z.enum(['unknown', 'roadway', 'place', 'surface']),
  underground: z.boolean().nullable().optional(),
});

export const rosterEntrySchema = z.strictObject({
  handle: z.int(),
  id: z.string(),
  kind: z.enum(ENTITY_KINDS),
  name: z.string().nullable(),
  team: z.string().nullable(),
  role: z.string().nullable(),
  shift: z.string().nullable(),
});

/** Latest value of one metric of one device. `at`: corrected device time, `receivedAt`: the gateway's, both ms. */
export const readingSchema = z.strictObject({
  device: z.string(),
  metric: z.string().describe('kind.metric, e.g. water.level'),
  value: z.union([z.number(), z.boolean()]),
  at: z.number(),
  receivedAt: z.number(),
  synthetic: z.boolean().optional().describe('made by a simulator'),
});
export type Reading = z.output<typeof readingSchema>;

/** How a field gateway is doing. */
export const gatewayStateSchema = z.strictObject({
  gateway: z.string(),
  lastReceivedAt: z.number().describe('ms; 0: nothing has come yet'),
  skewMs: z.number().nullable().describe('its clock less ours; null until measured'),
  messages: z.int(),
  duplicates: z.int(),
  late: z.int(),
  missing: z.int().describe('sequence numbers never received, so far'),
  silent: z.boolean(),
});
export type GatewayState = z.output<typeof gatewayStateSchema>;

export const viewerNewsSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), protocol: z.literal(1), time: z.number() }),
  z.strictObject({
    type: z.literal('roster'),
    mine: z.string(),
    synthetic: z.boolean(),
    entities: z.array(rosterEntrySchema),
    spots: z.array(spotSchema),
  }),
  z.strictObject({ type: z.literal('readings'), mine: z.string(), readings: z.array(readingSchema) }),
  z.strictObject({
    type: z.literal('alarms'),
    mine: z.string(),
    cursor: z.int(),
    /** true: this is everything open, not only what changed after the viewer's cursor. */
    whole: z.boolean(),
    alarms: z.array(alarmSchema),
  }),
  z.strictObject({
    type: z.literal('flow'),
    mine: z.string(),
    time: z.number(),
    gateways: z.array(gatewayStateSchema),
    rejected: z.record(z.string(), z.int()).describe('messages refused so far, by reason'),
    history: z
      .enum(['kept', 'not-kept'])
      .describe('not-kept: the database does not answer; nothing is acknowledged'),
    historySince: z.number(),
  }),
  z.strictObject({
    type: z.literal('refused'),
    mine: z.string(),
    reason: z.enum(['unknown-mine', 'no-live-data']),
  }),
]);
export type ViewerNews = z.output<typeof viewerNewsSchema>;
