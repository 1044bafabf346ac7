import type { WarningLevel } from '../contracts/live/alarm.ts';
import { WARNING_LEVELS } from '../contracts/live/alarm.ts';
import type { Threshold } from '../contracts/live/live-manifest.ts';
import { passes } from '../rules/reading-threshold.ts';
import {
  between,
  type DisplacementSeries,
  type DisplacementVector,
  totalDisplacement,
} from './displacement-series.ts';
import { type FailureForecast, type ForecastRefusal, forecastFailure } from './failure-forecast.ts';
import { accelerationOf, type Motion, motionOf, type Rate } from './motion.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The shortest of these that holds enough fixes: a station read once a day has no speed of the last 24 hours. */
const SPEED_WINDOWS_MS = [DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 14 * DAY_MS] as const;
const HOUR_WINDOW_MS = 3 * HOUR_MS;

/** What one station says about its slope at one moment. What cannot be said is null. */
export interface StationMotion {
  readonly lastFixAt: number | null;
  readonly total: DisplacementVector | null;
  /** Over `speedWindowMs`, which is at least a day. */
  readonly speed: Motion | null;
  readonly speedWindowMs: number | null;
  /** Over the last three hours, for stations that report often. */
  readonly hourly: Motion | null;
  readonly acceleration: Rate | null;
  readonly forecast: FailureForecast | ForecastRefusal;
}

/** Ten minutes of fixes have a slope, but it is no speed of a day: they must span half the window at least. */
const motionWithin = (series: DisplacementSeries, window: number, now: number): Motion | null => {
  const motion = motionOf(between(series, now - window, now));
  return motion && motion.to - motion.from >= window / 2 ? motion : null;
};

/** @param now ms: later fixes are not looked at */
export function stationMotion(whole: DisplacementSeries, now: number): StationMotion {
  const series = between(whole, Number.NEGATIVE_INFINITY, now);
  const speedWindowMs = SPEED_WINDOWS_MS.find((window) => motionWithin(series, window, now)) ?? null;
  return {
    lastFixAt: series.time.at(-1) ?? null,
    total: totalDisplacement(series),
    speed: speedWindowMs === null ? null : motionWithin(series, speedWindowMs, now),
    speedWindowMs,
    hourly: motionWithin(series, HOUR_WINDOW_MS, now),
    acceleration:
      speedWindowMs === null ? null : accelerationOf(between(series, now - 2 * speedWindowMs, now)),
    forecast: forecastFailure(series, now),
  };
}

/** A radar sees movement along its line of sight only: that is put on one axis, and length and speed are of that axis. */
export const lineOfSightSeries = (fixes: readonly { at: number; los: number }[]) =>
  fixes.map(({ at, los }) => ({ at, east: los, north: 0, up: 0 }));

/** Computed metrics a threshold may name, with their units. */
export const SLOPE_METRICS = {
  'slope.displacement': 'mm',
  'slope.speed-24h': 'mm/d',
  'slope.speed-1h': 'mm/h',
} as const;
export type SlopeMetric = keyof typeof SLOPE_METRICS;

/** The number a threshold on `metric` is held against; null where it is not known. */
export function slopeMetric(motion: StationMotion, metric: SlopeMetric): number | null {
  if (metric === 'slope.displacement') return motion.total?.length ?? null;
  if (metric === 'slope.speed-24h') return motion.speed?.speed.value ?? null;
  return motion.hourly?.speedPerHour ?? null;
}

/**
 * A speed must stand so many standard errors above zero before it is held against a bound: of satellite fixes alone, a
 * wall that stands still shows some millimetres a day in every direction.
 */
export const SPEED_SIGNIFICANCE = 3;

/** Whether this metric of the station is more than its noise; null where it is not known. */
export function isSignificant(motion: StationMotion, metric: SlopeMetric): boolean | null {
  if (metric === 'slope.displacement') return motion.total === null ? null : true;
  const rate = metric === 'slope.speed-24h' ? motion.speed?.speed : motion.hourly?.speed;
  return rate ? rate.value >= SPEED_SIGNIFICANCE * rate.error : null;
}

export interface SlopeWarning {
  readonly threshold: Threshold;
  readonly value: number;
  /** null: the threshold names no colour, so neither do we. */
  readonly warning: WarningLevel | null;
}

const rank = (warning: WarningLevel | null): number => (warning ? WARNING_LEVELS.indexOf(warning) : -1);

/**
 * Configured thresholds this station exceeds by more than its noise, worst colour first. No bound is built in: without thresholds there are
 * no warnings, however fast a slope moves.
 */
export function slopeWarnings(
  station: string,
  motion: StationMotion,
  thresholds: readonly Threshold[],
): SlopeWarning[] {
  return thresholds
    .flatMap((threshold): SlopeWarning[] => {
      if (!(threshold.metric in SLOPE_METRICS)) return [];
      if (threshold.devices.length > 0 && !threshold.devices.includes(station)) return [];
      const metric = threshold.metric as SlopeMetric;
      const value = slopeMetric(motion, metric);
      return value !== null && isSignificant(motion, metric) && passes(value, threshold)
        ? [{ threshold, value, warning: threshold.warning ?? null }]
        : [];
    })
    .sort((a, b) => rank(b.warning) - rank(a.warning));
}
