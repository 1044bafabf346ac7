/** y = intercept + slope · (x − xMean), by weighted least squares. */
export interface LineFit {
  readonly count: number;
  readonly xMean: number;
  /** y at xMean. */
  readonly intercept: number;
  readonly slope: number;
  /** Standard errors from the scatter about the line; for independent errors. */
  readonly slopeError: number;
  readonly interceptError: number;
  /** Share of the variance the line explains, 0…1; 0 where y does not vary. */
  readonly r2: number;
  /** Lag-1 autocorrelation of the residuals, −1…1: 0 for white noise. */
  readonly autocorrelation: number;
}

/**
 * Fits a line to rows from…to (half-open). Weights are 1/variance and may be left out.
 * Source: Draper and Smith, Applied Regression Analysis, 3rd ed., ch. 1 and 9.
 * @returns null with fewer than 3 rows, or where x does not vary
 */
export function fitLine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  o: { readonly from?: number; readonly to?: number; readonly weights?: ArrayLike<number> } = {},
): LineFit | null {
  const { from = 0, to = x.length, weights } = o;
  const count = to - from;
  if (count < 3) return null;
  let sumW = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = from; i < to; i++) {
    const w = weights ? weights[i]! : 1;
    sumW += w;
    sumX += w * x[i]!;
    sumY += w * y[i]!;
  }
  const xMean = sumX / sumW;
  const yMean = sumY / sumW;
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (let i = from; i < to; i++) {
    const w = weights ? weights[i]! : 1;
    const dx = x[i]! - xMean;
    const dy = y[i]! - yMean;
    sxx += w * dx * dx;
    sxy += w * dx * dy;
    syy += w * dy * dy;
  }
  if (!(sxx > 0)) return null;
  const slope = sxy / sxx;
  let squares = 0;
  let lagged = 0;
  let before = 0;
  for (let i = from; i < to; i++) {
    const w = weights ? weights[i]! : 1;
    const r = Math.sqrt(w) * (y[i]! - yMean - slope * (x[i]! - xMean));
    squares += r * r;
    if (i > from) lagged += r * before;
    before = r;
  }
  const variance = squares / (count - 2);
  return {
    count,
    xMean,
    intercept: yMean,
    slope,
    slopeError: Math.sqrt(variance / sxx),
    interceptError: Math.sqrt(variance / sumW),
    r2: syy > 0 ? 1 - squares / syy : 0,
    autocorrelation: squares > 0 ? lagged / squares : 0,
  };
}

/**
 * How much larger standard errors really are when neighbouring errors are alike: √((1+ρ)/(1−ρ)) of an AR(1) process.
 * Source: Bartlett 1946; von Storch and Zwiers, Statistical Analysis in Climate Research, §6.6.
 */
export const errorInflation = (autocorrelation: number): number => {
  const rho = Math.min(0.95, Math.max(0, autocorrelation));
  return Math.sqrt((1 + rho) / (1 - rho));
};
