import { create } from 'zustand';
import { type CountySummary, countyListSchema } from '../../domain/contracts/county-list.ts';
import { type FetchFailure, fetchJson } from './fetch-json.ts';
import { setView, useView } from './view-store.ts';

export type CountyList =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly counties: readonly CountySummary[] }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

export const useCountyList = create<CountyList>(() => ({ status: 'loading' }));

/** The link names neither a mine nor a screen: it leaves open where to begin. */
export const isFreshPage = (search: string): boolean => {
  const query = new URLSearchParams(search);
  return !query.has('ws') && !query.has('mine');
};

/**
 * Reads the list of counties; where no link names one, the first that can be opened is opened.
 * @param o.isFirstScreen whoever sees a county is brought to it
 */
export const loadCountyList = async (
  { isFirstScreen }: { readonly isFirstScreen: boolean } = { isFirstScreen: false },
): Promise<void> => {
  useCountyList.setState({ status: 'loading' }, true);
  const fetched = await fetchJson('/api/counties', countyListSchema);
  if (!fetched.ok) {
    useCountyList.setState({ status: 'failed', failure: fetched.failure }, true);
    return;
  }
  const first = fetched.value.find(({ broken }) => broken === undefined) ?? fetched.value[0];
  if (useView.getState().county === null && first) setView({ county: first.id });
  if (isFirstScreen && first) setView({ workspace: 'region' });
  useCountyList.setState({ status: 'open', counties: fetched.value }, true);
};
