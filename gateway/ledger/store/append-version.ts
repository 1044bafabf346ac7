import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { CHAIN_START, canonicalJson, linkHash, type Sha256 } from '../../../domain/hazards/ledger-chain.ts';
import type { Schema } from '../../live/store/schema.ts';

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export interface Writer {
  readonly account: string;
  readonly name: string;
}

/** What is to be written, still without its place in the chain. */
export interface NewVersion {
  readonly reason: string;
  readonly hazard: Hazard;
  /** ms since 1970. */
  readonly at: number;
  readonly by: Writer;
}

export type HazardVersionRow = Schema['hazard_version'];

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
export const lockChain = async (tx: Kysely<Schema>, mine: string): Promise<ChainEnd> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`hazard_version ${mine}`}, 0))`.execute(tx);
  const row = await tx
    .selectFrom('hazard_version')
    .select(['number', 'hash', 'written_at'])
    .where('mine', '=', mine)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? EMPTY;
};

/** The links that versions make of a chain: the one place where hashes are made. */
export const linkVersions = (
  mine: string,
  end: ChainEnd,
  versions: readonly NewVersion[],
): HazardVersionRow[] => {
  let { number, hash, written_at } = end;
  return versions.map(({ reason, hazard, at, by }) => {
    number++;
    // A clock that was set back must not bring a version before the one it follows.
    written_at = Math.max(written_at, Math.round(at));
    const writtenAt = new Date(written_at).toISOString();
    hash = linkHash(
      hash,
      { number, hazard: hazard.id, writtenAt, writtenBy: by, reason, content: hazard },
      sha256,
    );
    return {
      mine,
      number,
      hazard: hazard.id,
      written_at,
      written_by: by.account,
      writer_name: by.name,
      reason,
      content: canonicalJson(hazard),
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
): Promise<HazardVersionRow[]> => {
  const rows = linkVersions(mine, end, versions);
  for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT)
    await tx
      .insertInto('hazard_version')
      .values(rows.slice(i, i + ROWS_A_STATEMENT))
      .execute();
  return rows;
};
