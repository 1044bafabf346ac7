import { useMemo } from 'react';
import type { LiveSetup, SetupDevice } from '../../../../domain/contracts/live/setup.ts';
import type { Trend } from '../../../../domain/contracts/live/trend.ts';
import {
  type DisplacementSeries,
  displacementSeries,
  fixOf,
  SLOPE_FIX_METRICS,
} from '../../../../domain/slopes/displacement-series.ts';
import { type StationMotion, stationMotion } from '../../../../domain/slopes/station-motion.ts';
import type { FetchFailure } from '../../../shell/fetch-json.ts';
import { useLive } from '../../live-store.ts';
import { roundedSpan, type TrendAnswers, trendName, useTrends } from '../../trend/use-trend.ts';

const DAY_MS = 86_400_000;
/** The forecast looks at up to some hundred fixes; hours of two months are enough of them. */
const LONG = { spanMs: 60 * DAY_MS, points: 1_500 } as const;
/** The newest day in finer means: a station that has just begun to report has no hours yet. */
const RECENT = { spanMs: DAY_MS, points: 300 } as const;

export interface Station {
  readonly device: SetupDevice;
  readonly series: DisplacementSeries;
  /** A radar point: one axis, along its line of sight. */
  readonly lineOfSight: boolean;
  readonly motion: StationMotion;
}

export interface Stations {
  readonly status: 'loading' | 'open' | 'failed';
  readonly stations: readonly Station[];
  readonly failure: FetchFailure | null;
}

/** mm since the first fix, from means of the axes or, where there are none, of the line of sight. */
export function seriesOf(trend: Trend): { series: DisplacementSeries; lineOfSight: boolean } {
  const [e, n, u, los] = trend.values;
  const zero = (trend.first && fixOf(trend.first)) ?? undefined;
  const plan = trend.time.flatMap((at, i) => {
    const [east, north, up] = [e?.[i], n?.[i], u?.[i]];
    return typeof east === 'number' && typeof north === 'number' && typeof up === 'number'
      ? [{ at, east, north, up }]
      : [];
  });
  if (plan.length > 0) return { series: { ...displacementSeries(plan), zero }, lineOfSight: false };
  const sight = trend.time.flatMap((at, i) => {
    const along = los?.[i];
    return typeof along === 'number' ? [{ at, east: along, north: 0, up: 0 }] : [];
  });
  return { series: { ...displacementSeries(sight), zero }, lineOfSight: sight.length > 0 };
}

/** Rain and crack gauges are of kind slope too; a station is what some slope names as one. */
const stationDevices = (setup: LiveSetup): SetupDevice[] => {
  const named = new Set(setup.slopes.flatMap(({ stations }) => stations));
  return setup.devices.filter(({ id, kind }) => kind === 'slope' && named.has(id));
};

/** The finer means from where they begin, the coarser before. */
export const joinTrends = (long: Trend, recent: Trend): Trend => {
  const from = recent.time[0] ?? Number.POSITIVE_INFINITY;
  const kept = long.time.filter((time) => time < from).length;
  return {
    ...long,
    time: [...long.time.slice(0, kept), ...recent.time],
    values: long.values.map((column, i) => [...column.slice(0, kept), ...(recent.values[i] ?? [])]),
  };
};

const stationsOf = (
  setup: LiveSetup | null,
  long: TrendAnswers,
  recent: TrendAnswers,
  now: number,
): Stations => {
  const devices = setup ? stationDevices(setup) : [];
  const stations: Station[] = [];
  let failure: FetchFailure | null = null;
  for (const device of devices) {
    const name = trendName({ mine: setup!.mine, device: device.id, metrics: SLOPE_FIX_METRICS });
    const [old, fresh] = [long.get(name), recent.get(name)];
    if (old?.status === 'failed') failure = old.failure;
    if (fresh?.status === 'failed') failure = fresh.failure;
    if (old?.status !== 'open' || fresh?.status !== 'open') continue;
    const { series, lineOfSight } = seriesOf(joinTrends(old.trend, fresh.trend));
    stations.push({ device, series, lineOfSight, motion: stationMotion(series, now) });
  }
  return {
    status: failure ? 'failed' : stations.length < devices.length ? 'loading' : 'open',
    stations,
    failure,
  };
};

/** Every slope station of the open mine with what it says at the moment shown. */
export function useStations(): Stations {
  const setup = useLive((state) => state.setup);
  const now = useLive((state) => state.now);
  const asked = ({ spanMs, points }: { spanMs: number; points: number }) =>
    setup && now !== null
      ? stationDevices(setup).map(({ id }) => ({
          mine: setup.mine,
          device: id,
          metrics: SLOPE_FIX_METRICS,
          ...roundedSpan(now - spanMs, now, points),
        }))
      : [];
  const long = useTrends(asked(LONG));
  const recent = useTrends(asked(RECENT));
  // Worked out anew with new answers, not with every picture: only then is there anything new.
  const to = now === null ? 0 : roundedSpan(now - RECENT.spanMs, now, RECENT.points).to;
  return useMemo(() => stationsOf(setup, long, recent, to), [setup, long, recent, to]);
}
