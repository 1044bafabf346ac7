import { z } from 'zod';
import { bilingualSchema } from '../bilingual.ts';
import { PROVENANCES } from '../layers.ts';
import { KEY_PLACE_KINDS, thresholdSchema } from './live-manifest.ts';
import { ruleBookSchema } from './rule-book.ts';

/**
 * GET /api/mines/{mine}/live: what a viewer must know of a mine's live side before the first frame: devices and places
 * in the mine's frame, rules, shifts. People are not in it; they come with the roster over the WebSocket.
 */

const enuPoint = z.tuple([z.number(), z.number(), z.number()]).describe('ENU metres');
const placed = { id: z.string(), name: bilingualSchema, enu: enuPoint };

export const liveSetupSchema = z.strictObject({
  mine: z.string(),
  provenance: z.enum(PROVENANCES),
  timeZone: z.string(),
  presence: z.strictObject({
    staleAfter: z.number(),
    lostAfter: z.number(),
    readerSilentAfter: z.number(),
  }),
  devices: z.array(
    z.strictObject({
      ...placed,
      kind: z.string(),
      gateway: z.string().optional(),
      /** Degrees clockwise from the frame's north. */
      azimuth: z.number().optional(),
      tilt: z.number().optional(),
      hfov: z.number().optional(),
      vfov: z.number().optional(),
      range: z.number().optional(),
      stream: z.strictObject({ type: z.enum(['hls', 'whep', 'gb28181']), address: z.string() }).optional(),
    }),
  ),
  workPlaces: z.array(
    z.strictObject({
      ...placed,
      radius: z.number(),
      main: z.boolean(),
      maxPersons: z.int().optional(),
      maxMinutes: z.number().optional(),
      surface: z.boolean().optional(),
    }),
  ),
  keyPlaces: z.array(
    z.strictObject({
      ...placed,
      kind: z.enum(KEY_PLACE_KINDS),
      radius: z.number(),
      surface: z.boolean().optional(),
    }),
  ),
  restrictedZones: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      enu: enuPoint.nullable(),
      radius: z.number().nullable(),
      roadways: z.array(z.string()),
    }),
  ),
  gateways: z
    .array(z.strictObject({ id: z.string(), name: bilingualSchema }))
    .optional()
    .describe('field gateways, so that a silent one can be named'),
  roadwayNames: z
    .array(bilingualSchema)
    .optional()
    .describe('of the roadways live.yaml gives an English name: the surveyed name and that'),
  readingCurrentMinutes: z
    .number()
    .optional()
    .describe(
      'a reading older than this says nothing of now: settings.deviceSilentMinutes where the mine set it',
    ),
  shifts: z.array(z.strictObject({ id: z.string(), start: z.string(), end: z.string() })),
  thresholds: z.array(thresholdSchema),
  slopes: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      kind: z.enum(['slope', 'waste-dump']),
      designHeight: z.number().optional(),
      currentHeight: z.number().optional(),
      stations: z.array(z.string()),
      rain: z.string().optional(),
      outline: z.array(enuPoint),
    }),
  ),
  rules: ruleBookSchema,
});
export type LiveSetup = z.output<typeof liveSetupSchema>;
export type SetupDevice = LiveSetup['devices'][number];
export type SetupSlope = LiveSetup['slopes'][number];
