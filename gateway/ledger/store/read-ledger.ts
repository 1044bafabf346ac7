import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type LedgerVersion, ledgerVersionSchema } from '../../../domain/contracts/ledger.ts';
import type { ChainedEntry } from '../../../domain/hazards/ledger-chain.ts';
import type { Schema } from '../../live/store/schema.ts';
import type { ChainTable, VersionRow } from './ledger-tables.ts';
import { readAhead } from './read-ahead.ts';

/** Of a hazard the last version that is asked for, and how its deadline went up to it. */
export interface LastVersion extends VersionKey {
  readonly deadlines: string | null;
}

/** A version by its place: what is in it never changes, so it can be kept in memory under it. */
export interface VersionKey {
  readonly mine: string;
  readonly number: number;
}

const ROWS_A_TIME = 2_000;
const CONTENT = ['mine', 'number', 'hazard', 'written_at', 'content'] as const;

/**
 * The deadlines of the versions of each group with their numbers, the oldest first ("1:2026-06-30,4:" where version 4 gives none); null where
 * all are alike, as most are: then nothing was moved, and nothing more is read of them.
 * @param within what makes the same versions of `v` in a table that is called `d`
 */
export const deadlinesUnlike = (table: ChainTable, within: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`CASE WHEN min(v.deadline) <> max(v.deadline) THEN (
    SELECT string_agg(d.number || ':' || d.deadline, ',' ORDER BY d.number) FROM ${sql.table(table)} d
    WHERE d.mine = v.mine AND d.hazard = v.hazard AND ${within}) END`;

/** The same as a list. @param after only of versions with higher numbers */
export const deadlinesOf = (joined: string | null, after = 0): (string | null)[] =>
  joined === null
    ? []
    : joined.split(',').flatMap((one) => {
        const [number, deadline] = one.split(':') as [string, string];
        return Number(number) > after ? [deadline || null] : [];
      });

/**
 * Of each hazard the last version that was written before a moment; without one, the last of all. In the order of mines and
 * numbers.
 * @param mines of these only
 * @param before ms since 1970
 */
export const lastVersions = async (
  db: Kysely<Schema>,
  mines: readonly string[],
  before: number | null,
  table: ChainTable = 'hazard_version',
): Promise<LastVersion[]> => {
  const until = before ?? Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<LastVersion>`
    SELECT v.mine, max(v.number) AS number, ${deadlinesUnlike(table, sql`d.written_at < ${until}`)} AS deadlines
    FROM ${sql.table(table)} v
    WHERE v.mine = ANY(${[...mines]}::text[]) AND v.written_at < ${until}
    GROUP BY v.mine, v.hazard ORDER BY 1, 2`.execute(db);
  return rows;
};

/** What a version says, without who wrote it and its hash: half the work to read. */
export type VersionContent = Pick<VersionRow, 'mine' | 'number' | 'hazard' | 'written_at' | 'content'>;

const rowsOf = <T>(
  db: Kysely<Schema>,
  keys: readonly VersionKey[],
  table: ChainTable,
  columns: readonly string[],
): AsyncGenerator<T[]> => {
  const batches = function* () {
    for (let i = 0; i < keys.length; i += ROWS_A_TIME) yield keys.slice(i, i + ROWS_A_TIME);
  };
  return readAhead(batches(), async (some) => {
    const { rows } = await sql<T>`
      SELECT ${sql.join(columns.map((one) => sql.ref(`v.${one}`)))}
      FROM unnest(${some.map(({ mine }) => mine)}::text[], ${some.map(({ number }) => number)}::int[])
        WITH ORDINALITY AS k(mine, number, place)
      JOIN ${sql.table(table)} v USING (mine, number) ORDER BY k.place`.execute(db);
    return rows;
  });
};

/** The rows of versions in the order of the keys, some thousand a time: a county's ledger need not be in memory at once. */
export const versionRows = (
  db: Kysely<Schema>,
  keys: readonly VersionKey[],
  table: ChainTable = 'hazard_version',
): AsyncGenerator<VersionRow[]> =>
  rowsOf(db, keys, table, [...CONTENT, 'written_by', 'writer_name', 'reason', 'hash']);

/** The same, of what they say only. */
export const versionContents = (
  db: Kysely<Schema>,
  keys: readonly VersionKey[],
): AsyncGenerator<VersionContent[]> => rowsOf(db, keys, 'hazard_version', CONTENT);

/** A version as it goes over HTTP, as text: the hazard is stored as the JSON it is sent as. */
export const versionJson = (row: VersionRow): string => {
  const { number, written_at, written_by, writer_name, reason, hash, content } = row;
  const head = JSON.stringify({
    number,
    writtenAt: new Date(written_at).toISOString(),
    writtenBy: { account: written_by, name: writer_name },
    reason,
    hash,
  });
  return `${head.slice(0, -1)},"hazard":${content}}`;
};

export const versionOf = (row: VersionRow): LedgerVersion =>
  ledgerVersionSchema.parse(JSON.parse(versionJson(row)));

/** All versions of a hazard, oldest first; null: the mine has no such hazard. */
export const versionsOfHazard = async (
  db: Kysely<Schema>,
  mine: string,
  hazard: string,
  table: ChainTable = 'hazard_version',
): Promise<VersionRow[] | null> => {
  const rows = await db
    .selectFrom(table)
    .selectAll()
    .where('mine', '=', mine)
    .where('hazard', '=', hazard)
    .orderBy('number')
    .execute();
  return rows.length > 0 ? rows : null;
};

export const lastVersion = async (
  db: Kysely<Schema>,
  mine: string,
  hazard: string,
  table: ChainTable = 'hazard_version',
): Promise<VersionRow | null> => {
  const row = await db
    .selectFrom(table)
    .selectAll()
    .where('mine', '=', mine)
    .where('hazard', '=', hazard)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
};

/** Up to which number each mine has versions. Chains have no gaps: equal numbers are equal ledgers. */
export const chainLengths = async (
  db: Kysely<Schema>,
  mines: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ mine: string; number: number }>`
    SELECT m AS mine, (SELECT max(number) FROM hazard_version WHERE mine = m) AS number
    FROM unnest(${[...mines]}::text[]) m`.execute(db);
  return new Map(rows.map(({ mine, number }) => [mine, number ?? 0]));
};

export const entryOf = (row: VersionRow): ChainedEntry => ({
  number: row.number,
  hazard: row.hazard,
  writtenAt: new Date(row.written_at).toISOString(),
  writtenBy: { account: row.written_by, name: row.writer_name },
  reason: row.reason,
  content: JSON.parse(row.content),
  hash: row.hash,
});
