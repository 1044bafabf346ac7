import { errorInflation, fitLine } from '../../../domain/slopes/line-fit.ts';

/** Where a value is going. */
export type Direction = 'rising' | 'falling' | 'steady' | 'unknown';

/** So many standard errors the slope must stand off level to be called a direction. */
const SIGNIFICANT = 3;
const FEWEST = 5;

/** Of means over time, by a line through them; what is too few or does not vary in time is unknown. */
export function direction(time: readonly number[], values: readonly (number | null)[]): Direction {
  const known = time.flatMap((ms, i) => {
    const value = values[i];
    return typeof value === 'number' ? [[ms / 1000, value] as const] : [];
  });
  if (known.length < FEWEST) return 'unknown';
  const fit = fitLine(
    known.map(([t]) => t),
    known.map(([, value]) => value),
  );
  if (!fit) return 'unknown';
  const error = fit.slopeError * errorInflation(fit.autocorrelation);
  if (Math.abs(fit.slope) <= SIGNIFICANT * error) return 'steady';
  return fit.slope === 0 ? 'steady' : fit.slope > 0 ? 'rising' : 'falling';
}
