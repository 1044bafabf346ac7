import { CONSTANT, type Drift, polynomialDrift } from '../kriging/drift.ts';
import { eliminate } from '../kriging/gaussian-elimination.ts';
import type { KrigingData } from '../kriging/kriging-data.ts';

/** 0: a constant; 1: a plane; 2: a bent one. */
export type TrendDegree = 0 | 1 | 2;

/** Values a trend must have beyond its own functions: with none to spare it goes through all of them and explains nothing. */
const SPARE = 3;

/** The trend asked for, or the highest under it that the values are enough for. */
export const affordableTrend = (wanted: TrendDegree, values: number): TrendDegree =>
  wanted === 2 && values >= 6 + SPARE ? 2 : wanted >= 1 && values >= 3 + SPARE ? 1 : 0;

/** The drift functions of a trend, centred on the data and scaled to their extent. */
export const trendDrift = (degree: TrendDegree, { x, y }: Pick<KrigingData, 'x' | 'y'>): Drift => {
  if (degree === 0) return CONSTANT;
  const [cx, cy] = [mean(x), mean(y)];
  let scale = 1;
  for (let i = 0; i < x.length; i++) scale = Math.max(scale, Math.hypot(x[i]! - cx, y[i]! - cy));
  return polynomialDrift(degree, { x: cx, y: cy, scale });
};

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export interface FittedTrend {
  /** What the trend leaves of each value. */
  readonly residuals: Float64Array;
  /** The steepest the trend rises at any of the places, metres a metre in plan. */
  readonly slope: number;
}

/**
 * What ordinary least squares leaves of the values: what a variogram is taken of. Its semivariances come out somewhat low,
 * for the trend follows the values (N. Cressie, Statistics for Spatial Data, 1993, §3.4.3); leaving out holes shows by how much.
 * @returns null where the places do not determine the trend (all on one line)
 */
export const fitTrend = ({ x, y, z }: KrigingData, drift: Drift): FittedTrend | null => {
  const n = drift.count;
  const normal = new Float64Array(n * n);
  const right = new Float64Array(n);
  const at = new Float64Array(n);
  for (let i = 0; i < x.length; i++) {
    drift.at(x[i]!, y[i]!, at);
    for (let a = 0; a < n; a++) {
      right[a]! += at[a]! * z[i]!;
      for (let b = 0; b < n; b++) normal[a * n + b]! += at[a]! * at[b]!;
    }
  }
  if (!eliminate(normal, right)) return null;
  const weights = right;
  const height = (px: number, py: number): number => {
    drift.at(px, py, at);
    return at.reduce((sum, f, k) => sum + f * weights[k]!, 0);
  };
  let slope = 0;
  for (let i = 0; i < x.length; i++) {
    const [px, py] = [x[i]!, y[i]!];
    // Central differences over 2 m are exact: the functions are of the second degree at most.
    const east = (height(px + 1, py) - height(px - 1, py)) / 2;
    const north = (height(px, py + 1) - height(px, py - 1)) / 2;
    slope = Math.max(slope, Math.hypot(east, north));
  }
  return { residuals: z.map((value, i) => value - height(x[i]!, y[i]!)), slope };
};
