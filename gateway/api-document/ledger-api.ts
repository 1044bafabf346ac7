import { z } from 'zod';
import { hazardBodiesSchema } from '../../domain/contracts/hazard-bodies.ts';
import { hazardCountsSchema } from '../../domain/contracts/hazard-counts.ts';
import { hazardSearchQuerySchema, hazardSearchSchema } from '../../domain/contracts/hazard-search.ts';
import {
  attachmentSchema,
  chainStateSchema,
  ledgerImportSchema,
  ledgerVersionSchema,
  writeHazardSchema,
} from '../../domain/contracts/ledger.ts';
import {
  checkedHeadsSchema,
  checkHeadsSchema,
  ledgerHeadsSchema,
} from '../../domain/contracts/ledger-heads.ts';
import {
  hazardPageSchema,
  hazardPlacesSchema,
  hazardStatisticsSchema,
  ledgerQuerySchema,
  statisticsQuerySchema,
} from '../../domain/contracts/ledger-list.ts';
import {
  majorVersionSchema,
  majorViewSchema,
  writeMajorSchema,
} from '../../domain/contracts/major-hazard.ts';
import { majorSignsSchema } from '../../domain/contracts/major-signs.ts';
import { mineGroundSchema } from '../../domain/contracts/mine-ground.ts';
import { importQuery } from '../ledger/routes/exchange-routes.ts';
import { onQuery } from '../ledger/routes/hazard-routes.ts';
import { type ApiRoutes, BYTES, CSV, FORM, GEOJSON, GEOPACKAGE, named, XLSX } from './api-route.ts';

const page = named('HazardPage', hazardPageSchema);
const statistics = named('HazardStatistics', hazardStatisticsSchema);
const versions = named('LedgerVersions', z.array(ledgerVersionSchema));
const chain = named('ChainState', chainStateSchema);
const major = named('MajorView', majorViewSchema);

const exports = (of: string, what: string): ApiRoutes =>
  Object.fromEntries(
    (
      [
        ['xlsx', XLSX],
        ['geojson', GEOJSON],
        ['gpkg', GEOPACKAGE],
      ] as const
    ).map(([format, answer]) => [
      `GET ${of}/ledger-export.${format}`,
      { what: `${what} as ${format}.`, query: onQuery, answer },
    ]),
  );

/** The ledger of hidden hazards and of major hazards; days are days of the county (UTC+8). */
export const LEDGER_API: ApiRoutes = {
  'GET /api/counties/:county/hazards': {
    what: 'Rows of the ledger of the mines this account sees, as of a day: filtered, sorted, a page of them.',
    query: ledgerQuerySchema,
    answer: page,
  },
  'GET /api/mines/:mine/hazards': {
    what: 'Rows of the ledger of a mine, as of a day: filtered, sorted, a page of them.',
    query: ledgerQuerySchema,
    answer: page,
  },
  'GET /api/counties/:county/hazard-statistics': {
    what: 'What the ledger of the mines this account sees holds on a day, and what came and went month by month.',
    query: statisticsQuerySchema,
    answer: statistics,
  },
  'GET /api/mines/:mine/hazard-statistics': {
    what: 'What the ledger of a mine holds on a day, and what came and went month by month.',
    query: statisticsQuerySchema,
    answer: statistics,
  },
  'GET /api/mines/:mine/hazard-places': {
    what: 'Where each hazard of a mine is, whole shapes, as of a day.',
    query: onQuery,
    answer: named('HazardPlaces', hazardPlacesSchema),
  },
  'POST /api/mines/:mine/hazards': {
    what: 'Writes a version. 409: somebody wrote meanwhile; 422: the rules of the ledger refuse it.',
    body: named('WriteHazard', writeHazardSchema),
    answer: named('LedgerVersion', ledgerVersionSchema),
  },
  'GET /api/mines/:mine/hazards/:hazard/versions': {
    what: 'All versions of a hazard, oldest first.',
    answer: versions,
  },
  'GET /api/mines/:mine/ground': {
    what: 'Where a mine is known to lie: what drawn places are held against.',
    answer: named('MineGround', mineGroundSchema),
  },
  'GET /api/mines/:mine/ledger-chain': {
    what: 'Whether the chain of versions holds, against the heads the county kept.',
    answer: chain,
  },
  'GET /api/counties/:county/ledger-heads': {
    what: 'The last hash of every chain of the mines this account sees, as of a day: to be kept outside.',
    query: onQuery,
    answer: named('LedgerHeads', ledgerHeadsSchema),
  },
  'GET /api/counties/:county/ledger-heads.csv': {
    what: 'The same as a table.',
    query: onQuery,
    answer: CSV,
  },
  'POST /api/counties/:county/ledger-heads/check': {
    what: 'Holds heads that were kept outside against the ledger as it is now.',
    body: named('CheckHeads', checkHeadsSchema),
    answer: named('CheckedHeads', checkedHeadsSchema),
  },
  'POST /api/mines/:mine/attachments': {
    what: 'Hands in a file.',
    body: FORM,
    answer: named('Attachment', attachmentSchema),
  },
  'GET /api/mines/:mine/attachments/:sha256': { what: 'A file that was handed in.', answer: BYTES },
  ...exports('/api/counties/:county', 'The ledger of a county'),
  ...exports('/api/mines/:mine', 'The ledger of a mine'),
  'GET /api/ledger-template.xlsx': { what: 'An empty workbook for import.', answer: XLSX },
  'POST /api/mines/:mine/ledger-import': {
    what: 'Imports a workbook or GeoJSON; every row that is not taken is listed, and places that lie far from the mine.',
    query: importQuery,
    body: FORM,
    answer: named('LedgerImport', ledgerImportSchema),
  },
  'GET /api/counties/:county/hazard-counts': {
    what: 'How many open hazards each mine has, and of how many what is missing, as of a day.',
    query: onQuery,
    answer: named('HazardCounts', hazardCountsSchema),
  },
  'GET /api/counties/:county/hazard-bodies/:x/:y': {
    what: 'The ledger’s hazards that lie in a tile, with the heights they are known to have, as of a day.',
    query: onQuery,
    answer: named('HazardBodies', hazardBodiesSchema),
  },
  'GET /api/counties/:county/hazard-search': {
    what: 'Hazards and major hazards by number, title, kind or mine, the best few and how many more, as of a day.',
    query: hazardSearchQuerySchema,
    answer: named('HazardSearch', hazardSearchSchema),
  },
  'GET /api/counties/:county/major-signs': {
    what: 'Major hazards that stand on the county’s map by themselves, and those of them without a place, as of a day.',
    query: onQuery,
    answer: named('MajorSigns', majorSignsSchema),
  },
  'GET /api/counties/:county/major-hazards': {
    what: 'Major hazards of the mines this account sees.',
    query: onQuery,
    answer: major,
  },
  'GET /api/mines/:mine/major-hazards': { what: 'Major hazards of a mine.', query: onQuery, answer: major },
  'GET /api/counties/:county/major-export.xlsx': {
    what: 'Major hazards of the mines this account sees, as a workbook; what is synthetic says so on every sheet.',
    query: onQuery,
    answer: XLSX,
  },
  'GET /api/mines/:mine/major-export.xlsx': {
    what: 'Major hazards of a mine, as a workbook.',
    query: onQuery,
    answer: XLSX,
  },
  'POST /api/mines/:mine/major-hazards': {
    what: 'Writes a version of a major hazard, of a survey, or of what the county did about a mine found producing with such too often.',
    body: named('WriteMajor', writeMajorSchema),
    answer: named('MajorVersion', majorVersionSchema),
  },
  'GET /api/mines/:mine/major-hazards/:subject/versions': {
    what: 'All versions of a major hazard.',
    answer: named('MajorVersions', z.array(majorVersionSchema)),
  },
  'GET /api/mines/:mine/major-chain': { what: 'Whether the chain of major hazards holds.', answer: chain },
};
