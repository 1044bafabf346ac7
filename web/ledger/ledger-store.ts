import { useEffect } from 'react';
import { create } from 'zustand';
import type { LedgerVersion } from '../../domain/contracts/ledger.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { countyDay } from './county-day.ts';
import { type LedgerScope, ledgerRoutes } from './ledger-routes.ts';
import { type LedgerRow, rowOf } from './ledger-row.ts';
import { readLedger } from './read-ledger.ts';

export interface OpenLedger {
  readonly scope: LedgerScope;
  /** The past day that is shown; null: now. */
  readonly on: string | null;
  /** The shown day, YYYY-MM-DD. */
  readonly today: string;
  readonly rows: readonly LedgerRow[];
}

export type LedgerState =
  | { readonly status: 'loading'; readonly read: number; readonly all: number | null }
  | ({ readonly status: 'open' } & OpenLedger)
  | { readonly status: 'failed'; readonly failure: FetchFailure };

interface LedgerStore {
  readonly state: LedgerState;
  /** Counts the tries; a new number reads the ledger afresh. */
  readonly attempt: number;
}

const NOTHING_READ: LedgerState = { status: 'loading', read: 0, all: null };

export const useLedger = create<LedgerStore>(() => ({ state: NOTHING_READ, attempt: 0 }));

/** Keeps the store at the ledger of `scope` on a day, as long as the caller is on the screen. @param on null: now */
export const useLedgerOf = ({ of, id }: LedgerScope, on: string | null): LedgerState => {
  const attempt = useLedger((store) => store.attempt);
  useEffect(() => {
    const stop = new AbortController();
    const scope = { of, id };
    // Another try of the same ledger keeps what is on the screen until the answer has come.
    const { state } = useLedger.getState();
    const same =
      attempt > 0 &&
      state.status === 'open' &&
      state.scope.of === of &&
      state.scope.id === id &&
      state.on === on;
    if (!same) useLedger.setState({ state: NOTHING_READ });
    const today = on ?? countyDay();
    readLedger(ledgerRoutes.viewUrl(scope, on), today, stop.signal, (read, all) => {
      if (useLedger.getState().state.status === 'loading')
        useLedger.setState({ state: { status: 'loading', read, all } });
    }).then(
      (fetched) =>
        useLedger.setState({
          state: fetched.ok
            ? { status: 'open', scope, on, today, rows: fetched.value }
            : { status: 'failed', failure: fetched.failure },
        }),
      () => {}, // only an abort rejects: another ledger or day is shown
    );
    return () => stop.abort();
  }, [of, id, on, attempt]);
  return useLedger((store) => store.state);
};

/** Reads the ledger that is shown afresh. */
export const reloadLedger = (): void => useLedger.setState(({ attempt }) => ({ attempt: attempt + 1 }));

/** Puts a version that was just written into the list. Where a past day is shown it is not in it. */
export const takeVersion = (version: LedgerVersion): void => {
  const { state } = useLedger.getState();
  if (state.status !== 'open' || state.on !== null) return;
  const row = rowOf(version, state.today);
  const known = state.rows.some(({ key }) => key === row.key);
  const rows = known ? state.rows.map((one) => (one.key === row.key ? row : one)) : [...state.rows, row];
  useLedger.setState({ state: { ...state, rows } });
};

/** Ids of the mine's hazards that the list knows of. */
export const takenIds = (mine: string): ReadonlySet<string> => {
  const { state } = useLedger.getState();
  const rows = state.status === 'open' ? state.rows : [];
  return new Set(
    rows.filter(({ version }) => version.hazard.mine === mine).map(({ version }) => version.hazard.id),
  );
};
