import { useEffect } from 'react';
import { create } from 'zustand';
import { type CountyDuties, countyDutiesSchema } from '../../../domain/contracts/county-duties-view.ts';
import { type FetchFailure, fetchJson } from '../../shell/fetch-json.ts';

export type DutiesState =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly view: CountyDuties; readonly refreshing: boolean }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

interface DutiesStore {
  readonly state: DutiesState;
  /** Counts the tries; a new number asks afresh. */
  readonly attempt: number;
}

export const useDutiesStore = create<DutiesStore>(() => ({ state: { status: 'loading' }, attempt: 0 }));

/** Keeps the duties of a county on a day, as long as the caller is on the screen. @param on null: today */
export const useDutiesOf = (county: string, on: string | null): DutiesState => {
  const attempt = useDutiesStore((store) => store.attempt);
  useEffect(() => {
    const stop = new AbortController();
    // What is on the screen stays until the answer has come, if it is of this county: a day more or less moves few cells.
    const { state } = useDutiesStore.getState();
    const stays = state.status === 'open' && state.view.county === county;
    useDutiesStore.setState({
      state: stays ? { ...state, refreshing: true } : { status: 'loading' },
    });
    const query = on === null ? '' : `?on=${on}`;
    fetchJson(`/api/counties/${encodeURIComponent(county)}/duties${query}`, countyDutiesSchema, {
      signal: stop.signal,
    }).then(
      (fetched) => {
        if (stop.signal.aborted || useDutiesStore.getState().attempt !== attempt) return;
        useDutiesStore.setState({
          state: fetched.ok
            ? { status: 'open', view: fetched.value, refreshing: false }
            : { status: 'failed', failure: fetched.failure },
        });
      },
      () => {}, // only an abort rejects: another county or day is shown
    );
    return () => stop.abort();
  }, [county, on, attempt]);
  return useDutiesStore(({ state }) => state);
};

export const reloadDuties = (): void => useDutiesStore.setState(({ attempt }) => ({ attempt: attempt + 1 }));
