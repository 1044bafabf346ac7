import type { DisplacementSeries } from './displacement-series.ts';
import { errorInflation, fitLine } from './line-fit.ts';

const DAY_MS = 86_400_000;
/** Makes the median absolute difference of normal noise its standard deviation: 1/(√2 · Φ⁻¹(¾)). */
const MAD_OF_DIFFERENCES = 1 / (Math.SQRT2 * 0.674_489_75);

/** Noise of one component, mm: from differences of neighbouring fixes, so that drift does not count. */
export function fixNoise(values: Float64Array): number {
  if (values.length < 4) return Number.NaN;
  const differences = Float64Array.from({ length: values.length - 1 }, (_, i) =>
    Math.abs(values[i + 1]! - values[i]!),
  ).sort();
  const middle = differences.length >> 1;
  const median =
    differences.length % 2 ? differences[middle]! : (differences[middle - 1]! + differences[middle]!) / 2;
  return median * MAD_OF_DIFFERENCES;
}

/** A rate with its uncertainty. */
export interface Rate {
  readonly value: number;
  /** One standard error, autocorrelation of the fixes counted in. */
  readonly error: number;
  readonly fixes: number;
}

export interface Motion {
  /** mm/d along each axis. */
  readonly east: Rate;
  readonly north: Rate;
  readonly up: Rate;
  /** mm/d, three-dimensional. */
  readonly speed: Rate;
  /** mm/h: the same, for who thinks in hours. */
  readonly speedPerHour: number;
  /** From the first to the last fix that was used, ms. */
  readonly from: number;
  readonly to: number;
}

/**
 * Velocity over all fixes of the series (cut it with `between` first): a line through each component.
 * @returns null with fewer than `fewest` fixes: a speed from less would be noise
 */
export function motionOf(series: DisplacementSeries, fewest = 5): Motion | null {
  const count = series.time.length;
  if (count < Math.max(3, fewest)) return null;
  const days = series.time.map((t) => (t - series.time[0]!) / DAY_MS);
  const rate = (values: Float64Array): Rate | null => {
    const fit = fitLine(days, values);
    return (
      fit && { value: fit.slope, error: fit.slopeError * errorInflation(fit.autocorrelation), fixes: count }
    );
  };
  const east = rate(series.east);
  const north = rate(series.north);
  const up = rate(series.up);
  if (!east || !north || !up) return null;
  const value = Math.hypot(east.value, north.value, up.value);
  const axes = [east, north, up] as const;
  // Error propagation of a length: σ² = Σ (vᵢ/|v|)² σᵢ²; where nothing moves the components' mean error stands in.
  const variance =
    value > 0
      ? axes.reduce((sum, axis) => sum + ((axis.value / value) * axis.error) ** 2, 0)
      : axes.reduce((sum, axis) => sum + axis.error ** 2, 0) / 3;
  return {
    east,
    north,
    up,
    speed: { value, error: Math.sqrt(variance), fixes: count },
    speedPerHour: value / 24,
    from: series.time[0]!,
    to: series.time[count - 1]!,
  };
}

/** Displacement as one number: along the direction of motion. */
export interface AlongMotion {
  /** ms. */
  readonly time: Float64Array;
  /** mm. */
  readonly along: Float64Array;
}

/**
 * Projects the fixes on the direction they move in, weighting each axis by its noise: satellite heights scatter three
 * times as much as plan positions and would drown the motion. The projection p = Σ⁻¹d / (dᵀΣ⁻¹d) has the least noise
 * of all that keep a move of 1 mm along d at 1 mm (Gauss-Markov).
 * @returns null where there are too few fixes or nothing moves
 */
export function alongMotion(series: DisplacementSeries): AlongMotion | null {
  const motion = motionOf(series);
  if (!motion || !(motion.speed.value > 0)) return null;
  const direction = [motion.east.value, motion.north.value, motion.up.value].map(
    (v) => v / motion.speed.value,
  );
  const noise = [series.east, series.north, series.up].map((values) => Math.max(1e-6, fixNoise(values)));
  const weighted = direction.map((d, i) => d / noise[i]! ** 2);
  const scale = direction.reduce((sum, d, i) => sum + d * weighted[i]!, 0);
  const [pe, pn, pu] = weighted.map((w) => w / scale) as [number, number, number];
  return {
    time: series.time,
    along: Float64Array.from(
      series.time,
      (_, i) => pe * series.east[i]! + pn * series.north[i]! + pu * series.up[i]!,
    ),
  };
}

/** mm/d²: twice the quadratic term's size is what an accelerating slope shows; from velocities of two halves. */
export function accelerationOf(series: DisplacementSeries): Rate | null {
  const line = alongMotion(series);
  if (!line || line.time.length < 12) return null;
  const half = line.time.length >> 1;
  const days = line.time.map((t) => (t - line.time[0]!) / DAY_MS);
  const before = fitLine(days, line.along, { to: half });
  const after = fitLine(days, line.along, { from: half });
  if (!before || !after) return null;
  const apart = after.xMean - before.xMean;
  const error = Math.hypot(
    before.slopeError * errorInflation(before.autocorrelation),
    after.slopeError * errorInflation(after.autocorrelation),
  );
  return { value: (after.slope - before.slope) / apart, error: error / apart, fixes: line.time.length };
}
