import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import {
  type CountyLive,
  countyLiveSchema,
  type PeopleBelow,
} from '../../../domain/contracts/county-live.ts';
import { type Warning, warnedNow } from '../../../domain/county/warning-now.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import { countyApi, useMines } from '../county-files.ts';

/** Asked for so often: people come and go by the minute, and the gateway counts once a second. */
const EVERY_MS = 5_000;

type LiveCounts = Readonly<Record<string, PeopleBelow>>;

/** What stands of a mine's alarms. */
export interface LiveAlarms {
  /** null: the gateway has just started and does not know yet what stood before. */
  readonly standing: number | null;
  readonly unanswered: number | null;
  readonly sos: number | null;
  readonly warning: Warning;
}

interface Live {
  readonly of: string;
  readonly counts: LiveCounts;
  readonly alarms: Readonly<Record<string, LiveAlarms>>;
  /** Mines that are warned of; stays the same object while nothing of it changes. */
  readonly warnings: Readonly<Record<string, Warning>>;
}

const NOTHING_KNOWN: Live = { of: '', counts: {}, alarms: {}, warnings: {} };
const useCounts = create<Live>(() => NOTHING_KNOWN);

export const alarmsOf = ({ mines }: CountyLive): Live['alarms'] =>
  Object.fromEntries(
    mines.id.map((id, i) => [
      id,
      {
        standing: mines.standing[i]!,
        unanswered: mines.unanswered[i]!,
        sos: mines.sos[i]!,
        warning: mines.warning[i]!,
      },
    ]),
  );

const warningsOf = (alarms: Live['alarms'], before: Live['warnings']): Live['warnings'] => {
  const next = Object.fromEntries(
    Object.entries(alarms).flatMap(([id, { warning }]) => (warning === null ? [] : [[id, warning]])),
  );
  return JSON.stringify(next) === JSON.stringify(before) ? before : next;
};

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
        if (fetched.ok) {
          const alarms = alarmsOf(fetched.value);
          const warnings = warningsOf(alarms, useCounts.getState().warnings);
          useCounts.setState({ of: county, counts: countsOf(fetched.value), alarms, warnings });
        } else useCounts.setState({ ...NOTHING_KNOWN, of: county });
      }
      timer = setTimeout(again, EVERY_MS);
    };
    const again = () => ask().catch(() => {}); // only an abort rejects: the map is closed
    again();
    return () => {
      stop.abort();
      clearTimeout(timer);
      useCounts.setState(NOTHING_KNOWN);
    };
  }, [county]);
};

/** People of mines by the mine's id; one that is not there is not known. */
export const useLiveCounts = (): LiveCounts => useCounts(({ counts }) => counts);

/** Alarms of mines by the mine's id; one that is not there has no live side that is known. */
export const useLiveAlarms = (): Live['alarms'] => useCounts(({ alarms }) => alarms);

/** The register with what is warned of now; mines of a past day know no warning (domain/county/mine-on-day.ts). */
export const useMinesNow = (): ReturnType<typeof useMines> => {
  const mines = useMines();
  const warnings = useCounts((live) => live.warnings);
  return useMemo(
    () => (mines.status === 'open' ? { ...mines, value: [...warnedNow(mines.value, warnings)] } : mines),
    [mines, warnings],
  );
};
