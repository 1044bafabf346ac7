import type { Timers } from './timers.ts';

/** Time that passes when the test says so. */
export const testTimers = () => {
  let now = 0;
  let next = 0;
  const waiting = new Map<number, { at: number; then: () => void }>();
  const timers: Timers = {
    now: () => now,
    after: (ms, then) => {
      const id = next++;
      waiting.set(id, { at: now + ms, then });
      return () => void waiting.delete(id);
    },
  };
  /** Lets `ms` pass; promises that are settled meanwhile get their turn. */
  const pass = async (ms: number) => {
    const end = now + ms;
    for (;;) {
      for (let i = 0; i < 10; i++) await Promise.resolve();
      const due = [...waiting].filter(([, one]) => one.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      waiting.delete(due[0]);
      now = Math.max(now, due[1].at);
      due[1].then();
    }
    now = end;
  };
  return { timers, pass };
};
