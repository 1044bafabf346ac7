import { useEffect, useState } from 'react';
import { type DayView, flowBetween, monthEnds, type SpanFlow } from '../../../domain/hazards/monthly-flow.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { type LedgerScope, ledgerRoutes } from '../ledger-routes.ts';
import type { OpenLedger } from '../ledger-store.ts';
import { readLedger } from '../read-ledger.ts';

export interface FlowState {
  /** The months that have been read, oldest first. */
  readonly flows: readonly SpanFlow[];
  /** How many are wanted. */
  readonly months: number;
  readonly failure: FetchFailure | null;
}

const viewOf = (ledger: OpenLedger): DayView => ({
  day: ledger.today,
  versions: ledger.rows.map(({ version }) => version),
});

/**
 * Month by month what came and went, read from the newest back, so that the present is there first. One view of the ledger a month: they are
 * read one after another and not kept.
 */
export const useFlow = (ledger: OpenLedger, months: number): FlowState => {
  const [state, setState] = useState<FlowState>({ flows: [], months, failure: null });
  useEffect(() => {
    const stop = new AbortController();
    setState({ flows: [], months, failure: null });
    const read = async (scope: LedgerScope): Promise<void> => {
      let after = viewOf(ledger);
      for (const day of monthEnds(ledger.today, months).slice(0, -1).reverse()) {
        const fetched = await readLedger(ledgerRoutes.viewUrl(scope, day), day, stop.signal);
        if (!fetched.ok) {
          setState((now) => ({ ...now, failure: fetched.failure }));
          return;
        }
        const before: DayView = { day, versions: fetched.value.map(({ version }) => version) };
        const flow = flowBetween(before, after);
        setState((now) => ({ ...now, flows: [flow, ...now.flows] }));
        after = before;
      }
    };
    read(ledger.scope).catch(() => {}); // only an abort rejects: another ledger or day is shown
    return () => stop.abort();
  }, [ledger, months]);
  return state;
};
