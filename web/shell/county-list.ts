import { create } from 'zustand';
import { type CountySummary, countyListSchema } from '../../domain/contracts/county-list.ts';
import { type FetchFailure, fetchJson } from './fetch-json.ts';
import { setView, useView } from './view-store.ts';

export type CountyList =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly counties: readonly CountySummary[] }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

export const useCountyList = create<CountyList>(() => ({ status: 'loading' }));

/** Reads the list of counties; where no link names one, the first that can be opened is opened. */
export const loadCountyList = async (): Promise<void> => {
  useCountyList.setState({ status: 'loading' }, true);
  const fetched = await fetchJson('/api/counties', countyListSchema);
  if (!fetched.ok) {
    useCountyList.setState({ status: 'failed', failure: fetched.failure }, true);
    return;
  }
  const first = fetched.value.find(({ broken }) => broken === undefined) ?? fetched.value[0];
  if (useView.getState().county === null && first) setView({ county: first.id });
  useCountyList.setState({ status: 'open', counties: fetched.value }, true);
};
