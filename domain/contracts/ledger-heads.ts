import { z } from 'zod';

/**
 * The heads of all chains at once, to be kept where the gateway cannot reach them, and compared again.
 *
 * GET  /api/counties/:county/ledger-heads?on=YYYY-MM-DD       ledgerHeadsSchema: of all mines the reader sees
 * GET  /api/counties/:county/ledger-heads.csv?on=             the same as a table
 * POST /api/counties/:county/ledger-heads/check               checkHeadsSchema → checkedHeadsSchema: at most MOST_HEADS a time
 */
export const HEAD_LEDGERS = ['hazards', 'major-hazards'] as const;
export type HeadLedger = (typeof HEAD_LEDGERS)[number];

export const keptHeadSchema = z.strictObject({
  mine: z.string().min(1).max(200),
  ledger: z.enum(HEAD_LEDGERS).describe('of hidden hazards or of major hazards'),
  number: z.int().min(1).describe('of the last version then'),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'SHA-256')
    .describe('of that version'),
});
export type KeptChainHead = z.output<typeof keptHeadSchema>;

export const ledgerHeadSchema = keptHeadSchema.extend({
  at: z.iso.datetime().describe('when it was written'),
});
export type LedgerHead = z.output<typeof ledgerHeadSchema>;

export const ledgerHeadsSchema = z.strictObject({
  county: z.string(),
  on: z.iso.date().nullable().describe('as they stood at the end of that day; null: now'),
  takenAt: z.iso.datetime(),
  heads: z.array(ledgerHeadSchema),
});
export type LedgerHeads = z.output<typeof ledgerHeadsSchema>;

export const MOST_HEADS = 100;
export const checkHeadsSchema = z.strictObject({ heads: z.array(keptHeadSchema).min(1).max(MOST_HEADS) });

export const HEAD_VERDICTS = ['agrees', 'altered', 'shorter', 'missing'] as const;
export const checkedHeadSchema = keptHeadSchema.pick({ mine: true, ledger: true, number: true }).extend({
  verdict: z
    .enum(HEAD_VERDICTS)
    .describe('missing: there is no such chain for this reader; shorter: versions at its end are gone'),
  first: z
    .int()
    .nullable()
    .describe('number of the first version that is not as it was; null: none, or it cannot be told which'),
  versions: z.int().min(0).describe('that the chain has now'),
});
export type CheckedHead = z.output<typeof checkedHeadSchema>;
export const checkedHeadsSchema = z.strictObject({
  checkedAt: z.iso.datetime(),
  heads: z.array(checkedHeadSchema),
});
