import { type Kysely, sql } from 'kysely';
import type { ChainState } from '../../../domain/contracts/ledger.ts';
import { checkKeptChain } from '../../../domain/hazards/ledger-chain.ts';
import type { Schema } from '../../live/store/schema.ts';
import { attachmentTypes } from '../attachments/attachment-rows.ts';
import { checkFiles, filesNamedIn } from '../attachments/check-attachments.ts';
import { sha256 } from './append-version.ts';
import type { ChainTable, VersionRow } from './ledger-tables.ts';
import { entryOf } from './read-ledger.ts';

/** A version beside the hash that the county kept of it; of either the other may be gone. */
type Link = { [K in keyof VersionRow]: VersionRow[K] | null } & {
  readonly kept_number: number | null;
  readonly kept_hash: string | null;
  readonly kept_at: number | null;
};

const read = async (db: Kysely<Schema>, mine: string, table: ChainTable) => {
  // In one statement, for it is of one moment: what is written between two would be a version without its kept hash, or the other way round.
  const { rows } = await sql<Link>`
    SELECT v.*, h.number AS kept_number, h.hash AS kept_hash, h.at AS kept_at
    FROM (SELECT * FROM ${sql.table(table)} WHERE mine = ${mine}) v
    FULL JOIN (SELECT number, hash, at FROM ledger_head WHERE mine = ${mine} AND ledger = ${table}) h USING (number)
    ORDER BY coalesce(v.number, h.number)`.execute(db);
  // What a version names was handed in before it was written, and its row is never taken away.
  return { rows, types: await attachmentTypes(db, mine) };
};

/**
 * Checks every link of a mine's chain, each against the hash the county kept when it was written, and the files that versions name. Only
 * reading rows is done in the transaction: hashing is of what was read there, and of files, which are given a name by what they hold and
 * are as true a moment later. Large ones would hold a connection for seconds.
 * @param within runs its work in one transaction, of who sees the mine
 * @param attachments folder
 */
export const chainState = async (
  within: <T>(work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>,
  {
    mine,
    now,
    attachments,
    table = 'hazard_version',
  }: {
    readonly mine: string;
    /** ms since 1970. */
    readonly now: number;
    readonly attachments: string;
    readonly table?: ChainTable;
  },
): Promise<ChainState> => {
  const { rows, types } = await within((db) => read(db, mine, table));
  const versions = rows.filter((row): row is Link & VersionRow => row.hash !== null);
  const heads = rows.flatMap(({ kept_number: number, kept_hash: hash, kept_at: at }) =>
    number === null || hash === null || at === null ? [] : [{ number, hash, at }],
  );
  const last = heads.at(-1);
  const entries = versions.map(entryOf);
  const named = filesNamedIn(entries.map(({ content }) => content));
  return {
    mine,
    versions: versions.length,
    head: versions.at(-1)?.hash ?? null,
    checkedAt: new Date(now).toISOString(),
    fault: checkKeptChain(entries, sha256, heads),
    kept: last ? { number: last.number, hash: last.hash, at: new Date(last.at).toISOString() } : null,
    files: await checkFiles(named, types, attachments),
  };
};
