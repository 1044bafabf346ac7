import { useEffect, useState } from 'react';
import type { SpanFlow } from '../../../domain/contracts/ledger-list.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { ledgerRoutes } from '../ledger-routes.ts';
import type { OpenLedger } from '../ledger-store.ts';

export type MonthsState =
  | { readonly status: 'loading' }
  /** Oldest first. */
  | { readonly status: 'open'; readonly revision: string; readonly flows: readonly SpanFlow[] }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

/** What came into the ledger and went, month by month until the shown day. */
export const useMonths = ({ scope, on, statistics }: OpenLedger, months: number): MonthsState => {
  const [state, setState] = useState<MonthsState>({ status: 'loading' });
  const { of, id } = scope;
  const { revision } = statistics;
  useEffect(() => {
    const stop = new AbortController();
    ledgerRoutes.statistics({ of, id }, on, months, stop.signal).then(
      (fetched) =>
        setState(
          fetched.ok
            ? { status: 'open', revision, flows: fetched.value.flows }
            : { status: 'failed', failure: fetched.failure },
        ),
      () => {}, // only an abort rejects: another ledger or day is shown
    );
    return () => stop.abort();
  }, [of, id, on, months, revision]);
  return state;
};
