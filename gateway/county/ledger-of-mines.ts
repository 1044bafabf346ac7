import { sql } from 'kysely';
import type { Account } from '../../domain/contracts/account.ts';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import { dayEnd } from '../../domain/county/day-end.ts';
import type { HazardCounts, LedgerOfMine, SignedDays } from '../../domain/county-duties/facts-of-mine.ts';
import { standingOf } from '../../domain/hazards/hazard-standing.ts';
import { reusedReports } from '../../domain/major-hazards/survey-months.ts';
import type { LedgerContext } from '../ledger/ledger-context.ts';
import { lastVersions, type VersionKey, versionContents } from '../ledger/store/read-ledger.ts';
import type { ViewerDatabase } from '../live/store/as-viewer.ts';
import { StoreDown } from '../live/store/store-down.ts';

/** What was written of each mine by a past day, or until now (null); null: the ledger cannot be read now. */
export type LedgerOfMines = (
  account: Account,
  mines: readonly string[],
  on: string | null,
) => Promise<ReadonlyMap<string, LedgerOfMine> | null>;

/** What is counted of one version; a version never changes. */
interface Counted {
  readonly open: boolean;
  readonly lacksFixed: boolean;
  readonly uncorroborated: boolean;
}

const counted = (hazard: Hazard): Counted => {
  // Neither of the two depends on a day.
  const { missing, lacksCorroboration } = standingOf(hazard, hazard.found.on);
  const open = hazard.state !== 'closed';
  return { open, lacksFixed: open && missing.length > 0, uncorroborated: lacksCorroboration };
};

/** Versions kept counted: twice what a large county has. */
const MOST_VERSIONS = 100_000;

const NO_SURVEYS: SignedDays = { signed: null, unsigned: 0 };

/** The monthly surveys for major hazards, as each was last written; one counts whose own signed report was handed in. */
const surveysOf = async (
  tx: ViewerDatabase,
  mines: readonly string[],
  before: number,
): Promise<ReadonlyMap<string, SignedDays>> => {
  const { rows } = await sql<SurveyRow>`
    SELECT mine, number, substr(hazard, 8) AS month, content::json #>> '{survey,on}' AS on, content::json #>> '{survey,report}' AS report
    FROM (SELECT DISTINCT ON (mine, hazard) mine, hazard, number, content FROM major_version
      WHERE mine = ANY(${[...mines]}::text[]) AND written_at < ${before} AND hazard LIKE 'survey:%'
      ORDER BY mine, hazard, number DESC) AS last`.execute(tx);
  const surveys = new Map<string, SignedDays>();
  for (const [mine, of] of Map.groupBy(rows, (row) => row.mine)) {
    const reused = reusedReports(of);
    let sum = NO_SURVEYS;
    for (const { month, on, report } of of) {
      const isSigned = report !== null && !reused.has(month);
      // A survey answers for its month, however late it was made up for.
      const day = on.startsWith(month) ? on : `${month}-28`;
      const newest = sum.signed === null || day > sum.signed ? day : sum.signed;
      sum = isSigned ? { ...sum, signed: newest } : { ...sum, unsigned: sum.unsigned + 1 };
    }
    surveys.set(mine, sum);
  }
  return surveys;
};

interface SurveyRow {
  readonly mine: string;
  readonly number: number;
  readonly month: string;
  readonly on: string;
  readonly report: string | null;
}

export const createLedgerOfMines = (as: LedgerContext['as'], mostVersions = MOST_VERSIONS): LedgerOfMines => {
  let kept = new Map<string, Counted>();
  const keyOf = ({ mine, number }: VersionKey): string => `${mine} ${number}`;
  /** Counts what was not counted yet: of a county's fifty thousand hazards few are written anew. */
  const hazardsOf = async (
    tx: ViewerDatabase,
    mines: readonly string[],
    before: number | null,
  ): Promise<ReadonlyMap<string, HazardCounts>> => {
    const keys = await lastVersions(tx, mines, before);
    const isUnread = (key: VersionKey): boolean => !kept.has(keyOf(key));
    // A new map, never an emptied one: another reading may still be looking things up in it.
    if (kept.size + keys.filter(isUnread).length > mostVersions) kept = new Map();
    const known = kept;
    for await (const rows of versionContents(tx, keys.filter(isUnread)))
      for (const row of rows) known.set(keyOf(row), counted(JSON.parse(row.content) as Hazard));
    const found = new Map<string, HazardCounts>();
    for (const key of keys) {
      const one = known.get(keyOf(key))!;
      const sum = found.get(key.mine) ?? { open: 0, withoutFiveFixed: 0, uncorroborated: 0 };
      found.set(key.mine, {
        open: sum.open + Number(one.open),
        withoutFiveFixed: sum.withoutFiveFixed + Number(one.lacksFixed),
        uncorroborated: sum.uncorroborated + Number(one.uncorroborated),
      });
    }
    return found;
  };
  return async (account, mines, on) => {
    const before = on === null ? null : dayEnd(on);
    try {
      return await as(account, async (tx) => {
        const hazards = await hazardsOf(tx, mines, before);
        const surveys = await surveysOf(tx, mines, before ?? Number.MAX_SAFE_INTEGER);
        return new Map(
          mines.map((mine) => [
            mine,
            { hazards: hazards.get(mine) ?? null, surveys: surveys.get(mine) ?? NO_SURVEYS },
          ]),
        );
      });
    } catch (error) {
      if (error instanceof StoreDown) return null;
      throw error;
    }
  };
};
