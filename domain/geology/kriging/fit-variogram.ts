import type { Metres } from '../../units/quantities.ts';
import type { Lag } from './experimental-variogram.ts';
import { structure, VARIOGRAM_TYPES, type VariogramModel, type VariogramType } from './variogram-model.ts';

/** Why a fitted model should not be believed. */
export type FitDoubt =
  /** Fewer lags or pairs than three parameters can be taken from. */
  | 'too-few-pairs'
  /** The values do not get more alike when near: all nugget. */
  | 'pure-nugget'
  /** The semivariance still rises at the farthest lag: the range is a guess. */
  | 'range-beyond-data'
  /** All values are the same. */
  | 'no-variation';

export interface VariogramFit {
  /** null where nothing could be fitted. */
  readonly model: VariogramModel | null;
  /** Weighted sum of squares that is left, for comparing types on the same lags. */
  readonly rest: number;
  readonly doubts: readonly FitDoubt[];
}

const LEAST_LAGS = 4;
const LEAST_PAIRS = 30;
const RANGES_TRIED = 160;

/**
 * Fits nugget, partial sill and range by least squares, lags weighing pairs ÷ distance² (gstat's default, fit.method 7). For
 * a given range the other two follow in closed form, neither below 0; the range is searched from a fifth of the first
 * lag to four times the last, first on a grid and then by golden section, so the same lags give the same model, and no
 * first guess is needed.
 */
export const fitVariogram = (lags: readonly Lag[], type: VariogramType): VariogramFit => {
  const pairs = lags.reduce((sum, lag) => sum + lag.pairs, 0);
  if (lags.length < LEAST_LAGS || pairs < LEAST_PAIRS)
    return { model: null, rest: Number.POSITIVE_INFINITY, doubts: ['too-few-pairs'] };
  if (lags.every(({ semivariance }) => semivariance === 0))
    return { model: null, rest: 0, doubts: ['no-variation'] };
  const first = lags[0]!.distance;
  const last = lags.at(-1)!.distance;
  const [low, high] = [Math.log(first / 5), Math.log(last * 4)];
  const at = (logRange: number) => linearPart(lags, type, Math.exp(logRange));
  let best = low;
  let least = Number.POSITIVE_INFINITY;
  const step = (high - low) / RANGES_TRIED;
  for (let k = 0; k <= RANGES_TRIED; k++) {
    const { rest } = at(low + k * step);
    if (rest < least * (1 - 1e-12)) {
      least = rest;
      best = low + k * step;
    }
  }
  const logRange = goldenSection(
    (value) => at(value).rest,
    Math.max(low, best - step),
    Math.min(high, best + step),
  );
  const { nugget, partialSill, rest } = at(logRange);
  const range = Math.exp(logRange) as Metres;
  const doubts: FitDoubt[] = [];
  if (partialSill <= 0.05 * (nugget + partialSill)) doubts.push('pure-nugget');
  if (effectiveRange(type, range) > last) doubts.push('range-beyond-data');
  return { model: { type, nugget, partialSill, range }, rest, doubts };
};

/** The type that leaves least, with its fit. */
export const fitBestVariogram = (
  lags: readonly Lag[],
  types: readonly VariogramType[] = VARIOGRAM_TYPES,
): VariogramFit =>
  types
    .map((type) => fitVariogram(lags, type))
    .reduce((best, fit) => (fit.rest < best.rest * (1 - 1e-9) ? fit : best));

/** Where the model has reached 95 % of its sill. */
export const effectiveRange = (type: VariogramType, range: Metres): number =>
  type === 'spherical' ? range : type === 'exponential' ? 3 * range : Math.sqrt(3) * range;

const linearPart = (lags: readonly Lag[], type: VariogramType, range: number) => {
  let [w, wf, wff, wg, wfg] = [0, 0, 0, 0, 0];
  for (const { distance, semivariance, pairs } of lags) {
    const weight = pairs / (distance * distance);
    const f = structure(type, distance / range);
    w += weight;
    wf += weight * f;
    wff += weight * f * f;
    wg += weight * semivariance;
    wfg += weight * f * semivariance;
  }
  const determinant = w * wff - wf * wf;
  let nugget = determinant > 1e-12 * w * wff ? (wff * wg - wf * wfg) / determinant : 0;
  let partialSill = determinant > 1e-12 * w * wff ? (w * wfg - wf * wg) / determinant : wfg / wff;
  if (nugget < 0) [nugget, partialSill] = [0, Math.max(0, wfg / wff)];
  else if (partialSill < 0) [nugget, partialSill] = [wg / w, 0];
  let rest = 0;
  for (const { distance, semivariance, pairs } of lags)
    rest +=
      (pairs / (distance * distance)) *
      (semivariance - nugget - partialSill * structure(type, distance / range)) ** 2;
  return { nugget, partialSill, rest };
};

const GOLDEN = (Math.sqrt(5) - 1) / 2;

const goldenSection = (f: (value: number) => number, from: number, to: number): number => {
  let [low, high] = [from, to];
  let a = high - GOLDEN * (high - low);
  let b = low + GOLDEN * (high - low);
  let [fa, fb] = [f(a), f(b)];
  for (let k = 0; k < 60; k++) {
    if (fa <= fb) {
      [high, b, fb] = [b, a, fa];
      a = high - GOLDEN * (high - low);
      fa = f(a);
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + GOLDEN * (high - low);
      fb = f(b);
    }
  }
  return (low + high) / 2;
};
