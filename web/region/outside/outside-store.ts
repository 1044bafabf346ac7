import { useEffect } from 'react';
import { create } from 'zustand';
import { type MinesOutside, minesOutsideSchema } from '../../../domain/contracts/mines-outside.ts';
import { useLedgerAttempt } from '../../ledger/ledger-store.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import { useView } from '../../shell/view-store.ts';
import { countyApi } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';

export type OutsideOne = MinesOutside['mines'][number];

export type OutsideState =
  | { readonly status: 'loading' | 'failed' }
  | { readonly status: 'open'; readonly ledger: boolean; readonly mines: readonly OutsideOne[] };

const LOADING: OutsideState = { status: 'loading' };
const useStore = create<{ readonly of: string; readonly state: OutsideState }>(() => ({
  ...{ of: '', state: LOADING },
}));
let stop = new AbortController();

/** Asked for once for all who show it. */
const load = (of: string, county: string, day: string | null): void => {
  if (useStore.getState().of === of) return;
  stop.abort();
  stop = new AbortController();
  const { signal } = stop;
  useStore.setState({ of, state: LOADING });
  const on = day === null ? '' : `?on=${day}`;
  fetchJson(`${countyApi(county)}/mines-outside${on}`, minesOutsideSchema, { signal }).then(
    (fetched) => {
      if (signal.aborted) return;
      const state: OutsideState = fetched.ok
        ? { status: 'open', ledger: fetched.value.ledger, mines: fetched.value.mines }
        : { status: 'failed' };
      useStore.setState({ of, state });
    },
    () => {}, // only an abort rejects: another day or county is shown
  );
};

/** The mines of the open county that its register does not list, with their hazards of the day shown; read anew after each write. */
export const useOutside = (): OutsideState => {
  const { county, revision } = useOpenCounty().catalog;
  const day = useView((state) => state.day);
  const attempt = useLedgerAttempt();
  const of = JSON.stringify([county, revision, day, attempt]);
  useEffect(() => load(of, county, day), [of, county, day]);
  return useStore((store) => (store.of === of ? store.state : LOADING));
};

const NONE: readonly OutsideOne[] = [];

/** The same where it is enough to know those that are known. */
export const useOutsideMines = (): readonly OutsideOne[] => {
  const state = useOutside();
  return state.status === 'open' ? state.mines : NONE;
};
