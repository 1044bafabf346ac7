import { type KrigingOptions, prepareKriging } from './kriger.ts';
import type { KrigingData } from './kriging-data.ts';
import type { Estimate } from './local-system.ts';

/** What leaving out each group in turn says of the model. */
export interface CrossValidation {
  /** Per value: estimate − value; NaN where the rest gave none. */
  readonly errors: Float64Array;
  /** Per value: standard deviation of the estimate, the value's own error included. */
  readonly deviations: Float64Array;
  readonly estimated: number;
  readonly groups: number;
  readonly meanError: number;
  readonly rmse: number;
  /** Share of values within 1.96 standard deviations of their estimate. */
  readonly inside95: number;
  /** Mean and variance of error ÷ deviation: 0 and 1 where the model says the truth about itself. */
  readonly meanStandardised: number;
  readonly varianceStandardised: number;
}

/**
 * Each group (a hole: its contacts know of each other) is estimated from all the others.
 * @throws RangeError as `prepareKriging`
 */
export const crossValidate = (data: KrigingData, o: KrigingOptions): CrossValidation => {
  const count = data.x.length;
  const group = data.group ?? Int32Array.from({ length: count }, (_, i) => i);
  const sizes = new Map<number, number>();
  for (const one of group) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  const largest = Math.max(0, ...sizes.values());
  const { tree, plane, system, most, least, maxDistance } = prepareKriging(data, o);
  const room = Math.min(count, most + largest);
  const found = new Int32Array(room);
  const squares = new Float64Array(room);
  const members = new Int32Array(room);
  const errors = new Float64Array(count).fill(Number.NaN);
  const deviations = new Float64Array(count).fill(Number.NaN);
  const out: Estimate = { estimate: 0, variance: 0 };
  let [estimated, sum, squared, inside, sumStd, squaredStd] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [u, v] = [plane[i * 2]!, plane[i * 2 + 1]!];
    const all = tree.nearest(u, v, room, found, squares, maxDistance * maxDistance);
    let chosen = 0;
    for (let k = 0; k < all && chosen < most; k++)
      if (group[found[k]!] !== group[i]) members[chosen++] = found[k]!;
    if (chosen < least || !system.setMembers(members, chosen)) continue;
    system.estimate(data.x[i]!, data.y[i]!, u, v, out);
    const own = data.error ? data.error[i]! : 0;
    const error = out.estimate - data.z[i]!;
    const deviation = Math.sqrt(out.variance + own * own);
    errors[i] = error;
    deviations[i] = deviation;
    estimated++;
    sum += error;
    squared += error * error;
    if (Math.abs(error) <= 1.96 * deviation) inside++;
    if (deviation > 0) {
      sumStd += error / deviation;
      squaredStd += (error / deviation) ** 2;
    }
  }
  const meanStandardised = sumStd / estimated;
  return {
    errors,
    deviations,
    estimated,
    groups: sizes.size,
    meanError: sum / estimated,
    rmse: Math.sqrt(squared / estimated),
    inside95: inside / estimated,
    meanStandardised,
    varianceStandardised: squaredStd / estimated - meanStandardised ** 2,
  };
};
