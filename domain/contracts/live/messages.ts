import { z } from 'zod';
import { type MessageKind, topicId } from './topic.ts';

/**
 * What a field gateway publishes: one JSON object a second and kind. Times are whole milliseconds since 1970 UTC by
 * the gateway's own clock. (mine, gateway, boot, seq) names a message for good: sent twice, it counts once.
 */

/** No mine reports the future of 2100, nor the years before it had a clock. */
const epochMs = z.int().min(946_684_800_000).max(4_102_444_800_000);
const finite = z.number().min(-1e9).max(1e9);

const envelope = {
  v: z.literal(1),
  boot: topicId.describe('new at every start of the gateway; seq counts from 0 in each boot'),
  seq: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  at: epochMs.describe('when the values were taken'),
  sent: epochMs.describe('when the gateway sent this copy; the skew of its clock is measured by it'),
  synthetic: z.boolean().optional().describe('made by a simulator, and marked so on every screen'),
};

/** One tag heard in this second. Coordinates in the mine's survey system, metres, named, never positional. */
export const tagSchema = z.strictObject({
  id: topicId,
  e: finite.describe('easting, metres, with the zone number where the survey system carries it'),
  n: finite.describe('northing, metres'),
  h: finite.optional().describe('height, metres; left out where the positioning system knows none'),
  acc: z.number().min(0).max(10_000).optional().describe('accuracy, metres, one standard deviation'),
  hd: z.number().min(0).max(360).optional().describe('heading, degrees clockwise from grid north'),
  sos: z.boolean().optional().describe('the wearer pressed the emergency button'),
  bat: z.number().min(0).max(100).optional().describe('battery, per cent'),
  reader: topicId.optional().describe('the reader that heard it'),
  still: z.int().min(0).optional().describe('seconds without motion, by the tag itself'),
});

export const positionMessageSchema = z.strictObject({ ...envelope, tags: z.array(tagSchema).max(2_000) });

/** Metrics by kind, with the unit each is always in. A reading in another unit is the gateway's to convert. */
export const METRICS = {
  camera: { online: 'bool', obstructed: 'bool' },
  slope: { e: 'mm', n: 'mm', u: 'mm', los: 'mm', crack: 'mm', rain: 'mm' },
  water: { level: 'm', inflow: 'm3/h' },
  air: { co: 'ppm', nox: 'ppm', ch4: '%', o2: '%', wind: 'm/s' },
  power: { on: 'bool', load: 'kW' },
  hoist: { on: 'bool', speed: 'm/s', position: 'm' },
  pump: { on: 'bool', flow: 'm3/h' },
  seal: { closed: 'bool' },
  belt: { on: 'bool', speed: 'm/s', load: 't/h' },
} as const satisfies Record<Exclude<MessageKind, 'position'>, Record<string, string>>;
export type ReadingKind = keyof typeof METRICS;
/** The unit of a `kind.metric` that devices send; null: none sends it. */
export const unitOfMetric = (metric: string): string | null => {
  const [kind = '', name = ''] = metric.split('.');
  const units: Readonly<Record<string, Readonly<Record<string, string>>>> = METRICS;
  return units[kind]?.[name] ?? null;
};
/** `kind.metric`, e.g. `water.level`. */
export type MetricId = {
  [K in ReadingKind]: `${K}.${Extract<keyof (typeof METRICS)[K], string>}`;
}[ReadingKind];

const value = (unit: string) => (unit === 'bool' ? z.boolean().optional() : finite.optional().describe(unit));

const readingMessage = (kind: ReadingKind) =>
  z.strictObject({
    ...envelope,
    readings: z
      .array(
        z.strictObject({
          device: topicId,
          at: epochMs
            .optional()
            .describe('where this device was read at another moment than the message says'),
          values: z.strictObject(
            Object.fromEntries(Object.entries(METRICS[kind]).map(([id, unit]) => [id, value(unit)])),
          ),
        }),
      )
      .max(5_000),
  });

/** One schema a kind. The JSON Schemas in docs/mqtt are written from these. */
export const MESSAGE_SCHEMAS = {
  position: positionMessageSchema,
  camera: readingMessage('camera'),
  slope: readingMessage('slope'),
  water: readingMessage('water'),
  air: readingMessage('air'),
  power: readingMessage('power'),
  hoist: readingMessage('hoist'),
  pump: readingMessage('pump'),
  seal: readingMessage('seal'),
  belt: readingMessage('belt'),
} as const;

export type PositionTag = z.output<typeof tagSchema>;
export type PositionMessage = z.output<typeof positionMessageSchema>;
export interface ReadingMessage {
  readonly v: 1;
  readonly boot: string;
  readonly seq: number;
  readonly at: number;
  readonly sent: number;
  readonly synthetic?: boolean | undefined;
  readonly readings: readonly {
    readonly device: string;
    readonly at?: number | undefined;
    readonly values: Readonly<Record<string, number | boolean | undefined>>;
  }[];
}
export type LiveMessage = PositionMessage | ReadingMessage;

/** Largest message taken, bytes: 2 000 tags with every field fit twice over. */
export const MAX_MESSAGE_BYTES = 512 * 1024;
