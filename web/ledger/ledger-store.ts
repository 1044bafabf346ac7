import { useEffect } from 'react';
import { create } from 'zustand';
import type { HazardStatistics } from '../../domain/contracts/ledger-list.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { countyDay } from './county-day.ts';
import { type LedgerScope, ledgerRoutes } from './ledger-routes.ts';

/** A ledger that is open: what it holds on the whole. Its rows are read where they are in sight. */
export interface OpenLedger {
  readonly scope: LedgerScope;
  /** The past day that is shown; null: now. */
  readonly on: string | null;
  /** The shown day, YYYY-MM-DD. */
  readonly today: string;
  readonly statistics: HazardStatistics;
}

export type LedgerState =
  | { readonly status: 'loading' }
  | ({ readonly status: 'open' } & OpenLedger)
  | { readonly status: 'failed'; readonly failure: FetchFailure };

interface LedgerStore {
  readonly state: LedgerState;
  /** Counts the tries; a new number reads the ledger afresh. */
  readonly attempt: number;
}

export const useLedger = create<LedgerStore>(() => ({ state: { status: 'loading' }, attempt: 0 }));

/** Counts the tries of what belongs to the ledger: a new number reads it afresh. */
export const useLedgerAttempt = (): number => useLedger(({ attempt }) => attempt);

/** Keeps the store at the ledger of `scope` on a day, as long as the caller is on the screen. @param on null: now */
export const useLedgerOf = ({ of, id }: LedgerScope, on: string | null): LedgerState => {
  const attempt = useLedgerAttempt();
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
    if (!same) useLedger.setState({ state: { status: 'loading' } });
    ledgerRoutes.statistics(scope, on, 0, stop.signal).then(
      (fetched) =>
        useLedger.setState({
          state: fetched.ok
            ? { status: 'open', scope, on, today: on ?? countyDay(), statistics: fetched.value }
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
