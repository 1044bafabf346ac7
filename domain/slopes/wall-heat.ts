/**
 * A value measured at a few points of a wall (speed, displacement) spread over the wall, with how sure that is.
 * Ordinary kriging with an exponential covariance; range and sill are those under which the measured values are most
 * likely, so nothing is set by hand.
 * Source: Rasmussen and Williams 2006, Gaussian Processes for Machine Learning, eq. 2.25–2.26, 2.41, 5.8;
 * Cressie 1993, Statistics for Spatial Data, §3.2.
 */

export interface WallPoint {
  readonly enu: readonly [number, number, number];
  readonly value: number;
  /** Standard error of the value, same unit. */
  readonly error: number;
}

export interface WallEstimate {
  readonly value: number;
  readonly standardDeviation: number;
}

export interface WallHeat {
  readonly rangeMetres: number;
  /** Standard deviation of the value between far points, in its unit: what "we do not know" amounts to here. */
  readonly spread: number;
  at(enu: readonly [number, number, number]): WallEstimate;
}

/** Fewer points say nothing about what lies between them. */
export const FEWEST_WALL_POINTS = 4;

const RANGE_STEPS = 12;

const distance = (a: readonly [number, number, number], b: readonly [number, number, number]): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Lower triangle L of A = L·Lᵀ, row-major n × n; null where A is not positive definite. */
function cholesky(matrix: Float64Array, n: number): Float64Array | null {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= l[i * n + k]! * l[j * n + k]!;
      if (i === j) {
        if (!(sum > 0)) return null;
        l[i * n + i] = Math.sqrt(sum);
      } else l[i * n + j] = sum / l[j * n + j]!;
    }
  return l;
}

function solve(l: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= l[i * n + k]! * x[k]!;
    x[i]! /= l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= l[k * n + i]! * x[k]!;
    x[i]! /= l[i * n + i]!;
  }
  return x;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

interface Fit {
  readonly range: number;
  readonly sill: number;
  readonly l: Float64Array;
  readonly likelihood: number;
}

/** @returns null with fewer than FEWEST_WALL_POINTS points at different places */
export function wallHeat(given: readonly WallPoint[]): WallHeat | null {
  const points = given.filter(
    (point, i) =>
      Number.isFinite(point.value + point.error) &&
      given.findIndex((other) => distance(other.enu, point.enu) < 0.01) === i,
  );
  const n = points.length;
  if (n < FEWEST_WALL_POINTS) return null;
  const values = Float64Array.from(points, (p) => p.value);
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1);
  const meanNoise = points.reduce((sum, p) => sum + p.error ** 2, 0) / n;
  // All values alike within their errors: what varies is the noise, and that is as much as can be said.
  const floor = Math.max(variance, meanNoise, 1e-12);
  let farthest = 0;
  for (const a of points) for (const b of points) farthest = Math.max(farthest, distance(a.enu, b.enu));

  const covariance = (range: number, sill: number): Float64Array => {
    const k = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        k[i * n + j] =
          sill * Math.exp(-distance(points[i]!.enu, points[j]!.enu) / range) +
          (i === j ? points[i]!.error ** 2 + 1e-9 * sill : 0);
    return k;
  };
  const ones = new Float64Array(n).fill(1);
  let best: Fit | null = null;
  for (let step = 1; step <= RANGE_STEPS; step++)
    for (const share of [0.5, 1, 2]) {
      const range = (farthest * step) / RANGE_STEPS;
      const sill = floor * share;
      const l = cholesky(covariance(range, sill), n);
      if (!l) continue;
      const kOnes = solve(l, n, ones);
      const trend = dot(kOnes, values) / dot(kOnes, ones);
      const residual = values.map((v) => v - trend);
      let logDeterminant = 0;
      for (let i = 0; i < n; i++) logDeterminant += 2 * Math.log(l[i * n + i]!);
      const likelihood = -0.5 * (dot(residual, solve(l, n, residual)) + logDeterminant);
      if (!best || likelihood > best.likelihood) best = { range, sill, l, likelihood };
    }
  if (!best) return null;
  const { range, sill, l } = best;
  const kOnes = solve(l, n, ones);
  const denominator = dot(kOnes, ones);
  const trend = dot(kOnes, values) / denominator;
  const kResidual = solve(
    l,
    n,
    values.map((v) => v - trend),
  );
  return {
    rangeMetres: range,
    spread: Math.sqrt(sill),
    at(enu) {
      const near = Float64Array.from(points, (p) => sill * Math.exp(-distance(p.enu, enu) / range));
      const kNear = solve(l, n, near);
      const left = 1 - dot(kNear, ones);
      const estimateVariance = sill - dot(near, kNear) + left ** 2 / denominator;
      return {
        value: trend + dot(near, kResidual),
        standardDeviation: Math.sqrt(Math.max(0, estimateVariance)),
      };
    },
  };
}
