import { z } from 'zod';
import { acknowledgeSchema, alarmSchema } from '../../domain/contracts/live/alarm.ts';
import { entityDetailSchema, undergroundSchema } from '../../domain/contracts/live/entity-detail.ts';
import {
  alarmListSchema,
  historySchema,
  pictureRosterSchema,
  readingListSchema,
  trackSchema,
} from '../../domain/contracts/live/history.ts';
import {
  holdListSchema,
  incidentHoldSchema,
  makeHoldSchema,
  releaseHoldSchema,
} from '../../domain/contracts/live/incident-hold.ts';
import { ruleListSchema } from '../../domain/contracts/live/rule-list.ts';
import { liveSetupSchema } from '../../domain/contracts/live/setup.ts';
import {
  returnTagSchema,
  tagReturnListSchema,
  tagReturnSchema,
} from '../../domain/contracts/live/tag-return.ts';
import { trendQuerySchema, trendSchema } from '../../domain/contracts/live/trend.ts';
import {
  asBuiltPlanSchema,
  makePlanSchema,
  planFeaturesSchema,
  planListSchema,
  scanQuerySchema,
} from '../../domain/contracts/plans.ts';
import { alarmsQuery } from '../live/routes/alarm-routes.ts';
import { picturesQuery, readingsQuery, trackQuery } from '../live/routes/history-routes.ts';
import { entityQuery } from '../live/routes/now-routes.ts';
import { type ApiRoutes, BYTES, named } from './api-route.ts';

const hold = named('IncidentHold', incidentHoldSchema);
const plan = named('AsBuiltPlan', asBuiltPlanSchema);

/** What is live in a mine and what of it is kept; times in ms since 1970. Pictures come over the WebSocket /api/live. */
export const LIVE_API: ApiRoutes = {
  'GET /api/mines/:mine/live': {
    what: 'Set-up of the live side.',
    answer: named('LiveSetup', liveSetupSchema),
  },
  'GET /api/mines/:mine/roster': {
    what: 'Everybody and everything that is placed, and where they can be.',
    answer: named('PictureRoster', pictureRosterSchema),
  },
  'GET /api/mines/:mine/entity': {
    what: 'One tag, now or at a moment.',
    query: entityQuery,
    answer: named('EntityDetail', entityDetailSchema),
  },
  'GET /api/mines/:mine/underground': {
    what: 'Who went in and has not come out.',
    answer: named('Underground', undergroundSchema),
  },
  'GET /api/mines/:mine/rules': {
    what: 'The rules that judge, and why others do not.',
    answer: named('RuleList', ruleListSchema),
  },
  'GET /api/mines/:mine/intake': {
    what: 'How messages come in, and what was refused.',
    answer: named('Intake', z.looseObject({})),
  },
  'GET /api/mines/:mine/history': {
    what: 'What of the past is kept.',
    answer: named('History', historySchema),
  },
  'GET /api/mines/:mine/history/pictures': {
    what: 'Pictures of the past as frames (domain/contracts/live/frame-codec.ts).',
    query: picturesQuery,
    answer: BYTES,
  },
  'GET /api/mines/:mine/track': {
    what: 'Where one tag was.',
    query: trackQuery,
    answer: named('Track', trackSchema),
  },
  'GET /api/mines/:mine/readings': {
    what: 'Readings of one metric, or the latest of all at a moment.',
    query: readingsQuery,
    answer: named('ReadingList', readingListSchema),
  },
  'GET /api/mines/:mine/trend': {
    what: 'Means of metrics over bins of time.',
    query: trendQuerySchema,
    answer: named('Trend', trendSchema),
  },
  'GET /api/mines/:mine/alarms': {
    what: 'Alarms of the past.',
    query: alarmsQuery,
    answer: named('AlarmList', alarmListSchema),
  },
  'POST /api/mines/:mine/alarms/:id/acknowledge': {
    what: 'Answers an alarm, in the name of the account.',
    body: named('Acknowledge', acknowledgeSchema),
    answer: named('Alarm', alarmSchema),
  },
  'GET /api/mines/:mine/holds': { what: 'Incident holds.', answer: named('HoldList', holdListSchema) },
  'POST /api/mines/:mine/holds': {
    what: 'Holds a span of history: nothing of it is thrown away.',
    body: named('MakeHold', makeHoldSchema),
    answer: hold,
    status: 201,
  },
  'DELETE /api/mines/:mine/holds/:id': {
    what: 'Releases a hold.',
    body: named('ReleaseHold', releaseHoldSchema),
    answer: hold,
  },
  'GET /api/mines/:mine/tag-returns': {
    what: 'Tags that were handed back, the newest first.',
    answer: named('TagReturnList', tagReturnListSchema),
  },
  'POST /api/mines/:mine/tag-returns': {
    what: 'Takes a silent tag out of the counts until it is heard again.',
    body: named('ReturnTag', returnTagSchema),
    answer: named('TagReturn', tagReturnSchema),
    status: 201,
  },
  'GET /api/mines/:mine/plans': {
    what: 'The register of as-built plans.',
    answer: named('AsBuiltPlanList', planListSchema),
  },
  'POST /api/mines/:mine/plans': {
    what: 'Registers an as-built plan with what the mine holds now.',
    body: named('MakePlan', makePlanSchema),
    answer: plan,
    status: 201,
  },
  'GET /api/mines/:mine/plans/:id/features': {
    what: 'What was in the mine when the plan was made.',
    answer: named('PlanFeatures', planFeaturesSchema),
  },
  'PUT /api/mines/:mine/plans/:id/scan': {
    what: 'Hands in the signed paper (PDF, PNG or JPEG), once.',
    query: scanQuerySchema,
    body: 'application/pdf',
    answer: plan,
  },
  'GET /api/mines/:mine/plans/:id/scan': { what: 'The signed paper.', answer: 'application/pdf' },
};
