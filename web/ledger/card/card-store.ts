import { useEffect } from 'react';
import { create } from 'zustand';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import type { HazardRef } from '../../shell/ledger-choice.ts';
import { ledgerRoutes } from '../ledger-routes.ts';
import { reloadLedger, useLedgerAttempt } from '../ledger-store.ts';

export type CardState =
  | { readonly status: 'loading' }
  /** Every version, oldest first. */
  | { readonly status: 'open'; readonly versions: readonly LedgerVersion[] }
  /** The ledger has no such hazard, or not for this reader: the two are answered alike. */
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

interface CardStore {
  readonly of: HazardRef | null;
  readonly state: CardState;
}

const useCard = create<CardStore>(() => ({ of: null, state: { status: 'loading' } }));

const isOf = (of: HazardRef | null, mine: string, hazard: string): boolean =>
  of?.mine === mine && of.hazard === hazard;

/** The whole of a hazard, read when its card is opened and whenever the ledger is read afresh. */
export const useCardOf = ({ mine, hazard }: HazardRef): CardState => {
  const attempt = useLedgerAttempt();
  useEffect(() => {
    const stop = new AbortController();
    const { of, state } = useCard.getState();
    const same = attempt > 0 && isOf(of, mine, hazard) && state.status === 'open';
    if (!same) useCard.setState({ of: { mine, hazard }, state: { status: 'loading' } });
    ledgerRoutes.versions(mine, hazard, stop.signal).then(
      (fetched) =>
        useCard.setState({
          state: fetched.ok
            ? { status: 'open', versions: fetched.value }
            : fetched.failure.kind === 'missing'
              ? { status: 'missing' }
              : { status: 'failed', failure: fetched.failure },
        }),
      () => {}, // only an abort rejects: another card is open
    );
    return () => stop.abort();
  }, [mine, hazard, attempt]);
  const { of, state } = useCard();
  // Until the effect has run the store is still of the card before.
  return isOf(of, mine, hazard) ? state : { status: 'loading' };
};

/** Shows a version that was just written, and reads the ledger afresh. */
export const takeVersion = (version: LedgerVersion): void => {
  const { mine, id } = version.hazard;
  useCard.setState(({ of, state }) => {
    const versions = isOf(of, mine, id) && state.status === 'open' ? state.versions : [];
    return { of: { mine, hazard: id }, state: { status: 'open', versions: [...versions, version] } };
  });
  reloadLedger();
};
