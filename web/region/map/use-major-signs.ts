import { useEffect } from 'react';
import { create } from 'zustand';
import { type MajorSign, majorSignsSchema } from '../../../domain/contracts/major-signs.ts';
import { useLedgerAttempt } from '../../ledger/ledger-store.ts';
import { useMajor } from '../../ledger/major/major-store.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import { useView } from '../../shell/view-store.ts';
import { countyApi } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';

export type MajorSignsState =
  | { readonly status: 'loading' | 'failed' }
  | { readonly status: 'open'; readonly majors: readonly MajorSign[] };

const LOADING: MajorSignsState = { status: 'loading' };
/** Two days stand side by side, and the way back from a write is short. */
const MOST_KEPT = 4;

/** Asked for once, by whoever first needs it: the legend, the scene and the cards show the same. */
const useSigns = create<{ readonly read: ReadonlyMap<string, MajorSignsState> }>(() => ({ read: new Map() }));
const keep = (wanted: string, state: MajorSignsState): void =>
  useSigns.setState(({ read }) => ({
    read: new Map([...[...read].filter(([key]) => key !== wanted).slice(1 - MOST_KEPT), [wanted, state]]),
  }));

const load = (wanted: string, county: string, day: string | null): void => {
  const known = useSigns.getState().read.get(wanted);
  if (known && known.status !== 'failed') return;
  keep(wanted, LOADING);
  const on = day === null ? '' : `?on=${day}`;
  void fetchJson(`${countyApi(county)}/major-signs${on}`, majorSignsSchema).then((fetched) =>
    keep(wanted, fetched.ok ? { status: 'open', majors: fetched.value.majors } : { status: 'failed' }),
  );
};

/** Major hazards that are not done with on a day, placed or not; read anew after each write. */
export const useMajorSignsOn = (day: string | null, isWanted: boolean): MajorSignsState => {
  const { county } = useOpenCounty().catalog;
  const attempt = useMajor((store) => store.attempt);
  const hidden = useLedgerAttempt();
  const wanted = `${county} ${day} ${attempt} ${hidden}`;
  useEffect(() => {
    if (isWanted) load(wanted, county, day);
  }, [isWanted, wanted, county, day]);
  return useSigns(({ read }) => read.get(wanted) ?? LOADING);
};

/** Those of the day shown. */
export const useMajorSigns = (): MajorSignsState =>
  useMajorSignsOn(
    useView((state) => state.day),
    true,
  );
