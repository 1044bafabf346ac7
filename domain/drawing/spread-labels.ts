/**
 * Places labels along a line so that none overlaps the next, each as near to where it wants to be as the others allow: the least sum
 * of squared shifts (pool adjacent violators: R. E. Barlow et al., Statistical Inference under Order Restrictions, 1972).
 * @param wanted middles, rising
 * @param sizes how much of the line each takes
 * @returns middles; null where they do not all fit between `low` and `high`
 */
export const spreadLabels = (
  wanted: readonly number[],
  sizes: readonly number[],
  [low, high]: readonly [low: number, high: number],
): number[] | null => {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > high - low + 1e-9) return null;
  // Measured from the first label's place, non-overlapping labels are a rising sequence.
  const offsets: number[] = [];
  let offset = 0;
  sizes.forEach((size, i) => {
    offset += i === 0 ? 0 : (sizes[i - 1]! + size) / 2;
    offsets.push(offset);
  });
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((at, i) => {
    pools.push({ sum: at - offsets[i]!, count: 1 });
    while (pools.length > 1) {
      const [a, b] = [pools.at(-2)!, pools.at(-1)!];
      if (a.sum / a.count <= b.sum / b.count) break;
      pools.splice(-2, 2, { sum: a.sum + b.sum, count: a.count + b.count });
    }
  });
  const first = low + (sizes[0] ?? 0) / 2;
  const last = high - (sizes.at(-1) ?? 0) / 2 - (offsets.at(-1) ?? 0);
  return pools
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((at, i) => Math.min(last, Math.max(first, at)) + offsets[i]!);
};
