import type { DisplacementSeries } from './displacement-series.ts';
import { errorInflation, fitLine } from './line-fit.ts';
import { alongMotion } from './motion.ts';

/**
 * When a slope that speeds up will fail, by the inverse-velocity method: before failure 1/v falls on a straight line of
 * time, and reaches zero at failure.
 * Source: Fukuzono 1985 (4th Int. Conf. Landslides, Tokyo); Voight 1988, Nature 332, 125–130 (α = 2); practice of
 * smoothing and of choosing the span: Rose and Hungr 2007, Int. J. Rock Mech. 44, 308–320; Carlà et al. 2017,
 * Landslides 14, 517–534.
 *
 * A forecast nobody can trust is worse than none: it is refused unless every condition below holds. The conditions are
 * statistics of the method, not thresholds of any regulation; they are held by tests against 16 months of a really
 * creeping slope (none may be forecast) and against spliced accelerations (all must be).
 */
export const FORECAST_METHOD = {
  /** Velocities per span; each is a line through its share of the fixes. */
  windows: 8,
  fewestFixesAWindow: 4,
  /** Each velocity of the later half must stand this many standard errors above zero. */
  speedSignificance: 3,
  /** The last velocity must be this many times the first: a slope that merely creeps on has about 1. */
  leastGrowth: 3,
  leastR2: 0.8,
  /** Student's t of the falling line's slope, one-sided, 6 degrees of freedom: 5.96 is 1 in 2 000. */
  leastSlopeT: 5.96,
  /** Two-sided 95 % of Student's t, 6 degrees of freedom. */
  t95: 2.447,
  /** A time farther off than this many spans is beyond what the fixes can carry. */
  farthestSpans: 1,
  /** It must have been forecast already without each of so many newest fixes: one odd fix forecasts nothing. */
  confirmations: 2,
  /** Without a fix for this many usual intervals nothing is said about now. */
  stalestIntervals: 4,
} as const;

export interface SpanVelocity {
  /** ms. */
  readonly time: number;
  /** mm/d along the motion. */
  readonly speed: number;
  readonly error: number;
}

export type RefusalReason = 'too-short' | 'stale' | 'too-noisy' | 'not-accelerating';

export interface ForecastRefusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** What was found and what was wanted, for the screen: e.g. 12 fixes of 32. */
  readonly found: number;
  readonly wanted: number;
}

export interface FailureForecast {
  readonly kind: 'forecast';
  /** ms; and its 95 % interval (Fieller's). */
  readonly failureAt: number;
  readonly earliest: number;
  readonly latest: number;
  readonly velocities: readonly SpanVelocity[];
  /** 1/v = intercept + slope · (t − at), in d/mm and per day: the line to draw. */
  readonly line: { readonly at: number; readonly intercept: number; readonly slope: number };
  readonly r2: number;
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;

const refused = (reason: RefusalReason, found: number, wanted: number): ForecastRefusal => ({
  kind: 'refused',
  reason,
  found,
  wanted,
});

const medianInterval = (time: Float64Array): number => {
  const steps = Float64Array.from({ length: time.length - 1 }, (_, i) => time[i + 1]! - time[i]!).sort();
  return steps[steps.length >> 1] ?? 0;
};

/** @param now ms; what is later is not looked at */
export function forecastFailure(series: DisplacementSeries, now: number): FailureForecast | ForecastRefusal {
  const M = FORECAST_METHOD;
  let count = series.time.length;
  while (count > 0 && series.time[count - 1]! > now) count--;
  const least = M.windows * M.fewestFixesAWindow;
  if (count < least) return refused('too-short', count, least);
  const interval = medianInterval(series.time.subarray(0, count));
  const silence = now - series.time[count - 1]!;
  if (silence > interval * M.stalestIntervals)
    return refused('stale', silence, interval * M.stalestIntervals);

  let answer = bestOverSpans(series, count, now);
  for (let fewer = 1; fewer <= M.confirmations && answer.kind === 'forecast'; fewer++) {
    const before = bestOverSpans(series, count - fewer, now);
    if (before.kind === 'refused') answer = before;
    else if (before.latest < answer.earliest || before.earliest > answer.latest)
      answer = refused('too-noisy', fewer, M.confirmations + 1);
  }
  return answer;
}

/** Asks over the newest 32, 64, 128 … fixes and takes the straightest. */
function bestOverSpans(
  series: DisplacementSeries,
  count: number,
  now: number,
): FailureForecast | ForecastRefusal {
  const least = FORECAST_METHOD.windows * FORECAST_METHOD.fewestFixesAWindow;
  let best: FailureForecast | null = null;
  let nearest: ForecastRefusal | null = null;
  for (let span = least; span <= count; span *= 2) {
    const from = count - span;
    const answer = forecastOverSpan(
      {
        time: series.time.subarray(from, count),
        east: series.east.subarray(from, count),
        north: series.north.subarray(from, count),
        up: series.up.subarray(from, count),
      },
      now,
    );
    if (answer.kind === 'refused') nearest ??= answer;
    else if (!best || answer.r2 > best.r2) best = answer;
  }
  return best ?? nearest ?? refused('too-short', count, least);
}

function forecastOverSpan(span: DisplacementSeries, now: number): FailureForecast | ForecastRefusal {
  const M = FORECAST_METHOD;
  const motion = alongMotion(span);
  if (!motion) return refused('not-accelerating', 0, M.leastGrowth);
  const { along } = motion;
  const count = along.length;
  const start = span.time[0]!;
  const days = span.time.map((t) => (t - start) / DAY_MS);
  const times = new Float64Array(M.windows);
  const inverse = new Float64Array(M.windows);
  const weights = new Float64Array(M.windows);
  const velocities: SpanVelocity[] = [];
  for (let w = 0; w < M.windows; w++) {
    const fit = fitLine(days, along, {
      from: Math.round((w * count) / M.windows),
      to: Math.round(((w + 1) * count) / M.windows),
    });
    if (!fit) return refused('too-short', count, M.windows * M.fewestFixesAWindow);
    const error = fit.slopeError * errorInflation(fit.autocorrelation);
    velocities.push({ time: start + fit.xMean * DAY_MS, speed: fit.slope, error });
    times[w] = fit.xMean;
    inverse[w] = 1 / fit.slope;
    // Error of 1/v is error/v². A perfect line would have no error and all the weight: 1 % of the speed at least.
    weights[w] = fit.slope ** 4 / Math.max(error, 0.01 * Math.abs(fit.slope)) ** 2;
  }
  const first = velocities[0]!;
  const last = velocities[M.windows - 1]!;
  if (velocities.some(({ speed }) => speed > last.speed) || !(last.speed > 0))
    return refused('not-accelerating', 1, M.leastGrowth);
  const weakest = Math.min(...velocities.slice(M.windows / 2).map((v) => v.speed / Math.max(v.error, 1e-12)));
  if (weakest < M.speedSignificance) return refused('too-noisy', weakest, M.speedSignificance);
  // A first velocity lost in the noise is no proof of growth: what it may at most have been counts.
  const growth = last.speed / Math.max(first.speed, 1e-12);
  const surely = (last.speed - last.error) / Math.max(first.speed + first.error, 1e-12);
  if (Math.min(growth, surely) < M.leastGrowth)
    return refused('not-accelerating', Math.min(growth, surely), M.leastGrowth);
  if (velocities.some(({ speed }) => speed <= 0)) return refused('too-noisy', 0, M.speedSignificance);

  const rough = fitLine(times, inverse, { weights });
  if (!rough || !(rough.slope < 0)) return refused('not-accelerating', 0, M.leastGrowth);
  // A line through fixes that bend upward is steeper than they are in its middle: with s = −A·ln(h − x) a least-squares
  // slope over the length L is (A/h)(1 + L²/20h² + …), h being the time left. The first answer gives h.
  const length = (days[count - 1]! - days[0]!) / M.windows;
  const zero = rough.xMean - rough.intercept / rough.slope;
  for (let w = 0; w < M.windows; w++)
    inverse[w]! *= 1 + Math.min(1, length / Math.max(zero - times[w]!, 1e-9)) ** 2 / 20;
  const fit = fitLine(times, inverse, { weights });
  if (!fit || !(fit.slope < 0)) return refused('not-accelerating', 0, M.leastGrowth);
  const t = -fit.slope / Math.max(fit.slopeError, 1e-12);
  if (fit.r2 < M.leastR2) return refused('too-noisy', fit.r2, M.leastR2);
  if (t < M.leastSlopeT) return refused('too-noisy', t, M.leastSlopeT);

  // Zero of the line and its interval: Fieller 1954, J. R. Stat. Soc. B 16, 175–185 (mean and slope are independent).
  const ahead = -fit.intercept / fit.slope;
  const g = (M.t95 / t) ** 2;
  const spread =
    (M.t95 / -fit.slope) * Math.sqrt(fit.interceptError ** 2 * (1 - g) + (ahead * fit.slopeError) ** 2);
  const at = (fromMean: number): number => start + (fit.xMean + fromMean) * DAY_MS;
  const failureAt = at(ahead);
  const whole = span.time[count - 1]! - start;
  if (failureAt - now > whole * M.farthestSpans)
    return refused('not-accelerating', (failureAt - now) / whole, M.farthestSpans);
  return {
    kind: 'forecast',
    failureAt,
    earliest: Math.max(now, at((ahead - spread) / (1 - g))),
    latest: at((ahead + spread) / (1 - g)),
    velocities,
    line: { at: start + fit.xMean * DAY_MS, intercept: fit.intercept, slope: fit.slope },
    r2: fit.r2,
    from: start,
    to: span.time[count - 1]!,
  };
}
