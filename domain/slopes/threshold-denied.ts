import type { Threshold } from '../contracts/live/live-manifest.ts';
import { isBack } from '../rules/reading-threshold.ts';
import {
  isSignificant,
  SLOPE_METRICS,
  type SlopeMetric,
  SPEED_SIGNIFICANCE,
  type StationMotion,
  slopeMetric,
} from './station-motion.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOURLY_WINDOW_MS = 3 * HOUR_MS;
/**
 * A number over a window is of now while the newest fix is no older than this share of it: as what was fast leaves the
 * window of a station that is heard no more, its speed falls though nobody has seen the wall come to rest.
 */
const CURRENT_SHARE = 1 / 24;

const windowOf = ({ speedWindowMs }: StationMotion, metric: SlopeMetric): number =>
  metric === 'slope.speed-1h' ? HOURLY_WINDOW_MS : (speedWindowMs ?? DAY_MS);

/** One standard error, in the metric's unit. */
const errorOf = ({ speed, hourly }: StationMotion, metric: SlopeMetric): number => {
  if (metric === 'slope.displacement') return 0;
  return metric === 'slope.speed-24h' ? (speed?.speed.error ?? 0) : (hourly?.speed.error ?? 0) / 24;
};

/**
 * Whether a station is known not to pass a threshold, by its hysteresis. Not the contrary of `slopeWarnings`: a metric that
 * is not known, is of a while ago, or is so noisy that it may as well pass, is neither found nor denied.
 */
export function isThresholdDenied(motion: StationMotion, threshold: Threshold, now: number): boolean {
  if (!(threshold.metric in SLOPE_METRICS)) return false;
  const metric = threshold.metric as SlopeMetric;
  const value = slopeMetric(motion, metric);
  if (value === null || motion.lastFixAt === null) return false;
  if (now - motion.lastFixAt > windowOf(motion, metric) * CURRENT_SHARE) return false;
  const doubt = isSignificant(motion, metric) ? 0 : SPEED_SIGNIFICANCE * errorOf(motion, metric);
  const asksForMore = threshold.op === '>=' || threshold.op === '>';
  return isBack(asksForMore ? value + doubt : value - doubt, threshold);
}
