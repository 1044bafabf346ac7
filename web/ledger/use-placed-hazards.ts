import { useEffect, useState } from 'react';
import type { PlacedHazard } from '../../domain/contracts/ledger-list.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { useLedgerAttempt } from './ledger-store.ts';

export interface PlacedState {
  readonly status: 'loading' | 'open' | 'failed';
  /** None until they are known. */
  readonly hazards: readonly PlacedHazard[];
  readonly failure: FetchFailure | null;
}

const LOADING: PlacedState = { status: 'loading', hazards: [], failure: null };

/**
 * All hazards of a mine on a day, with their whole places.
 * @param mine null: of none
 * @param on null: now
 */
export const usePlacedHazards = (mine: string | null, on: string | null): PlacedState => {
  const attempt = useLedgerAttempt();
  const key = `${mine} ${on}`;
  const [kept, setKept] = useState({ key, attempt, state: LOADING });
  useEffect(() => {
    if (mine === null) return;
    const stop = new AbortController();
    ledgerRoutes.places(mine, on, stop.signal).then(
      (fetched) =>
        setKept({
          ...{ key, attempt },
          state: fetched.ok
            ? { status: 'open', hazards: fetched.value, failure: null }
            : { status: 'failed', hazards: [], failure: fetched.failure },
        }),
      () => {}, // only an abort rejects: another mine or day is shown
    );
    return () => stop.abort();
  }, [mine, on, key, attempt]);
  return kept.key === key ? kept.state : LOADING;
};
