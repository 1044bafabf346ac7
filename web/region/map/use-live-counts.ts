import type { TFunction } from 'i18next';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import {
  type CountyLive,
  countyLiveSchema,
  type PeopleBelow,
} from '../../../domain/contracts/county-live.ts';
import { COUNTY_ZONE } from '../../../domain/county/county-day.ts';
import { type Warning, warnedNow } from '../../../domain/county/warning-now.ts';
import { momentText } from '../../live/moment-text.ts';
import { realTimers } from '../../live/wire/timers.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import { countyApi, useMines } from '../county-files.ts';
import { keepLive } from './keep-live.ts';

type LiveCounts = Readonly<Record<string, PeopleBelow>>;

/** What stands of a mine's alarms. */
export interface LiveAlarms {
  /** null: the gateway has just started and does not know yet what stood before. */
  readonly standing: number | null;
  readonly unanswered: number | null;
  readonly sos: number | null;
  readonly warning: Warning;
}

/** By both clocks of the browser: one stands while the computer sleeps, the other may be set back. */
interface Told {
  readonly date: number;
  readonly monotonic: number;
}
const toldNow = (): Told => ({ date: Date.now(), monotonic: performance.now() });
export const ageSeconds = ({ date, monotonic }: Told): number =>
  Math.floor(Math.max(0, Date.now() - date, performance.now() - monotonic) / 1000);

interface Live {
  readonly of: string;
  /** `stale`: what is known is not of now any more. `none`: nothing is known, and nobody answers. */
  readonly status: 'asking' | 'now' | 'stale' | 'none';
  readonly toldAt: Told | null;
  /** ms by the gateway's clock. */
  readonly time: number | null;
  readonly counts: LiveCounts;
  readonly alarms: Readonly<Record<string, LiveAlarms>>;
  /** Mines that are warned of; stays the same object while nothing of it changes. */
  readonly warnings: Readonly<Record<string, Warning>>;
}

const NOTHING_KNOWN: Live = {
  ...{ of: '', status: 'asking', toldAt: null, time: null },
  ...{ counts: {}, alarms: {}, warnings: {} },
};
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

/**
 * Keeps the counts of a county fresh while the map is open. Where the gateway stops answering what it told last stays, as of when it
 * was told: who was below when the line broke is what is asked for then, and an alarm that stood has not cleared by that.
 */
export const useKeepCounts = (county: string): void => {
  useEffect(() => {
    const keeper = keepLive({
      ask: (signal) => fetchJson(`${countyApi(county)}/live`, countyLiveSchema, { signal }),
      isHidden: () => document.hidden,
      timers: realTimers,
      onAnswer: (live) => {
        const alarms = alarmsOf(live);
        const warnings = warningsOf(alarms, useCounts.getState().warnings);
        useCounts.setState({
          ...{ of: county, status: 'now', toldAt: toldNow(), time: live.time },
          ...{ counts: countsOf(live), alarms, warnings },
        });
      },
      onStale: () => {
        const { toldAt } = useCounts.getState();
        useCounts.setState({ of: county, status: toldAt === null ? 'none' : 'stale' });
      },
    });
    document.addEventListener('visibilitychange', keeper.askNow);
    return () => {
      document.removeEventListener('visibilitychange', keeper.askNow);
      keeper.stop();
      useCounts.setState(NOTHING_KNOWN);
    };
  }, [county]);
};

/** Whether what is known is of now, and since when it is known. */
export const useLiveState = (): Pick<Live, 'status' | 'toldAt'> =>
  useCounts(useShallow(({ status, toldAt }) => ({ status, toldAt })));

/** Adds to a text of the counts of when they are, where that is not now: `3 underground (as of 12:03)`. */
export const useAsOf = (): ((text: string | null, t: TFunction) => string | null) => {
  const asOf = useCounts(({ status, time }) =>
    status === 'stale' && time !== null ? momentText(time, COUNTY_ZONE).slice(11, 16) : null,
  );
  return useMemo(
    () => (text, t) => (text === null || asOf === null ? text : t('map.asOf', { text, at: asOf })),
    [asOf],
  );
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
