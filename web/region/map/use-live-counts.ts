import { useEffect } from 'react';
import { create } from 'zustand';
import {
  type CountyLive,
  countyLiveSchema,
  type PeopleBelow,
} from '../../../domain/contracts/county-live.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import { countyApi } from '../county-files.ts';

/** Asked for so often: people come and go by the minute, and the gateway counts once a second. */
const EVERY_MS = 5_000;

type LiveCounts = Readonly<Record<string, PeopleBelow>>;
const NOBODY_KNOWS: LiveCounts = {};

const useCounts = create<{ readonly of: string; readonly counts: LiveCounts }>(() => ({
  of: '',
  counts: NOBODY_KNOWS,
}));

export const countsOf = ({ mines }: CountyLive): LiveCounts =>
  Object.fromEntries(
    mines.id.map((id, i) => [
      id,
      {
        fresh: mines.fresh[i]!,
        stale: mines.stale[i]!,
        lost: mines.lost[i]!,
        unplaced: mines.unplaced[i]!,
        neverHeard: mines.neverHeard[i]!,
      },
    ]),
  );

/** Keeps the counts of a county fresh while the map is open. After a failure nothing is known: an old count is not shown as now. */
export const useKeepCounts = (county: string): void => {
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      if (!document.hidden) {
        const fetched = await fetchJson(`${countyApi(county)}/live`, countyLiveSchema, {
          signal: stop.signal,
        });
        if (stop.signal.aborted) return;
        useCounts.setState({ of: county, counts: fetched.ok ? countsOf(fetched.value) : NOBODY_KNOWS });
      }
      timer = setTimeout(again, EVERY_MS);
    };
    const again = () => ask().catch(() => {}); // only an abort rejects: the map is closed
    again();
    return () => {
      stop.abort();
      clearTimeout(timer);
      useCounts.setState({ of: '', counts: NOBODY_KNOWS });
    };
  }, [county]);
};

/** People of mines by the mine's id; one that is not there is not known. */
export const useLiveCounts = (): LiveCounts => useCounts(({ counts }) => counts);
