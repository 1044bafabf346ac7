import { useEffect, useState } from 'react';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { ledgerRoutes } from '../ledger-routes.ts';

export type VersionsState =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly versions: readonly LedgerVersion[] }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

/** Every version of a hazard, oldest first. */
export const useVersions = (mine: string, hazard: string): VersionsState => {
  const [state, setState] = useState<VersionsState>({ status: 'loading' });
  useEffect(() => {
    const stop = new AbortController();
    ledgerRoutes.versions(mine, hazard, stop.signal).then(
      (fetched) =>
        setState(
          fetched.ok
            ? { status: 'open', versions: fetched.value }
            : { status: 'failed', failure: fetched.failure },
        ),
      () => {}, // only an abort rejects: another card is open
    );
    return () => stop.abort();
  }, [mine, hazard]);
  return state;
};
