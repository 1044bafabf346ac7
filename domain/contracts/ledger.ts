import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { hazardSchema } from './hazard.ts';

/**
 * The ledger over HTTP. All days are days of the county (UTC+8). What a reader may not see is not in any answer; asking for it by name is answered as if it did not exist.
 *
 * domain/contracts/ledger-list.ts says what GET …/hazards answers: the ledger as a list.
 *
 * GET  /api/mines/:mine/hazards/:hazard/versions          ledgerVersionSchema[], oldest first
 * POST /api/mines/:mine/hazards                           writeHazardSchema → ledgerVersionSchema; 409 ledgerConflictSchema where `base` is not the last; 422 ledgerRefusedSchema
 * GET  /api/mines/:mine/ground                            mineGroundSchema (mine-ground.ts): what places are held against
 * GET  /api/mines/:mine/ledger-chain                      chainStateSchema: checked now, against the heads the county kept
 * POST /api/mines/:mine/attachments                       multipart, one file → attachmentSchema
 * GET  /api/mines/:mine/attachments/:sha256               the file, never inline as HTML
 * GET  /api/counties/:county/ledger-export.{xlsx,geojson,gpkg}?on= , /api/mines/:mine/ledger-export.{…}
 * GET  /api/ledger-template.xlsx
 * POST /api/mines/:mine/ledger-import?dry=true|false&whyFar=  multipart → ledgerImportSchema
 */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256');
const reason = z.string().trim().min(1).max(1000);
/** Why a place that lies far from its mine is right. */
export const whyFarSchema = z.string().trim().min(1).max(300);
/** As it is kept: with why a place lies far from its mine, where one does. */
export const versionReasonSchema = z.string().trim().min(1).max(1400);

export const ledgerVersionSchema = z.strictObject({
  number: z.int().min(1).describe('1, 2, 3 … within the mine'),
  writtenAt: z.iso.datetime(),
  writtenBy: z.strictObject({ account: z.string(), name: z.string() }),
  reason: versionReasonSchema,
  hash: sha256,
  hazard: hazardSchema,
});
export type LedgerVersion = z.output<typeof ledgerVersionSchema>;

export const writeHazardSchema = z.strictObject({
  base: z.int().min(1).nullable().describe('number of the version this one follows; null: a new hazard'),
  reason: reason.describe('why it is written'),
  whyFar: whyFarSchema
    .optional()
    .describe(
      'why a new place lies far from the mine: without it such a place is refused; it is kept behind the reason',
    ),
  hazard: hazardSchema,
});
export type WriteHazard = z.output<typeof writeHazardSchema>;

/** Why something is not taken, and how to mend it. */
export const ledgerRefusalSchema = z.strictObject({
  code: z.string(),
  field: z.string().nullable().describe('path within the hazard, like evidence.2.on; null: the whole'),
  what: bilingualSchema,
  mend: bilingualSchema,
});
export type LedgerRefusal = z.output<typeof ledgerRefusalSchema>;

const problem = {
  type: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  mend: z.string(),
};
/** 422: the rules of the ledger refuse it. */
export const ledgerRefusedSchema = z.strictObject({
  ...problem,
  refusals: z.array(ledgerRefusalSchema).min(1),
});
/** 409: somebody wrote meanwhile, or the hazard is there already. */
export const ledgerConflictSchema = z.strictObject({
  ...problem,
  last: ledgerVersionSchema
    .nullable()
    .describe('the version that is the last now; null: there is no such hazard'),
});

export const chainStateSchema = z.strictObject({
  mine: z.string(),
  versions: z.int(),
  head: sha256.nullable(),
  checkedAt: z.iso.datetime(),
  fault: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('number-missing'), number: z.int() }),
      z.strictObject({ kind: z.literal('changed'), number: z.int() }),
      z.strictObject({ kind: z.literal('head-differs'), head: z.string() }),
      z.strictObject({ kind: z.literal('head-missing'), number: z.int() }),
    ])
    .nullable(),
  kept: z
    .strictObject({ number: z.int(), hash: sha256, at: z.iso.datetime() })
    .nullable()
    .describe('head the county kept last'),
  files: z
    .strictObject({
      named: z.int().describe('files that versions name by their hash'),
      missing: z.array(sha256),
      altered: z.array(sha256).describe('there, and not what was handed in'),
    })
    .describe('checked now, too: the chain covers a file by its hash'),
});
export type ChainState = z.output<typeof chainStateSchema>;

export const attachmentSchema = z.strictObject({
  sha256,
  mine: z.string(),
  name: z.string().max(255),
  type: z.string(),
  bytes: z.int().min(1),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Attachment = z.output<typeof attachmentSchema>;

/** One row or feature that was not taken. */
export const importRejectSchema = z.strictObject({
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  what: bilingualSchema,
  mend: bilingualSchema,
});
export type ImportReject = z.output<typeof importRejectSchema>;
/** What an import makes of a hazard that is in the ledger already. */
export const importChangeSchema = z.strictObject({
  hazard: z.string(),
  fields: z.array(z.string()).describe('what is written anew, by its names in HAZARD_FIELDS'),
  emptied: z.array(z.string()).describe('which of them the ledger has and the file has not'),
  evidence: z.array(z.string()).describe('ids of new pieces'),
  isBased: z
    .boolean()
    .describe('the file says that it follows the last version; false: it names none, and may be older'),
});
export type ImportChange = z.output<typeof importChangeSchema>;
export const ledgerImportSchema = z.strictObject({
  file: z.string(),
  rows: z.int(),
  added: z.array(z.string()).describe('ids of new hazards'),
  changed: z.array(z.string()),
  changes: z.array(importChangeSchema).describe('of each of `changed`, what'),
  unchanged: z.array(z.string()),
  rejects: z.array(importRejectSchema),
  far: z
    .array(importRejectSchema)
    .describe(
      'places that lie far from the mine: without a reason given for them their hazards are left out',
    ),
  dry: z.boolean(),
});
export type LedgerImport = z.output<typeof ledgerImportSchema>;

/** One entry of `counties/<id>/hazards.json`: a version as somebody wrote it. */
const ledgerSeedEntrySchema = z.strictObject({
  writtenAt: z.iso.datetime().describe('not in the future; of a mine never before the entry above it'),
  writtenBy: z.strictObject({
    account: z.string().trim().min(1).max(63),
    name: z.string().trim().min(1).max(200),
  }),
  reason,
  hazard: hazardSchema.describe('the whole hazard as it stood then'),
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), text: z.string().min(1).max(20_000) }))
    .max(100)
    .optional()
    .describe('texts that are handed in with it; evidence names each by its SHA-256'),
});

/**
 * The ledger a demo county begins with: the history of all its mines, oldest first. It is put into an empty ledger once, and only
 * where the county's provenance is synthetic; the numbers and hashes are made then. A hazard begins with its first entry.
 */
export const ledgerSeedSchema = z.array(ledgerSeedEntrySchema).max(500_000);
export type LedgerSeed = z.output<typeof ledgerSeedSchema>;
