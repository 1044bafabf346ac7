import { z } from 'zod';
import type { Bilingual } from './bilingual.ts';
import { fiveFixedSchema, hazardPlaceSchema } from './hazard.ts';
import { versionReasonSchema, whyFarSchema } from './ledger.ts';
import { movedDeadlineSchema } from './moved-deadline.ts';

/**
 * Major hidden dangers (重大事故隐患) of a county, from all three sources, from being found to being closed out, and the survey
 * every mine makes of itself each month, and what the county did about who was found producing with them. Written like the ledger of hidden hazards: versions are only ever added, in a chain a mine.
 *
 * GET  /api/counties/:county/major-hazards?on=YYYY-MM-DD   majorViewSchema: all mines the reader sees
 * GET  /api/mines/:mine/major-hazards?on=YYYY-MM-DD        majorViewSchema
 * GET  /api/mines/:mine/major-hazards/:subject/versions    majorVersionSchema[], oldest first; subject: hazard:ID, survey:YYYY-MM or answer:YYYY-MM-DD
 * POST /api/mines/:mine/major-hazards                      writeMajorSchema → majorVersionSchema; 409 and 422 as of the ledger
 * GET  /api/mines/:mine/major-chain                        chainStateSchema (ledger.ts)
 */
const day = z.iso.date().describe('YYYY-MM-DD');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'YYYY-MM');
const text = z.string().trim().min(1).max(4000);
const name = z.string().trim().min(1).max(200);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256');
const reason = z.string().trim().min(1).max(1000);

/** 自查上报、监管监察部门检查发现、群众举报查实. */
export const MAJOR_SOURCES = {
  'self-reported': { zh: '企业自查上报', en: 'reported by the mine itself' },
  inspection: { zh: '监管监察部门检查发现', en: 'found by inspection' },
  'public-report': { zh: '群众举报查实', en: 'reported by the public' },
} as const satisfies Record<string, Bilingual>;
export type MajorSource = keyof typeof MAJOR_SOURCES;

/** Whose inspection, or whose list; the highest last. */
export const AUTHORITY_LEVELS = ['county', 'city', 'province', 'national'] as const;

/** A report of the public is looked into before it counts. */
export const MAJOR_STATES = ['reported', 'confirmed', 'rectifying', 'closed', 'unfounded'] as const;

const authority = z.strictObject({ office: name, level: z.enum(AUTHORITY_LEVELS) });

export const majorHazardSchema = z.strictObject({
  id: name.regex(/^[^:]+$/u, 'without colon'),
  mine: name,
  title: name,
  what: text.describe('what was found'),
  criterion: text.nullable().describe('clause of the standard by which it is major; null: not said'),
  source: z.enum(['self-reported', 'inspection', 'public-report']),
  inspection: authority.nullable().describe('who inspected; null: not found by inspection'),
  found: z.strictObject({ on: day, by: name }),
  whileProducing: z.boolean().nullable().describe('the mine was found producing with it; null: nobody said'),
  hazards: z
    .array(name)
    .max(20)
    .describe('ids of the hidden hazards of the mine’s ledger that it is about; empty: none'),
  place: hazardPlaceSchema.nullable(),
  fiveFixed: fiveFixedSchema,
  listed: authority
    .extend({ on: day, until: day.nullable() })
    .nullable()
    .describe('listed supervision (挂牌督办); null: not listed'),
  closeOut: z
    .strictObject({
      on: day,
      by: name,
      found: text.describe('what was found when it was checked'),
      report: sha256
        .nullable()
        .describe('attachment: the report of the check; null: closed before one was asked for'),
      accepted: z
        .strictObject({ on: day, by: name })
        .nullable()
        .describe('who reviewed and accepted it (审核把关销号); null: nobody, or nobody said'),
    })
    .nullable(),
  state: z.enum(MAJOR_STATES),
});
export type MajorHazard = z.output<typeof majorHazardSchema>;

/** The survey of all of a mine for major hazards, once a month, with a signed report. */
export const majorSurveySchema = z.strictObject({
  mine: name,
  month,
  on: day.describe('when it was finished'),
  by: name,
  signedBy: z.array(name).min(1).max(20),
  report: sha256
    .nullable()
    .describe('attachment: the signed report; null: not handed in, and then it does not count'),
  found: z.array(name).max(200).describe('ids of the major hazards it found; empty: none'),
});
export type MajorSurvey = z.output<typeof majorSurveySchema>;

/**
 * What the county did about a mine that was found producing with major hazards as often as its rule says: one answer a mine and day on which
 * it came true. A later day needs an answer of its own.
 */
export const repeatAnswerSchema = z.strictObject({
  mine: name,
  reachedOn: day.describe('the day of finding on which it came true'),
  decision: z
    .enum(['proposed', 'not-proposed'])
    .describe('closing the mine was proposed to the government (提请关闭), or it was decided not to'),
  on: day.describe('when it was proposed, or decided'),
  by: name.describe('office that did'),
  to: name.nullable().describe('government it was proposed to; null: it was not'),
  report: sha256.nullable().describe('attachment: the paper; null: none, which a proposal cannot be without'),
  why: text
    .nullable()
    .describe('why it was not proposed, which must be said; of a proposal what else is to be said'),
});
export type RepeatAnswer = z.output<typeof repeatAnswerSchema>;

export const majorEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hazard'), hazard: majorHazardSchema }),
  z.strictObject({ kind: z.literal('survey'), survey: majorSurveySchema }),
  z.strictObject({ kind: z.literal('answer'), answer: repeatAnswerSchema }),
]);
export type MajorEntry = z.output<typeof majorEntrySchema>;

export const majorVersionSchema = z.strictObject({
  number: z.int().min(1).describe('1, 2, 3 … within the mine'),
  subject: z.string().describe('hazard:ID, survey:YYYY-MM or answer:YYYY-MM-DD'),
  writtenAt: z.iso.datetime(),
  writtenBy: z.strictObject({ account: z.string(), name: z.string() }),
  reason: versionReasonSchema,
  hash: sha256,
  entry: majorEntrySchema,
});
export type MajorVersion = z.output<typeof majorVersionSchema>;

export const writeMajorSchema = z.strictObject({
  base: z.int().min(1).nullable().describe('number of the version this one follows; null: new'),
  reason,
  whyFar: whyFarSchema
    .optional()
    .describe('why its place lies far from the mine: without it such a place is refused'),
  entry: majorEntrySchema,
});
export type WriteMajor = z.output<typeof writeMajorSchema>;

/** One entry of `counties/<id>/major-hazards.json`: a version as somebody wrote it. */
const majorSeedEntrySchema = z.strictObject({
  writtenAt: z.iso.datetime().describe('not in the future; of a mine never before the entry above it'),
  writtenBy: z.strictObject({ account: z.string().trim().min(1).max(63), name }),
  reason,
  entry: majorEntrySchema,
  report: z
    .string()
    .min(1)
    .max(4000)
    .nullable()
    .describe(
      'text of the report whose SHA-256 the survey or close-out names; null: none is handed in with it',
    ),
});

/** The major hazards a demo county begins with, and its mines' monthly surveys: put in once, as the ledger it begins with is. */
export const majorSeedSchema = z.array(majorSeedEntrySchema).max(500_000);
export type MajorSeed = z.output<typeof majorSeedSchema>;

/** How often a mine may be found producing with major hazards before closing it is proposed: a county's rule. */
export const majorRepeatRuleSchema = z.strictObject({
  id: z.string().min(1),
  op: z.literal('>='),
  value: z.int().min(1).describe('times'),
  months: z.int().min(1).describe('within so many months'),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string(),
  note: z.string().optional(),
});
export type MajorRepeatRule = z.output<typeof majorRepeatRuleSchema>;

/** Whose inspections' findings must always be listed: a county's rule. */
export const majorListingRuleSchema = z.strictObject({
  id: z.string().min(1),
  from: z.enum(AUTHORITY_LEVELS).describe('this level and above'),
  jurisdiction: z.string(),
  clause: z.string(),
  status: z.string(),
  note: z.string().optional(),
});
export type MajorListingRule = z.output<typeof majorListingRuleSchema>;

const repeatSchema = z.strictObject({
  kind: z
    .enum(['reached', 'was-reached', 'not-reached', 'unknown', 'no-rule'])
    .describe('was-reached: on an earlier day'),
  reachedOn: day.nullable().describe('the last day on which it came true; null: it never did'),
  answer: repeatAnswerSchema
    .extend({ version: z.int(), writer: name, writtenOn: day })
    .nullable()
    .describe('what the county did about that day, and who wrote it when; null: nothing says'),
  times: z.int().describe('days on which it was found producing'),
  perhaps: z.int().describe('days more of which nobody said whether it was producing'),
  from: day.nullable().describe('first day that counts; null: no rule'),
  hazards: z.array(z.string()).describe('ids that count, the unknown ones included'),
});
export type MajorRepeat = z.output<typeof repeatSchema>;

export const SURVEY_STATES = [
  'signed',
  'handed-in-late',
  'made-late',
  'reused',
  'unsigned',
  'missed',
  'due',
  'not-known',
] as const;

const surveyMonthSchema = z.strictObject({
  month,
  state: z
    .enum(SURVEY_STATES)
    .describe(
      'handed-in-late: made in its month, its report handed in after it, for which no source names a day; made-late: finished after its month; reused: its report is that of another month’s survey, and it does not count; due: the month is not over; not-known: before anything of the mine was written here',
    ),
  on: day.nullable().describe('when it was finished; null: there is none'),
  recordedOn: day
    .nullable()
    .describe('when it was written here, with its report where it has one; null: there is none'),
  sameAs: month.nullable().describe('reused: the month whose survey had the report first'),
});
export type SurveyMonth = z.output<typeof surveyMonthSchema>;

export const monthFlowSchema = z.strictObject({
  month,
  openBefore: z.int(),
  found: z.int(),
  closed: z.int(),
  reopened: z.int(),
  openAfter: z.int(),
});
export type MonthFlow = z.output<typeof monthFlowSchema>;

export const majorViewSchema = z.strictObject({
  on: day.nullable().describe('the day that is shown; null: now'),
  entries: z.array(majorVersionSchema).describe('of each hazard and survey the last version by then'),
  mines: z.array(
    z.strictObject({
      mine: z.string(),
      open: z.int(),
      overdue: z.int(),
      withoutDeadline: z.int().describe('open without a deadline: nobody can tell whether they are overdue'),
      listed: z.int(),
      listedPast: z.int().describe('open, listed, and past the end of the supervision'),
      listedWithoutEnd: z.int().describe('open, listed, and no end is named'),
      listingOwed: z.array(z.string()).describe('ids that the county’s rule wants listed, and that are not'),
      moved: z
        .array(movedDeadlineSchema.extend({ hazard: z.string() }))
        .describe('ids whose deadline was moved up to the day shown, closed ones included'),
      repeat: repeatSchema,
      surveys: z.array(surveyMonthSchema).describe('the last twelve months, oldest first'),
    }),
  ),
  flow: z.array(monthFlowSchema).describe('stock and flow by month, oldest first, of all mines here'),
  rules: z.strictObject({
    repeat: majorRepeatRuleSchema.nullable(),
    listing: majorListingRuleSchema.nullable(),
    problem: z.string().nullable().describe('why there are none'),
  }),
});
export type MajorView = z.output<typeof majorViewSchema>;
