import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Account } from '../../../domain/contracts/account.ts';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import type { HazardRow } from '../../../domain/contracts/ledger-list.ts';
import { dayEnd } from '../../../domain/county/day-end.ts';
import type { PlacesFromMine } from '../../../domain/hazards/far-place.ts';
import { farOf, type HazardFacts, hazardFacts, hazardRow } from '../../../domain/hazards/hazard-row.ts';
import {
  compareRows,
  keepsRow,
  type LedgerQuery,
  type NameOfMine,
} from '../../../domain/hazards/ledger-query.ts';
import type { HazardHistory } from '../../../domain/hazards/monthly-flow.ts';
import { movedDeadline } from '../../../domain/hazards/moved-deadline.ts';
import { createKept, type Kept } from '../../county/kept.ts';
import type { LedgerContext } from '../ledger-context.ts';
import {
  chainLengths,
  deadlinesOf,
  lastVersions,
  type VersionKey,
  versionContents,
} from '../store/read-ledger.ts';
import { createHazardHistories } from './hazard-histories.ts';
import { createLastFacts, type LastFacts } from './last-facts.ts';
import { sortInTurns } from './sort-in-turns.ts';

/** The ledger of some mines on a day, as rows. */
export interface LedgerList {
  /** The same for the same mines, versions and day. */
  readonly revision: string;
  /** YYYY-MM-DD, the day its rows are of. */
  readonly day: string;
  readonly rows: readonly HazardRow[];
}

export interface ListOrder {
  readonly query: LedgerQuery;
  readonly lacking: boolean;
  readonly language: Language;
  readonly nameOfMine: NameOfMine;
  /** Changes with the names. */
  readonly names: string;
}

export interface ListAsked {
  readonly account: Account;
  readonly mines: readonly string[];
  /** The day that is shown; null: now. */
  readonly on: string | null;
  /** YYYY-MM-DD in the county. */
  readonly today: string;
}

export interface LedgerLists extends Pick<LastFacts, 'warm'> {
  open(asked: ListAsked): Promise<LedgerList>;
  /** When each hazard of these mines was open and when closed, until now. */
  histories(asked: Pick<ListAsked, 'account' | 'mines'>): Promise<Iterable<HazardHistory>>;
  /** Those of its rows that are asked for, in the order that is asked for. */
  ordered(list: LedgerList, order: ListOrder): Promise<readonly HazardRow[]>;
}

/** Some 10 MB each where a county has 50 000 hazards. */
const MOST_LISTS = 4;
/** Of one list, each an array of references into it: they go with the list, or a list for each write would stay in memory. */
const MOST_ORDERS = 24;
/** Rows made in one turn: some milliseconds. */
const ROWS_A_TURN = 1000;
/** Versions of past days whose facts are kept, besides those of now. */
const MOST_FACTS = 200_000;

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

/** Reads what is new of the ledger; what was read is listed, counted and sorted from memory. */
export const createLedgerLists = ({ as, grounds }: Pick<LedgerContext, 'as' | 'grounds'>): LedgerLists => {
  const histories = createHazardHistories();
  const lastFacts = createLastFacts();
  let keptFacts = new Map<string, HazardFacts>();
  const lists = createKept<Promise<LedgerList>>(MOST_LISTS);
  const orders = new WeakMap<LedgerList, Kept<Promise<readonly HazardRow[]>>>();
  const keyOf = ({ mine, number }: VersionKey): string => `${mine} ${number}`;

  const far = new WeakMap<HazardFacts, { readonly from: PlacesFromMine; readonly is: HazardRow['far'] }>();
  /** Facts are kept, and a mine that is known as before is held against them by the same function. */
  const farKept = (facts: HazardFacts, from: PlacesFromMine): HazardRow['far'] => {
    const known = far.get(facts);
    if (known?.from === from) return known.is;
    const is = farOf(facts, from);
    far.set(facts, { from, is });
    return is;
  };

  /** What failed is tried anew the next time. */
  const keeping = async <T>(kept: Pick<Kept<unknown>, 'drop'>, key: string, made: Promise<T>): Promise<T> => {
    try {
      return await made;
    } catch (error) {
      kept.drop(key);
      throw error;
    }
  };

  const readNow = (account: Account, lengths: ReadonlyMap<string, number>): Promise<readonly HazardFacts[]> =>
    as(account, (tx) => lastFacts.read(tx, lengths));

  const readDay = ({ account, mines }: ListAsked, on: string): Promise<readonly HazardFacts[]> =>
    as(account, async (tx) => {
      const keys = await lastVersions(tx, mines, dayEnd(on));
      const isUnknown = (key: VersionKey): boolean => !keptFacts.has(keyOf(key));
      // Who reads meanwhile keeps what it has.
      if (keptFacts.size + keys.filter(isUnknown).length > MOST_FACTS) keptFacts = new Map();
      const facts = keptFacts;
      const unknown = keys.filter((key) => !facts.has(keyOf(key)));
      const deadlines = new Map(unknown.map((key) => [keyOf(key), key.deadlines]));
      for await (const some of versionContents(tx, unknown))
        for (const row of some) {
          const of = {
            number: row.number,
            writtenAt: new Date(row.written_at).toISOString(),
            movedDeadline: movedDeadline(deadlinesOf(deadlines.get(keyOf(row)) ?? null)),
          };
          facts.set(keyOf(row), hazardFacts(JSON.parse(row.content) as Hazard, of));
        }
      return keys.map((key) => facts.get(keyOf(key))!);
    });

  return {
    open: async (asked) => {
      const { account, mines, on, today } = asked;
      const chains = await as(account, (tx) => chainLengths(tx, mines));
      const lengths = [...chains];
      // A past day never changes: what is written is written now.
      const isPast = on !== null && on < today;
      const day = on ?? today;
      const places = await grounds.placesOf(lengths.map(([mine]) => mine));
      const revision = hashOf([
        ...[day, on === null, isPast ? lengths.map(([mine]) => mine) : lengths],
        places.key,
      ]);
      const make = async (): Promise<LedgerList> => {
        const facts = await (on === null ? readNow(account, chains) : readDay(asked, on));
        const rows: HazardRow[] = [];
        for (const one of facts) {
          rows.push(hazardRow(one, day, farKept(one, places.of(one.mine))));
          if (rows.length % ROWS_A_TURN === 0) await setImmediate();
        }
        return { revision, day, rows };
      };
      const made = lists.get(revision, make);
      return keeping(lists, revision, made);
    },
    warm: lastFacts.warm,
    histories: ({ account, mines }) =>
      as(account, async (tx) => histories(tx, await chainLengths(tx, mines))),
    ordered: (list, { query, lacking, language, nameOfMine, names }) => {
      const key = hashOf([names, query, lacking, language]);
      const kept = orders.get(list) ?? createKept<Promise<readonly HazardRow[]>>(MOST_ORDERS);
      orders.set(list, kept);
      const make = async () =>
        sortInTurns(
          list.rows.filter(keepsRow(query, lacking, nameOfMine)),
          compareRows(query, nameOfMine, language),
          setImmediate,
        );
      return keeping(kept, key, kept.get(key, make));
    },
  };
};
