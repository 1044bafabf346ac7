import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { CHAIN_START, canonicalJson, linkHash, type Sha256 } from '../../../domain/hazards/ledger-chain.ts';
import type { Schema } from '../../live/store/schema.ts';
import type { ChainTable, VersionRow } from './ledger-tables.ts';

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export interface Writer {
  readonly account: string;
  readonly name: string;
}

/** What is to be written, still without its place in the chain. */
export interface NewVersion {
  readonly reason: string;
  /** What it is a version of, by its id within the mine. */
  readonly hazard: string;
  /** The whole of it, as it is now. */
  readonly content: unknown;
  /** ms since 1970. */
  readonly at: number;
  readonly by: Writer;
}

export type { VersionRow } from './ledger-tables.ts';

/** The last link of a mine's chain. */
export interface ChainEnd {
  readonly number: number;
  readonly hash: string;
  readonly written_at: number;
}

const EMPTY: ChainEnd = { number: 0, hash: CHAIN_START, written_at: 0 };
/** With 9 values a row below the 65535 parameters of a statement. */
const ROWS_A_STATEMENT = 1000;

/**
 * Locks the mine's chain until the transaction ends: whoever writes next waits and then sees what was written.
 * @returns its last link
 */
export const lockChain = async (
  tx: Kysely<Schema>,
  mine: string,
  table: ChainTable = 'hazard_version',
): Promise<ChainEnd> => {
  // Whoever else may hold it, another gateway of the same database perhaps: a connection is not held for ever.
  await sql`SET LOCAL lock_timeout = '10s'`.execute(tx);
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${table} ${mine}`}, 0))`.execute(tx);
  const { rows } = await sql<ChainEnd>`SELECT number, hash, written_at FROM ${sql.table(table)}
    WHERE mine = ${mine} ORDER BY number DESC LIMIT 1`.execute(tx);
  return rows[0] ?? EMPTY;
};

/** The links that versions make of a chain: the one place where hashes are made. */
export const linkVersions = (mine: string, end: ChainEnd, versions: readonly NewVersion[]): VersionRow[] => {
  let { number, hash, written_at } = end;
  return versions.map(({ reason, hazard, content, at, by }) => {
    number++;
    // A clock that was set back must not bring a version before the one it follows.
    written_at = Math.max(written_at, Math.round(at));
    const writtenAt = new Date(written_at).toISOString();
    hash = linkHash(hash, { number, hazard, writtenAt, writtenBy: by, reason, content }, sha256);
    return {
      mine,
      number,
      hazard,
      written_at,
      written_by: by.account,
      writer_name: by.name,
      reason,
      content: canonicalJson(content),
      hash,
    };
  });
};

/** @param end what lockChain gave in this transaction */
export const appendVersions = async (
  tx: Kysely<Schema>,
  mine: string,
  end: ChainEnd,
  versions: readonly NewVersion[],
  table: ChainTable = 'hazard_version',
): Promise<VersionRow[]> => {
  const rows: VersionRow[] = [];
  for (let i = 0; i < versions.length; i += ROWS_A_STATEMENT) {
    const linked = linkVersions(mine, rows.at(-1) ?? end, versions.slice(i, i + ROWS_A_STATEMENT));
    await tx.insertInto(table).values(linked).execute();
    rows.push(...linked);
  }
  return rows;
};
