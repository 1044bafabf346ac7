import type { ChainageRange } from '../clearance/heading-clearance.ts';

/** Shorter than this a stretch is rounding, metres. */
const SHORTEST = 1e-6;

/** What of a whole is in none of the ranges. */
export function outside(whole: ChainageRange, ranges: readonly ChainageRange[]): ChainageRange[] {
  const out: ChainageRange[] = [];
  let from = whole.from;
  const meeting = ranges.filter((range) => range.from < whole.to && range.to > whole.from);
  for (const range of meeting.sort((a, b) => a.from - b.from)) {
    if (range.from > from + SHORTEST) out.push({ from, to: range.from });
    from = Math.max(from, range.to);
  }
  if (whole.to > from + SHORTEST) out.push({ from, to: whole.to });
  return out;
}

/**
 * Cuts a length where any range begins or ends; neighbours in which the same ranges hold stay one.
 * @returns stretches in order without gaps, with the numbers of the ranges that hold there
 */
export function cutStretches(
  length: number,
  ranges: readonly ChainageRange[],
): (ChainageRange & { readonly holding: readonly number[] })[] {
  const cuts = [0, length, ...ranges.flatMap(({ from, to }) => [from, to])]
    .filter((at) => at >= 0 && at <= length)
    .sort((a, b) => a - b);
  const stretches: { from: number; to: number; holding: number[] }[] = [];
  let from = 0;
  for (const to of cuts) {
    if (to - from <= SHORTEST) continue;
    const middle = (from + to) / 2;
    const holding = ranges.flatMap((range, i) => (range.from <= middle && range.to >= middle ? [i] : []));
    const last = stretches.at(-1);
    if (last && last.holding.length === holding.length && last.holding.every((v, i) => v === holding[i]))
      last.to = to;
    else stretches.push({ from, to, holding });
    from = to;
  }
  const last = stretches.at(-1);
  if (last) last.to = length;
  return stretches;
}
