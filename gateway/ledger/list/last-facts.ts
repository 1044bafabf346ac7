import { type Kysely, sql } from 'kysely';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { type HazardFacts, hazardFacts } from '../../../domain/hazards/hazard-row.ts';
import { type DeadlineTrail, deadlineAfter, NO_DEADLINE } from '../../../domain/hazards/moved-deadline.ts';
import type { Schema } from '../../live/store/schema.ts';
import { readAhead } from '../store/read-ahead.ts';
import { chainLengths, deadlinesOf, deadlinesUnlike, type VersionContent } from '../store/read-ledger.ts';

/** Of each hazard the facts of its last version, of all mines that anybody asked for; in memory, for as long as the gateway runs. */
export interface LastFacts {
  /**
   * In the order of mines and numbers. After a write only what is new is read.
   * @param lengths up to which number the reader sees each mine's chain; of a mine it sees nothing of, it is told nothing
   */
  read(tx: Kysely<Schema>, lengths: ReadonlyMap<string, number>): Promise<HazardFacts[]>;
  /** Reads all mines of the database, unless that is more than is kept. @param goOn asked now and then: false ends it */
  warm(db: Kysely<Schema>, goOn: () => boolean): Promise<void>;
}

interface MineFacts {
  length: number;
  /** By hazard, in the order of numbers. */
  readonly last: Map<string, HazardFacts>;
}

/** Of a county of 2 000 mines, 50 000: some 35 MB. */
const MOST_FACTS = 200_000;
/** Versions looked through in one statement; of each hazard one of them is read. Others wait for some milliseconds at most. */
const VERSIONS_A_TIME = 3_000;

/** What is not read yet of a mine's chain. */
interface Unread {
  readonly mine: string;
  readonly after: number;
  readonly upTo: number;
}

/** Mines side by side, of together so many unread versions. */
const batches = function* (unread: readonly Unread[]) {
  let some: Unread[] = [];
  let versions = 0;
  for (const one of unread) {
    some.push(one);
    versions += one.upTo - one.after;
    if (versions < VERSIONS_A_TIME) continue;
    yield some;
    [some, versions] = [[], 0];
  }
  if (some.length > 0) yield some;
};

/** A last version, and the deadlines of what is new of its hazard where they are not all alike. */
interface NewVersions extends VersionContent {
  readonly deadlines: string | null;
}

/** What is new of some mines: of each hazard the last version only. */
const readNew = async (db: Kysely<Schema>, some: readonly Unread[]): Promise<readonly NewVersions[]> => {
  const within = sql`d.number > k.after AND d.number <= k.up_to`;
  const { rows } = await sql<NewVersions>`
    SELECT v.mine, v.number, v.hazard, v.written_at, v.content, l.deadlines
    FROM unnest(${some.map(({ mine }) => mine)}::text[], ${some.map(({ after }) => after)}::int[],
      ${some.map(({ upTo }) => upTo)}::int[]) AS k(mine, after, up_to)
    CROSS JOIN LATERAL (
      SELECT max(v.number) AS number, ${deadlinesUnlike('hazard_version', within)} AS deadlines
      FROM hazard_version v WHERE v.mine = k.mine AND v.number > k.after AND v.number <= k.up_to
      GROUP BY v.mine, v.hazard
    ) l
    JOIN hazard_version v ON v.mine = k.mine AND v.number = l.number
    ORDER BY v.mine, v.number`.execute(db);
  return rows;
};

export const createLastFacts = (): LastFacts => {
  let kept = new Map<string, MineFacts>();
  let count = 0;

  const take = (known: Map<string, MineFacts>, rows: readonly NewVersions[]): void => {
    const lengths = new Map<string, number>();
    for (const { mine, number, hazard, written_at, content, deadlines } of rows) {
      const of = known.get(mine) ?? { length: 0, last: new Map() };
      known.set(mine, of);
      const told = lengths.get(mine) ?? of.length;
      lengths.set(mine, told);
      // Somebody else may have read it meanwhile. The last of the chain is the last of its hazard: it is among the rows.
      if (number <= of.length) continue;
      of.length = number;
      const before: DeadlineTrail = of.last.get(hazard) ?? NO_DEADLINE;
      const isNew = !of.last.delete(hazard);
      const version = JSON.parse(content) as Hazard;
      // What somebody else read meanwhile is in `before` already.
      const newer = deadlines === null ? [version.fiveFixed.deadline] : deadlinesOf(deadlines, told);
      const { movedDeadline } = newer.reduce(deadlineAfter, before);
      const writtenAt = new Date(written_at).toISOString();
      of.last.set(hazard, hazardFacts(version, { number, writtenAt, movedDeadline }));
      if (isNew && known === kept) count++;
    }
  };

  const readInto = async (
    known: Map<string, MineFacts>,
    db: Kysely<Schema>,
    lengths: ReadonlyMap<string, number>,
    goOn: () => boolean,
  ): Promise<void> => {
    const unread = [...lengths].flatMap(([mine, length]) => {
      const after = known.get(mine)?.length ?? 0;
      return length > after ? [{ mine, after, upTo: length }] : [];
    });
    for await (const rows of readAhead(batches(unread), (some) => readNew(db, some))) {
      take(known, rows);
      if (!goOn()) return;
    }
  };

  return {
    read: async (tx, lengths) => {
      // Who reads meanwhile keeps what it has.
      if (count > MOST_FACTS) [kept, count] = [new Map(), 0];
      const known = kept;
      await readInto(known, tx, lengths, () => true);
      return [...lengths].flatMap(([mine, length]) =>
        length > 0 ? [...(known.get(mine)?.last.values() ?? [])] : [],
      );
    },
    warm: async (db, goOn) => {
      const { rows } = await sql<{ mine: string }>`SELECT mine FROM mine_place ORDER BY mine`.execute(db);
      const lengths = await chainLengths(
        db,
        rows.map(({ mine }) => mine),
      );
      await readInto(kept, db, lengths, () => goOn() && count < MOST_FACTS);
    },
  };
};
