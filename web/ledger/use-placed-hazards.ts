import { useEffect, useState } from 'react';
import type { PlacedHazard } from '../../domain/contracts/ledger-list.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { useLedgerAttempt } from './ledger-store.ts';

const NONE: readonly PlacedHazard[] = [];

/**
 * Where a mine's hazards are on a day; none until it is known, and where it cannot be, which the ledger beside the scene says.
 * @param mine null: of none
 * @param on null: now
 */
export const usePlacedHazards = (mine: string | null, on: string | null): readonly PlacedHazard[] => {
  const attempt = useLedgerAttempt();
  const key = `${mine} ${on}`;
  const [state, setState] = useState({ key, attempt, hazards: NONE });
  useEffect(() => {
    if (mine === null) return;
    const stop = new AbortController();
    ledgerRoutes.places(mine, on, stop.signal).then(
      (fetched) => setState({ key, attempt, hazards: fetched.ok ? fetched.value : NONE }),
      () => {}, // only an abort rejects: another mine or day is shown
    );
    return () => stop.abort();
  }, [mine, on, key, attempt]);
  return state.key === key ? state.hazards : NONE;
};
