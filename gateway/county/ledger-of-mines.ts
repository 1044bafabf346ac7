import type { Account } from '../../domain/contracts/account.ts';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import { hazardSchema } from '../../domain/contracts/hazard.ts';
import { dayEnd } from '../../domain/county/day-end.ts';
import type { FoundOfMine, LedgerOfMine } from '../../domain/county-duties/facts-of-mine.ts';
import { standingOf } from '../../domain/hazards/hazard-standing.ts';
import type { LedgerContext } from '../ledger/ledger-context.ts';
import { lastVersions, versionRows } from '../ledger/store/read-ledger.ts';
import { StoreDown } from '../live/store/store-down.ts';

/** How each mine's ledger stands on a past day, or now (null); null: the ledger cannot be read now. */
export type LedgerOfMines = (
  account: Account,
  mines: readonly string[],
  before: string | null,
) => Promise<ReadonlyMap<string, NonNullable<FoundOfMine['ledger']>> | null>;

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

export const createLedgerOfMines = (as: LedgerContext['as']): LedgerOfMines => {
  const known = new Map<string, Counted>();
  const keyOf = (mine: string, number: number): string => `${mine} ${number}`;
  return async (account, mines, before) => {
    try {
      return await as(account, async (tx) => {
        const keys = await lastVersions(tx, mines, before === null ? null : dayEnd(before));
        if (known.size + keys.length > MOST_VERSIONS) known.clear();
        const unread = keys.filter(({ mine, number }) => !known.has(keyOf(mine, number)));
        for await (const rows of versionRows(tx, unread))
          for (const { mine, number, content } of rows)
            known.set(keyOf(mine, number), counted(hazardSchema.parse(JSON.parse(content))));
        const found = new Map<string, LedgerOfMine | 'none'>(mines.map((mine) => [mine, 'none']));
        for (const { mine, number } of keys) {
          const one = known.get(keyOf(mine, number))!;
          const last = found.get(mine);
          const sum = last && last !== 'none' ? last : { open: 0, withoutFiveFixed: 0, uncorroborated: 0 };
          found.set(mine, {
            open: sum.open + Number(one.open),
            withoutFiveFixed: sum.withoutFiveFixed + Number(one.lacksFixed),
            uncorroborated: sum.uncorroborated + Number(one.uncorroborated),
          });
        }
        return found;
      });
    } catch (error) {
      if (error instanceof StoreDown) return null;
      throw error;
    }
  };
};
