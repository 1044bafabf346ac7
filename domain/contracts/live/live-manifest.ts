import { z } from 'zod';
import { bilingualSchema } from '../bilingual.ts';
import { PROVENANCES } from '../layers.ts';
import { WARNING_LEVELS } from './alarm.ts';
import { MESSAGE_KINDS, topicId } from './topic.ts';

/**
 * live.yaml, beside mine.yaml: who and what reports from a mine, where it stands and what is asked of it. Read by the
 * gateway at its start; it never goes into a bundle, since bundles are public and this names people.
 */

/** Where a device or place is: a place of the bundle (places.geojson), or survey coordinates in metres. */
const position = {
  place: z.string().optional().describe('id in places.geojson'),
  e: z.number().optional(),
  n: z.number().optional(),
  h: z.number().optional(),
};

/** JN矿 8(2)①: the nine kinds of place that must be covered, in the order the document names them. */
export const KEY_PLACE_KINDS = [
  'mining-area',
  'hot-work-area',
  'belt-head',
  'belt-tail',
  'shaft-bottom-yard',
  'signal-chamber',
  'shaft-station',
  'production-level',
  'pump-room',
] as const;
export type KeyPlaceKind = (typeof KEY_PLACE_KINDS)[number];

const workPlace = z.strictObject({
  id: topicId,
  name: bilingualSchema,
  ...position,
  radius: z.number().positive().describe('metres along the roadways that still belong to it'),
  main: z.boolean().default(true).describe('a main work place (主要作业地点): must be seen by a camera'),
  maxPersons: z.int().positive().optional().describe("the mine's own limit of people in it (定员)"),
  maxMinutes: z.number().positive().optional().describe("the mine's own limit of one person's stay in it"),
  surface: z
    .boolean()
    .optional()
    .describe(
      'true: above ground though near or below the workings, or where the mine has no terrain; who is there is not underground',
    ),
});

const keyPlace = z.strictObject({
  id: topicId,
  name: bilingualSchema,
  kind: z.enum(KEY_PLACE_KINDS),
  ...position,
  radius: z
    .number()
    .positive()
    .default(5)
    .describe(
      'metres along the roadways within which it is seen: no more than 5 count, however large the place is',
    ),
  surface: z
    .boolean()
    .optional()
    .describe(
      'true: above ground though near or below the workings, or where the mine has no terrain; who is there is not underground',
    ),
});

const zone = z.strictObject({
  id: topicId,
  name: bilingualSchema,
  roadways: z.array(z.string()).default([]).describe('ids of whole roadways that belong to it'),
  ...position,
  radius: z.number().positive().optional().describe('metres along the roadways around the place'),
  allowedTeams: z.array(z.string()).default([]),
});

const device = z.strictObject({
  id: topicId,
  kind: z.enum(['reader', ...MESSAGE_KINDS.filter((kind) => kind !== 'position')]),
  name: bilingualSchema,
  ...position,
  gateway: topicId.optional().describe('id of the field gateway it reports through, where that is known'),
  azimuth: z.number().min(0).max(360).optional().describe('camera: degrees clockwise from grid north'),
  tilt: z.number().min(-90).max(90).optional().describe('camera: degrees, negative downward'),
  hfov: z.number().positive().max(180).optional().describe('camera: degrees'),
  vfov: z.number().positive().max(180).optional().describe('camera: degrees'),
  range: z.number().positive().optional().describe('camera or reader: metres'),
  stream: z
    .strictObject({ type: z.enum(['hls', 'whep', 'gb28181']), address: z.string().min(1) })
    .optional()
    .describe(
      'where its picture comes from: an HLS path on this origin, or the id a media gateway knows it by',
    ),
});

/** A bound a mine or county has set. There are no built-in ones. */
export const thresholdSchema = z.strictObject({
  id: topicId,
  metric: z
    .string()
    .describe('kind.metric, e.g. air.co; slope.speed-24h (mm/d) and slope.displacement (mm) are computed'),
  devices: z.array(z.string()).default([]).describe('empty: every device of this metric'),
  op: z.enum(['>=', '>', '<=', '<']),
  value: z.number(),
  unit: z.string(),
  hysteresis: z
    .number()
    .min(0)
    .default(0)
    .describe("by how much the value must come back before the alarm may clear, in the metric's unit"),
  warning: z.enum(WARNING_LEVELS).optional(),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string().describe('source document, public copy, mine setting …: shown with every alarm'),
});

const slope = z.strictObject({
  id: topicId,
  name: bilingualSchema,
  designHeight: z.number().positive().optional().describe('metres'),
  currentHeight: z.number().positive().optional().describe('metres'),
  kind: z.enum(['slope', 'waste-dump']).default('slope'),
  stations: z.array(z.string()).default([]).describe('device ids: GNSS and radar points'),
  rain: z.string().optional().describe('device id of the rain gauge'),
  outline: z
    .array(z.tuple([z.number(), z.number(), z.number()]))
    .default([])
    .describe('easting, northing, height: metres'),
});

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day from 00:00 to 23:59');

const seconds = (fallback: number) => z.number().positive().default(fallback).describe('seconds');

export const liveManifestSchema = z.strictObject({
  'hyalite-live': z.literal(1),
  mine: z.string(),
  county: topicId.describe('second part of the topic'),
  provenance: z.enum(PROVENANCES),
  timeZone: z
    .string()
    .regex(/^[+-](0\d|1[0-3]):[0-5]\d$|^[+]14:00$/, 'an offset from UTC like +08:00')
    .default('+08:00')
    .describe('shift times and the end of a day are meant in it'),
  rules: z.string().describe("path of the county's rule file, relative to live.yaml"),
  rectification: z.boolean().default(false).describe('suspended and under rectification (停产整改)'),
  presence: z
    .strictObject({ staleAfter: seconds(10), lostAfter: seconds(60), readerSilentAfter: seconds(30) })
    .prefault({}),
  people: z
    .strictObject({ file: z.string() })
    .optional()
    .describe('CSV with the headers 标签,姓名,班组,工种,班次 (tag, name, team, role, shift)'),
  vehicles: z
    .strictObject({ file: z.string() })
    .optional()
    .describe('CSV with the headers 标签,名称,班组,类型'),
  gateways: z.array(z.strictObject({ id: topicId, name: bilingualSchema })).default([]),
  devices: z.array(device).default([]),
  workPlaces: z.array(workPlace).default([]),
  keyPlaces: z.array(keyPlace).default([]),
  restrictedZones: z.array(zone).default([]),
  roadwayNames: z
    .record(z.string(), z.string().min(1))
    .default({})
    .describe('English name of a roadway of the survey, by its id; without one the surveyed name is shown'),
  shifts: z
    .array(
      z.strictObject({
        id: z.string(),
        start: timeOfDay,
        end: timeOfDay,
      }),
    )
    .default([]),
  /** The mine's own numbers for rules that leave them to the mine; a rule without its number does not run, and says so. */
  settings: z
    .strictObject({
      overstayMinutes: z.number().positive().optional(),
      notOutMinutes: z.number().positive().optional().describe('after the end of the shift'),
      stillMinutes: z.number().positive().optional(),
      aloneMetres: z.number().positive().optional(),
      deviceSilentMinutes: z.number().positive().optional().describe('a device is reported silent after'),
      changeWindowMinutes: z
        .record(z.string(), z.number().positive())
        .optional()
        .describe('by rule id: over how long a change is judged where the source does not say'),
      escalateMinutesBefore: z
        .number()
        .positive()
        .optional()
        .describe('before the end of the day by which an alarm must be closed out'),
      source: z.string().describe('who set these, for the screen'),
    })
    .optional(),
  thresholds: z.array(thresholdSchema).default([]),
  slopes: z.array(slope).default([]),
  unregisteredTags: z
    .strictObject({
      most: z
        .int()
        .min(0)
        .max(10_000)
        .default(2_000)
        .describe(
          'so many are taken that no reader of this file ever heard; further ones are refused and counted, unless they call for help',
        ),
    })
    .prefault({}),
  retention: z
    .strictObject({
      liveDays: z.number().positive().default(3).describe('positions stay in PostgreSQL this long'),
      archiveDays: z.number().positive().default(365).describe('and this long in hourly Parquet files'),
      readingsDays: z
        .number()
        .positive()
        .default(365)
        .describe('readings of air, power, hoist, pump, belt, seal and camera stay this long'),
    })
    .prefault({})
    .describe('alarms, water and slope readings are kept for good'),
});
export type LiveManifest = z.output<typeof liveManifestSchema>;
export type LiveDevice = LiveManifest['devices'][number];
export type LiveWorkPlace = LiveManifest['workPlaces'][number];
export type LiveKeyPlace = LiveManifest['keyPlaces'][number];
export type LiveZone = LiveManifest['restrictedZones'][number];
export type LiveSlope = LiveManifest['slopes'][number];
export type Threshold = z.output<typeof thresholdSchema>;
