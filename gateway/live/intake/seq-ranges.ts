/**
 * Which sequence numbers of one boot of a gateway were received: exact, as sorted half-open ranges that do not touch.
 * A healthy gateway needs one range, a gap costs one more. Beyond `maxRanges` the oldest gap is given up: what is
 * below can no longer be told new from seen, and says so instead of guessing.
 */
export type SeqState = 'new' | 'seen' | 'given-up';

export interface SeqRanges {
  stateOf(seq: number): SeqState;
  /** @param seq one that is 'new' */
  add(seq: number): void;
  ranges(): (readonly [from: number, to: number])[];
  /** Numbers below the highest that were never received; those of gaps given up still count. */
  missing(): number;
}

/** 64 KiB a boot at worst; an honest gateway that loses one message in a thousand needs as many in seven weeks. */
export const MAX_RANGES = 4_096;

/** @param kept ranges as they were kept; what lies below the first of them may have been thrown away by retention */
export const createSeqRanges = (
  kept: readonly (readonly [from: number, to: number])[] = [],
  maxRanges = MAX_RANGES,
): SeqRanges => {
  /** from, to, from, to … */
  const bounds: number[] = [];
  /** Everything below it is given up. */
  let floor = 0;
  let missingBelowFloor = 0;
  let countFrom = kept[0]?.[0] ?? 0;
  for (const [from, to] of kept) {
    if (bounds.length > 0 && from <= bounds.at(-1)!) bounds[bounds.length - 1] = Math.max(to, bounds.at(-1)!);
    else if (to > from) bounds.push(from, to);
  }

  /** How many bounds are ≤ seq: odd inside a range. */
  const below = (seq: number): number => {
    if (bounds.length === 0 || seq >= bounds.at(-1)!) return bounds.length;
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (bounds[middle]! <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const giveUpOldest = () => {
    const next = bounds[2]!;
    missingBelowFloor += bounds[0]! - Math.max(floor, Math.min(countFrom, bounds[0]!)) + next - bounds[1]!;
    bounds.splice(0, 2);
    floor = next;
  };
  while (bounds.length / 2 > maxRanges) giveUpOldest();

  return {
    stateOf: (seq) => (seq < floor ? 'given-up' : below(seq) % 2 === 1 ? 'seen' : 'new'),
    add(seq) {
      const at = below(seq);
      const touchesBefore = at > 0 && bounds[at - 1] === seq;
      const touchesAfter = at < bounds.length && bounds[at] === seq + 1;
      if (touchesBefore && touchesAfter) bounds.splice(at - 1, 2);
      else if (touchesBefore) bounds[at - 1] = seq + 1;
      else if (touchesAfter) bounds[at] = seq;
      else bounds.splice(at, 0, seq, seq + 1);
      countFrom = Math.min(countFrom, seq);
      if (bounds.length / 2 > maxRanges) giveUpOldest();
    },
    ranges: () => Array.from({ length: bounds.length / 2 }, (_, i) => [bounds[2 * i]!, bounds[2 * i + 1]!]),
    missing() {
      let count = missingBelowFloor;
      let last = Math.max(floor, countFrom);
      for (let i = 0; i < bounds.length; i += 2) {
        count += bounds[i]! - last;
        last = bounds[i + 1]!;
      }
      return Math.min(count, Number.MAX_SAFE_INTEGER);
    },
  };
};
