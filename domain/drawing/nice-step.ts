/** The smallest of 1, 2, 5, 10, 20, 50 … (and their fractions) that is not below `least`. @throws RangeError for what is not above 0 */
export const niceStep = (least: number): number => {
  if (!(least > 0) || !Number.isFinite(least)) throw new RangeError(`a step must be above 0: ${least}`);
  const power = 10 ** Math.floor(Math.log10(least));
  for (const digit of [1, 2, 5, 10]) {
    // 0.1 + 0.2 of floating point: a hair below counts as reached.
    if (digit * power >= least * (1 - 1e-9)) return digit * power;
  }
  return 10 * power;
};

/** Multiples of `step` in [from, to], both ends included. */
export const multiplesIn = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
};
