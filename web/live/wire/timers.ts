/** Time as the connection and the replay use it, so that tests can hold it in their hands. */
export interface Timers {
  /** ms, never set back. */
  now(): number;
  /** @returns a function that calls it off */
  after(ms: number, then: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};
