import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import type { AcceptedReadings } from '../ports.ts';

/** The newest value of every metric of every device. */
export interface LatestReadings {
  all(): Reading[];
  /** Counts up with every value taken. */
  readonly revision: number;
  /** Those taken after a revision. */
  since(revision: number): Reading[];
  /** Whether any of them was made up. */
  readonly synthetic: boolean;
  /** Whether any of this device's was. */
  isMadeUp(device: string): boolean;
  take(accepted: AcceptedReadings): void;
  restore(readings: readonly Reading[]): void;
  /** Our clock was set by so many ms: what was heard by the old one is moved with it. */
  move(step: number): void;
}

/** Devices are listed in live.yaml, but others are admitted as well; a gateway that makes them up must not fill the memory. */
const MOST_READINGS = 50_000;

export const createLatestReadings = (): LatestReadings => {
  const latest = new Map<string, { reading: Reading; revision: number }>();
  let revision = 0;
  let madeUp = 0;
  const put = (reading: Reading): void => {
    const key = `${reading.device} ${reading.metric}`;
    const known = latest.get(key);
    // What was true later stays, whatever comes in later.
    if (known ? known.reading.at > reading.at : latest.size >= MOST_READINGS) return;
    madeUp += (reading.synthetic ? 1 : 0) - (known?.reading.synthetic ? 1 : 0);
    latest.set(key, { reading, revision: ++revision });
  };
  return {
    all: () => [...latest.values()].map(({ reading }) => reading),
    get revision() {
      return revision;
    },
    get synthetic() {
      return madeUp > 0;
    },
    isMadeUp: (device) =>
      madeUp > 0 &&
      [...latest.values()].some(({ reading: r }) => r.device === device && r.synthetic === true),
    since: (after) => {
      if (after === revision) return [];
      const changed: Reading[] = [];
      for (const one of latest.values()) if (one.revision > after) changed.push(one.reading);
      return changed;
    },
    take: ({ kind, message, skewMs, at, receivedAt }) => {
      const mark = message.synthetic === true ? { synthetic: true } : {};
      for (const { device, at: own, values } of message.readings) {
        const time = own === undefined ? at : own - skewMs;
        for (const [name, value] of Object.entries(values))
          if (value !== undefined)
            put({ device, metric: `${kind}.${name}`, value, at: time, receivedAt, ...mark });
      }
    },
    restore: (readings) => {
      for (const reading of readings) put(reading);
    },
    move: (step) => {
      for (const [key, { reading }] of latest) {
        const moved = { ...reading, at: reading.at + step, receivedAt: reading.receivedAt + step };
        latest.set(key, { reading: moved, revision: ++revision });
      }
    },
  };
};
