import type { Alarm } from '../../../domain/contracts/live/alarm.ts';

/**
 * Brings alarms into the store, however long it is away: the latest state of each waits until it is written. Alarms are
 * few and each waits once however often it changes, so what waits is bounded by how many there are.
 */
export interface AlarmWriter {
  /** Resolves once this state of the alarm or a later one is stored; rejects where it had to be given up. */
  put(alarm: Alarm): Promise<void>;
  /** Starts what may be started; called once a tick. `time` in ms. */
  run(time: number): void;
  health(): AlarmWriterHealth;
  /** Writes what is left, once; what the store does not take then stays unwritten. */
  close(): Promise<void>;
}

export interface AlarmWriterHealth {
  readonly waiting: number;
  /** Alarms given up because `most` others were waiting already. They are shown, but history lacks them. */
  readonly givenUp: number;
  /** null: the last write went well. */
  readonly problem: string | null;
}

interface Waiting {
  alarm: Alarm;
  done(error?: Error): void;
  readonly kept: Promise<void>;
}

export interface AlarmWriterOptions {
  /** Most alarms waiting. An alarm is about 1 KiB. */
  readonly most: number;
  readonly inFlight: number;
  readonly retryAfterMs: number;
}
const DEFAULTS: AlarmWriterOptions = { most: 20_000, inFlight: 16, retryAfterMs: 1_000 };

export const createAlarmWriter = (
  write: (alarm: Alarm) => Promise<void>,
  options: Partial<AlarmWriterOptions> = {},
): AlarmWriter => {
  const { most, inFlight, retryAfterMs } = { ...DEFAULTS, ...options };
  const waiting = new Map<string, Waiting>();
  const writing = new Map<string, Promise<void>>();
  let givenUp = 0;
  let problem: string | null = null;
  let notBefore = Number.NEGATIVE_INFINITY;
  let now = Number.NEGATIVE_INFINITY;

  const writeOne = async (item: Waiting): Promise<void> => {
    const { id } = item.alarm;
    try {
      await write(item.alarm);
      problem = null;
      item.done();
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
      notBefore = now + retryAfterMs;
      const newer = waiting.get(id);
      if (newer) newer.kept.then(() => item.done(), item.done);
      else waiting.set(id, item);
    }
  };
  const start = (): void => {
    if (now < notBefore) return;
    for (const [id, item] of waiting) {
      if (writing.size >= inFlight) return;
      // One alarm's states go one after the other, or an older one could win.
      if (writing.has(id)) continue;
      waiting.delete(id);
      writing.set(
        id,
        writeOne(item).then(() => {
          writing.delete(id);
          if (problem === null) start();
        }),
      );
    }
  };

  return {
    put: (alarm) => {
      const present = waiting.get(alarm.id);
      if (present) {
        present.alarm = alarm;
        return present.kept;
      }
      if (waiting.size + writing.size >= most) {
        givenUp++;
        const error = new Error(`alarm ${alarm.id} is not written: ${most} others wait for the store`);
        return Promise.reject(error);
      }
      let done: Waiting['done'] = () => {};
      const kept = new Promise<void>((resolve, reject) => {
        done = (error) => (error ? reject(error) : resolve());
      });
      kept.catch(() => {});
      waiting.set(alarm.id, { alarm, done, kept });
      start();
      return kept;
    },
    run: (time) => {
      now = time;
      // Our clock may have been set back: a pause must not last until it is there again.
      notBefore = Math.min(notBefore, now + retryAfterMs);
      start();
    },
    health: () => ({ waiting: waiting.size + writing.size, givenUp, problem }),
    close: async () => {
      notBefore = Number.NEGATIVE_INFINITY;
      start();
      while (writing.size > 0) await Promise.all(writing.values());
    },
  };
};
