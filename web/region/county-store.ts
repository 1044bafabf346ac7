import { create } from 'zustand';
import { type CountyCatalog, countyCatalogSchema } from '../../domain/contracts/county.ts';
import type { CountySummary } from '../../domain/contracts/county-list.ts';
import type { CatalogTrouble } from '../shell/catalog-failure.tsx';
import { fetchJson } from '../shell/fetch-json.ts';

/** The open county: its catalog, and the address its files lie under (with a slash at the end). */
export interface OpenCounty {
  readonly catalog: CountyCatalog;
  readonly baseUrl: string;
}

export type CountyState =
  | { readonly status: 'loading' }
  | ({ readonly status: 'open' } & OpenCounty)
  | { readonly status: 'failed'; readonly failure: CatalogTrouble };

export const useCounty = create<CountyState>(() => ({ status: 'loading' }));

/**
 * Opens the county of the summary: its catalog, or why it cannot be had, comes into the store. Call the returned function to
 * give it up.
 */
export const openCounty = (county: CountySummary | null): (() => void) => {
  const stop = new AbortController();
  useCounty.setState({ status: 'loading' }, true);
  if (county?.broken !== undefined) {
    useCounty.setState({ status: 'failed', failure: { kind: 'broken', reason: county.broken } }, true);
  } else if (county) {
    const url = new URL(county.catalog, window.location.href);
    fetchJson(url.pathname, countyCatalogSchema, { signal: stop.signal }).then(
      (fetched) => {
        if (stop.signal.aborted) return;
        useCounty.setState(
          fetched.ok
            ? { status: 'open', catalog: fetched.value, baseUrl: new URL('.', url).href }
            : { status: 'failed', failure: fetched.failure },
          true,
        );
      },
      () => {}, // only an abort rejects: another county was opened meanwhile
    );
  }
  return () => stop.abort();
};

/** The open county, for what is only shown while one is. @throws Error where none is open */
export const useOpenCounty = (): OpenCounty => {
  const state = useCounty();
  if (state.status !== 'open') throw new Error('no county is open');
  return state;
};
