import { z } from 'zod';
import {
  countyCatalogSchema,
  countyFeatureSchema,
  countySiteSchema,
  registerMineSchema,
} from '../../domain/contracts/county.ts';
import {
  countyDutiesSchema,
  dutyPageQuerySchema,
  dutyPageSchema,
} from '../../domain/contracts/county-duties-view.ts';
import { countyListSchema } from '../../domain/contracts/county-list.ts';
import { countyLiveSchema } from '../../domain/contracts/county-live.ts';
import { countyStatisticsSchema, statisticsQuerySchema } from '../../domain/contracts/county-statistics.ts';
import { mineNeighboursSchema } from '../../domain/contracts/mine-neighbours.ts';
import { mineRegisterSchema } from '../../domain/contracts/mine-register.ts';
import { minesOutsideSchema } from '../../domain/contracts/mines-outside.ts';
import { neighboursReportSchema } from '../../domain/contracts/neighbours.ts';
import { planTextSchema } from '../../domain/contracts/regional-plan.ts';
import {
  freezePlanSchema,
  planComparisonSchema,
  planListSchema,
  planVersionSchema,
  planViewSchema,
  writePlanTextSchema,
} from '../../domain/contracts/regional-plan-api.ts';
import { type ApiRoutes, DOCX, named, VECTOR_TILE } from './api-route.ts';

const on = z.object({ on: z.iso.date().optional().describe('a day; without: now') });

const LISTS = {
  mines: named('RegisterMines', z.array(registerMineSchema)),
  features: named('CountyFeatures', z.array(countyFeatureSchema)),
  sites: named('CountySites', z.array(countySiteSchema)),
  neighbours: named('NeighboursReport', neighboursReportSchema),
} as const;
const lists: ApiRoutes = Object.fromEntries(
  Object.entries(LISTS).flatMap(([name, answer]) =>
    [`/api/counties/:county/${name}`, `/counties/:county/${name}.json`].map((path) => [
      `GET ${path}`,
      { what: `What this account sees of the county’s ${name}.`, answer },
    ]),
  ),
);

/** Counties: register, map, duties, and the regional plan. */
export const COUNTY_API: ApiRoutes = {
  'GET /api/counties': {
    what: 'The counties this account sees as a whole.',
    answer: named('CountyList', countyListSchema),
  },
  'GET /counties/:county/county.json': {
    what: 'The county’s catalog.',
    answer: named('CountyCatalog', countyCatalogSchema),
  },
  'GET /counties/:county/base/:z/:x/:y.mvt': { what: 'Base map.', answer: VECTOR_TILE },
  'GET /counties/:county/relief/:z/:x/:y.png': { what: 'Heights, Terrain-RGB.', answer: 'image/png' },
  ...lists,
  'GET /api/counties/:county/tiles/:z/:x/:y.mvt': {
    what: 'Mines, features and sites of a day as vector tiles, and hidden and major hazards where a ledger is kept.',
    query: on,
    answer: VECTOR_TILE,
  },
  'GET /api/mines/:mine/neighbours': {
    what: 'What endangers the mine from next door, as its county found it; what the account does not see has no name.',
    answer: named('MineNeighbours', mineNeighboursSchema),
  },
  'GET /api/mines/:mine/register': {
    what: 'What the register of its county says of the mine.',
    answer: named('MineRegister', mineRegisterSchema),
  },
  'GET /api/counties/:county/statistics': {
    what: 'Counts by town.',
    query: statisticsQuerySchema,
    answer: named('CountyStatistics', countyStatisticsSchema),
  },
  'GET /api/counties/:county/live': {
    what: 'Who is underground and what is warned of now.',
    answer: named('CountyLive', countyLiveSchema),
  },
  'GET /api/counties/:county/mines-outside': {
    what: 'Mines of the county that its register does not list, with their open hazards.',
    query: on,
    answer: named('MinesOutside', minesOutsideSchema),
  },
  'GET /api/counties/:county/duties': {
    what: 'Each mine and duty: met, due, missed, not applicable, unknown.',
    query: on,
    answer: named('CountyDuties', countyDutiesSchema),
  },
  'GET /api/counties/:county/duties/page': {
    what: 'A page of the table of duties: what it shows of each mine, filtered and sorted, what matters first.',
    query: dutyPageQuerySchema,
    answer: named('DutyPage', dutyPageSchema),
  },
  'GET /api/counties/:county/mines/:mine/duties': {
    what: 'The same of one mine; `mines` holds it alone.',
    query: on,
    answer: named('CountyDuties', countyDutiesSchema),
  },
  'GET /api/mines/:mine/duties': {
    what: 'The same by the rules of the county that lists the mine; 404 where none does.',
    query: on,
    answer: named('CountyDuties', countyDutiesSchema),
  },
  'GET /api/counties/:county/plans': {
    what: 'Regional plans: drafts and frozen versions.',
    answer: named('RegionalPlanList', planListSchema),
  },
  'GET /api/counties/:county/plans/:plan': {
    what: 'A plan.',
    answer: named('RegionalPlanView', planViewSchema),
  },
  'GET /api/counties/:county/plans/:plan/figure': { what: 'A figure of it.', answer: 'image/svg+xml' },
  'GET /api/counties/:county/plans/:plan/file.pdf': { what: 'It as PDF.', answer: 'application/pdf' },
  'GET /api/counties/:county/plans/:plan/file.docx': { what: 'It as DOCX.', answer: DOCX },
  'GET /api/counties/:county/plans/compare': {
    what: 'What differs between two versions.',
    answer: named('RegionalPlanComparison', planComparisonSchema),
  },
  'PUT /api/counties/:county/plans/:year/texts/:chapter': {
    what: 'Writes the text of a chapter of the draft.',
    body: named('WritePlanText', writePlanTextSchema),
    answer: named('PlanText', planTextSchema),
  },
  'POST /api/counties/:county/plans/:year/freeze': {
    what: 'Freezes the draft as a version with the revisions it was made from.',
    body: named('FreezePlan', freezePlanSchema),
    answer: named('RegionalPlanVersion', planVersionSchema),
  },
};
