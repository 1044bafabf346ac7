/**
 * Estimates how far a gateway's clock is off ours from when it says it sent and when we received.
 *
 * offset = sent − received = skew − delay, and a delay is never negative: the greatest offset of a while is the skew
 * less the least delay (the least-delay filter of NTP, RFC 5905 section 10). Two traps decide the rest:
 * - A store-and-forward broker that drains an outage hands on old `sent`: its offsets climb fast. So an estimate is
 *   only taken when the two halves of the window agree, and both hold messages, by our clock.
 * - `sent` in our future can only be skew. A message is never placed further ahead of us than the tolerance,
 *   measured yet or not.
 * A delay that never changes cannot be told from skew by anyone.
 */
export interface SkewEstimate {
  /** The gateway's clock less ours, ms, whole; null until measured. */
  readonly measuredMs: number | null;
}

export interface SkewMeter extends SkewEstimate {
  /** Takes in one message. @returns the skew to take off this message's times, ms; 0 within the tolerance */
  receive(sent: number, receivedAt: number): number;
}

/** Jitter of a mine's network; a clock this near is left alone. */
export const SKEW_TOLERANCE_MS = 2_000;
/** Half of the window: a clock that was set is followed after a whole one, 40 to 45 s. */
const HALF_MS = 20_000;
const BUCKET_MS = 5_000;
const BUCKETS_A_HALF = HALF_MS / BUCKET_MS;

export const createSkewMeter = (): SkewMeter => {
  /** Greatest offset of each bucket of our time; the bucket's number tells whether it is still in the window. */
  const numbers = new Float64Array(2 * BUCKETS_A_HALF).fill(Number.NaN);
  const offsets = new Float64Array(2 * BUCKETS_A_HALF);
  let current = Number.NaN;
  let measuredMs: number | null = null;

  /** The greatest offset among `BUCKETS_A_HALF` buckets that end before `end`; null where there was no message. */
  const greatest = (end: number): number | null => {
    let found: number | null = null;
    for (let i = 0; i < numbers.length; i++)
      if (numbers[i]! < end && numbers[i]! >= end - BUCKETS_A_HALF && (found === null || offsets[i]! > found))
        found = offsets[i]!;
    return found;
  };

  /** Judges the whole buckets before `bucket`. */
  const judge = (bucket: number) => {
    const older = greatest(bucket - BUCKETS_A_HALF);
    const newer = greatest(bucket);
    if (older === null || newer === null || Math.abs(newer - older) > SKEW_TOLERANCE_MS) return;
    measuredMs = Math.round(Math.max(older, newer));
  };

  return {
    get measuredMs() {
      return measuredMs;
    },
    receive(sent, receivedAt) {
      const offset = sent - receivedAt;
      const bucket = Math.floor(receivedAt / BUCKET_MS);
      // Our own clock may be set back too: then the window starts anew.
      if (bucket < current) numbers.fill(Number.NaN);
      if (bucket !== current) {
        judge(bucket);
        current = bucket;
      }
      const slot = bucket % numbers.length;
      offsets[slot] = numbers[slot] === bucket ? Math.max(offsets[slot]!, offset) : offset;
      numbers[slot] = bucket;

      const measured = measuredMs !== null && Math.abs(measuredMs) > SKEW_TOLERANCE_MS ? measuredMs : 0;
      return offset > measured + SKEW_TOLERANCE_MS ? offset : measured;
    },
  };
};
