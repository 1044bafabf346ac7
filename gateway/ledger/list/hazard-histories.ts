import { type Kysely, sql } from 'kysely';
import type { HazardHistory } from '../../../domain/hazards/monthly-flow.ts';
import type { Schema } from '../../live/store/schema.ts';

/** Of a mine's chain, by number from 1: which hazard, when, and whether it was open then. Versions never change. */
interface MineVersions {
  readonly hazards: string[];
  readonly writtenAt: number[];
  readonly open: boolean[];
}

interface Row {
  readonly mine: string;
  readonly number: number;
  readonly hazard: string;
  readonly written_at: number;
  readonly open: boolean;
}

/** Versions known at most: some 100 MB. */
const MOST_VERSIONS = 3_000_000;

/**
 * In a version's canonical JSON, whose keys are in order, this stands where it is closed and nowhere else: within a text a quotation
 * mark is escaped. To let the database understand 150 000 versions for one word takes a second.
 */
export const CLOSED_WORD = ',"state":"closed","title":';

const historiesOf = function* ({ hazards, writtenAt, open }: MineVersions, length: number) {
  const byHazard = new Map<string, { writtenAt: number[]; open: boolean[] }>();
  for (let i = 0; i < length; i++) {
    const history = byHazard.get(hazards[i]!) ?? { writtenAt: [], open: [] };
    history.writtenAt.push(writtenAt[i]!);
    history.open.push(open[i]!);
    byHazard.set(hazards[i]!, history);
  }
  yield* byHazard.values();
};

/**
 * When hazards were open and when closed; kept in memory, a few bytes a version: after a write only what is new is read.
 * @returns asks up to which number the reader sees each mine's chain
 */
export const createHazardHistories = (): ((
  tx: Kysely<Schema>,
  lengths: ReadonlyMap<string, number>,
) => Promise<Iterable<HazardHistory>>) => {
  let kept = new Map<string, MineVersions>();
  let versions = 0;
  return async (tx, lengths) => {
    const unread = [...lengths].reduce(
      (sum, [mine, length]) => sum + Math.max(0, length - (kept.get(mine)?.hazards.length ?? 0)),
      0,
    );
    if (versions + unread > MOST_VERSIONS) {
      // Who reads meanwhile keeps what it has.
      kept = new Map();
      versions = 0;
    }
    const known = kept;
    const lengthOf = (mine: string): number => known.get(mine)?.hazards.length ?? 0;
    const mines = [...lengths].flatMap(([mine, length]) => (length > lengthOf(mine) ? [mine] : []));
    if (mines.length > 0) {
      const { rows } = await sql<Row>`
        SELECT v.mine, v.number, v.hazard, v.written_at, strpos(v.content, ${CLOSED_WORD}) = 0 AS open
        FROM unnest(${mines}::text[], ${mines.map(lengthOf)}::int[]) AS k(mine, after)
        JOIN hazard_version v ON v.mine = k.mine AND v.number > k.after ORDER BY v.mine, v.number`.execute(
        tx,
      );
      for (const { mine, number, hazard, written_at, open } of rows) {
        const of = known.get(mine) ?? { hazards: [], writtenAt: [], open: [] };
        known.set(mine, of);
        // Somebody else may have read it meanwhile.
        if (number !== of.hazards.length + 1) continue;
        of.hazards.push(hazard);
        of.writtenAt.push(written_at);
        of.open.push(open);
        if (known === kept) versions++;
      }
    }
    const seen = [...lengths].flatMap(([mine, length]) => {
      const of = known.get(mine);
      return of ? [{ of, length: Math.min(length, of.hazards.length) }] : [];
    });
    return (function* () {
      for (const { of, length } of seen) yield* historiesOf(of, length);
    })();
  };
};
