import type { EpochMs } from '../units/quantities.ts';

/** Displacements of one point since it was installed, by time; mm east, north, up in the mine's frame. */
export interface DisplacementSeries {
  /** ms since 1970, strictly rising. */
  readonly time: Float64Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly up: Float64Array;
  /** Where it was in the first hour it was ever heard of, from before the series; left out: the series begins with that. */
  readonly zero?: DisplacementFix | undefined;
}

export interface DisplacementFix {
  readonly at: number;
  readonly east: number;
  readonly north: number;
  readonly up: number;
}

/** Sorts fixes by time; of fixes at one moment (a day sent twice) the last one given counts. */
export function displacementSeries(fixes: readonly DisplacementFix[]): DisplacementSeries {
  const byTime = new Map<number, DisplacementFix>();
  for (const fix of fixes)
    if (Number.isFinite(fix.at + fix.east + fix.north + fix.up)) byTime.set(fix.at, fix);
  const sorted = [...byTime.values()].sort((a, b) => a.at - b.at);
  return {
    time: Float64Array.from(sorted, (fix) => fix.at),
    east: Float64Array.from(sorted, (fix) => fix.east),
    north: Float64Array.from(sorted, (fix) => fix.north),
    up: Float64Array.from(sorted, (fix) => fix.up),
  };
}

/** Rows whose time lies in from…to, both included. */
export function between(series: DisplacementSeries, from: number, to: number): DisplacementSeries {
  let first = 0;
  while (first < series.time.length && series.time[first]! < from) first++;
  let last = series.time.length;
  while (last > first && series.time[last - 1]! > to) last--;
  return {
    time: series.time.subarray(first, last),
    east: series.east.subarray(first, last),
    north: series.north.subarray(first, last),
    up: series.up.subarray(first, last),
    zero: series.zero,
  };
}

/** The metrics of a fix: of satellites all three axes, of radar its line of sight. */
export const SLOPE_FIX_METRICS = ['slope.e', 'slope.n', 'slope.u', 'slope.los'] as const;

/**
 * The fix of values in the order of SLOPE_FIX_METRICS; a line of sight is put on the first axis.
 * @returns null where neither is whole
 */
export function fixOf(o: {
  readonly time: number;
  readonly values: readonly (number | null | undefined)[];
}): DisplacementFix | null {
  const [east, north, up, los] = o.values.map((value) =>
    value == null || Number.isNaN(value) ? null : value,
  );
  if (east != null && north != null && up != null) return { at: o.time, east, north, up };
  return los == null ? null : { at: o.time, east: los, north: 0, up: 0 };
}

export interface DisplacementVector {
  readonly at: EpochMs;
  /** mm. */
  readonly east: number;
  readonly north: number;
  readonly up: number;
  /** mm, three-dimensional. */
  readonly length: number;
  /** Degrees clockwise from north; null where there is no horizontal part. */
  readonly azimuth: number | null;
  /** Degrees below the horizontal, positive downward; null where nothing moved. */
  readonly plunge: number | null;
}

const median = (values: ArrayLike<number>): number => {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Each axis by itself; null where there is no fix. */
export const medianFix = (fixes: readonly DisplacementFix[]): DisplacementFix | null => {
  if (fixes.length === 0) return null;
  const of = (axis: keyof DisplacementFix): number => median(fixes.map((fix) => fix[axis]));
  return { at: of('at'), east: of('east'), north: of('north'), up: of('up') };
};

/**
 * How far the point has come since it was installed: the median of its last `smooth` fixes less its zero or, where the
 * series begins with that, the median of its first ones, so that one bad fix is not taken for movement.
 * @returns null where there is no fix
 */
export function totalDisplacement(series: DisplacementSeries, smooth = 3): DisplacementVector | null {
  const count = series.time.length;
  if (count === 0) return null;
  const few = Math.max(1, Math.min(smooth, count >> 1));
  const { zero } = series;
  const moved = (axis: 'east' | 'north' | 'up'): number => {
    const values = series[axis];
    if (zero) return median(values.subarray(count - few)) - zero[axis];
    return count === 1 ? 0 : median(values.subarray(count - few)) - median(values.subarray(0, few));
  };
  const [east, north, up] = [moved('east'), moved('north'), moved('up')];
  const flat = Math.hypot(east, north);
  const length = Math.hypot(flat, up);
  return {
    at: series.time[count - 1]! as EpochMs,
    east,
    north,
    up,
    length,
    azimuth: flat > 0 ? ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360 : null,
    plunge: length > 0 ? (Math.atan2(-up, flat) * 180) / Math.PI : null,
  };
}
