/**
 * How often a picture is drawn while things move: as often as the display where a frame is cheap, ten times a second
 * where it is not, so that the page stays usable on a machine without graphics.
 */
export interface FramePace {
  /** Whether a frame is due for this want. @param now ms */
  due(now: number, want: 'moving' | 'pulsing' | 'nothing'): boolean;
  /** A frame was drawn. @param now ms at its start */
  drawn(now: number): void;
  /** The next animation frame began: tells what the last drawn one cost, main thread and graphics together. */
  next(now: number): void;
}

/** ms; above this a frame is dear. */
const DEAR_MS = 60;
/** ms between frames where they are dear. */
const SLOW_MS = 100;
/** ms; a pulse needs no more than this. */
const PULSE_MS = 50;
/** Weight of the newest frame in the running mean of costs. */
const NEWEST = 0.25;

export function createFramePace(): FramePace {
  let last = Number.NEGATIVE_INFINITY;
  let measuring = false;
  let cost = 0;
  return {
    due(now, want) {
      if (want === 'nothing') return false;
      const least = cost > DEAR_MS ? SLOW_MS : want === 'pulsing' ? PULSE_MS : 0;
      // A hair early is on time: animation frames come a little before or after their multiple.
      return now - last >= least - 2;
    },
    drawn(now) {
      last = now;
      measuring = true;
    },
    next(now) {
      if (!measuring) return;
      measuring = false;
      cost += (now - last - cost) * NEWEST;
    },
  };
}
