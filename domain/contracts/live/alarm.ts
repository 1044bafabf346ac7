import { z } from 'zod';

/** Dynamic warning colours. Not to be mixed with RiskLevel, which grades a place and never pulses. */
export const WARNING_LEVELS = ['blue', 'yellow', 'orange', 'red'] as const;
export type WarningLevel = (typeof WARNING_LEVELS)[number];

/** How an alarm is queued: `sos` before `alarm` before `notice`. */
export const URGENCIES = ['sos', 'alarm', 'notice'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What kinds of finding a rule can raise. A new kind needs words in web/i18n. */
export const ALARM_KINDS = [
  'sos',
  'over-number',
  'overstay',
  'restricted-zone',
  'still-alone',
  'not-out',
  'lost-underground',
  'silent-reader',
  'unregistered-tag',
  'camera-offline',
  'work-place-blind',
  'slope-warning',
  'slope-forecast',
  'reading-threshold',
  'reading-change',
  'device-silent',
  'seal-broken',
] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** A number as it was judged, with the rule's bound beside it. */
const judged = z.strictObject({
  value: z.number().describe('the worst so far while the alarm stands'),
  bound: z.number(),
  unit: z.string(),
  unknown: z
    .int()
    .optional()
    .describe('a head-count: so many more were lost there and may still be there; the value is "at least"'),
});

const answer = z.strictObject({ at: z.number(), by: z.string().min(1), note: z.string() });

export const alarmSchema = z.strictObject({
  id: z.uuid().describe('born at the mine (UUID v7); the same on every network it crosses'),
  mine: z.string(),
  cursor: z.int().describe('counts up at every change of any alarm of this mine; what a viewer resumes by'),
  kind: z.enum(ALARM_KINDS),
  urgency: z.enum(URGENCIES),
  warning: z.enum(WARNING_LEVELS).nullable().describe('only where a configured threshold names one'),
  subject: z.strictObject({
    type: z.enum(['entity', 'device', 'place', 'slope']),
    id: z.string(),
    name: z.string().nullable(),
  }),
  place: z.string().nullable().describe('name of the spot, roadway or place it happened at'),
  scope: z
    .string()
    .optional()
    .describe(
      'id of the place the finding is about besides its subject: one person in two zones is two alarms',
    ),
  enu: z.tuple([z.number(), z.number(), z.number()]).nullable().describe('metres'),
  judged: judged.nullable(),
  rule: z.strictObject({
    id: z.string(),
    jurisdiction: z.string(),
    clause: z.string(),
    status: z.string().describe('how well the number is verified, as the rule file says'),
  }),
  raisedAt: z.number().describe('ms; when it became true by corrected device time'),
  clearedAt: z
    .number()
    .nullable()
    .describe('ms; when it stopped being true; a cleared alarm still wants an answer'),
  acknowledged: answer.nullable(),
  risen: z
    .array(z.strictObject({ at: z.number(), from: z.enum(URGENCIES), acknowledged: answer.nullable() }))
    .optional()
    .describe(
      'each time it became graver while it stood: ms, its urgency until then and the answer until then, which answered only that',
    ),
  closeBy: z.number().nullable().describe('ms; end of the same day where the county asks for it'),
  escalatedAt: z.number().nullable(),
  synthetic: z.boolean(),
});
export type Alarm = z.output<typeof alarmSchema>;

export const acknowledgeSchema = z.strictObject({
  by: z.string().trim().min(1).max(80).describe('what is kept is the name of the account that sends it'),
  note: z.string().trim().max(2_000),
});
