import { type Kysely, sql } from 'kysely';
import type { HeadLedger, LedgerHead } from '../../../domain/contracts/ledger-heads.ts';
import type { ChainedEntry } from '../../../domain/hazards/ledger-chain.ts';
import type { Schema } from '../../live/store/schema.ts';
import type { ChainTable } from './ledger-tables.ts';
import { entryOf } from './read-ledger.ts';

const TABLES: Readonly<Record<HeadLedger, ChainTable>> = {
  hazards: 'hazard_version',
  'major-hazards': 'major_version',
};

/** The heads that the county kept last before a moment, in the order of mines. @param before ms since 1970; null: of all */
export const keptHeads = async (
  db: Kysely<Schema>,
  mines: readonly string[],
  before: number | null,
): Promise<LedgerHead[]> => {
  const { rows } = await sql<{ mine: string; ledger: string; number: number; hash: string; at: number }>`
    SELECT DISTINCT ON (mine, ledger) mine, ledger, number, hash, at FROM ledger_head
    WHERE mine = ANY(${[...mines]}::text[]) AND at < ${before ?? Number.MAX_SAFE_INTEGER}
    ORDER BY mine, ledger, number DESC`.execute(db);
  return rows.map(({ ledger, at, ...head }) => ({
    ...head,
    ledger: ledger === TABLES['major-hazards'] ? 'major-hazards' : 'hazards',
    at: new Date(at).toISOString(),
  }));
};

/** A whole chain as it is now, in the order of its numbers. */
export const chainOf = async (
  db: Kysely<Schema>,
  mine: string,
  ledger: HeadLedger,
): Promise<ChainedEntry[]> => {
  const rows = await db
    .selectFrom(TABLES[ledger])
    .selectAll()
    .where('mine', '=', mine)
    .orderBy('number')
    .execute();
  return rows.map(entryOf);
};
