import type { RuleFinding } from './finding.ts';

/**
 * Keeps an alarm from flapping. A finding is raised once it has held for `raiseAfterSeconds`, and cleared once it has
 * been denied for `clearAfterSeconds`; in between, and while nothing is known, everything stays as it is. Time is that
 * of the pictures, and a gap between pictures counts as one step of at most STEP_SECONDS: silence neither raises nor
 * clears anything.
 */
export interface LatchTimes {
  readonly raiseAfterSeconds: number;
  readonly clearAfterSeconds: number;
}

/** Longest time one picture can speak for. Pictures come once a second. */
export const STEP_SECONDS = 5;

export interface Latch {
  raised: boolean;
  /** ms; when the finding that is held or raised became true. */
  since: number;
  /** Seconds the present answer has held against the state: held while not raised, denied while raised. */
  against: number;
}

export type LatchEvent = 'raise' | 'clear' | null;

export const newLatch = (raised = false, since = Number.NaN): Latch => ({ raised, since, against: 0 });

/**
 * One picture's answer about one finding.
 * @param answer the finding, `denied`, or null where nothing is known
 * @param seconds since the last picture; 0 at the first
 * @param time of the picture, ms
 */
export const stepLatch = (
  latch: Latch,
  answer: RuleFinding | 'denied' | null,
  seconds: number,
  time: number,
  { raiseAfterSeconds, clearAfterSeconds }: LatchTimes,
): LatchEvent => {
  if (answer === null) return null;
  const step = Math.min(Math.max(seconds, 0), STEP_SECONDS);
  if (answer === 'denied') {
    if (!latch.raised) {
      latch.against = 0;
      latch.since = Number.NaN;
      return null;
    }
    latch.against += step;
    if (latch.against < clearAfterSeconds) return null;
    latch.raised = false;
    latch.against = 0;
    latch.since = Number.NaN;
    return 'clear';
  }
  if (latch.raised) {
    latch.against = 0;
    return null;
  }
  // The first answer opens the time; it has not held for any of it yet.
  if (Number.isNaN(latch.since)) latch.since = answer.since ?? time;
  else latch.against += step;
  if (latch.against < raiseAfterSeconds) return null;
  latch.raised = true;
  latch.against = 0;
  return 'raise';
};
