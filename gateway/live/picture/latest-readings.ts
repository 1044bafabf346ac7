import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import type { AcceptedReadings } from '../ports.ts';

/** The newest value of every metric of every device. */
export interface LatestReadings {
  all(): Reading[];
  /** Counts up with every value taken. */
  readonly revision: number;
  /** Those taken after a revision. */
  since(revision: number): Reading[];
  take(accepted: AcceptedReadings): void;
  restore(readings: readonly Reading[]): void;
}

/** Devices are listed in live.yaml, but others are admitted as well; a gateway that makes them up must not fill the memory. */
const MOST_READINGS = 50_000;

export const createLatestReadings = (): LatestReadings => {
  const latest = new Map<string, { reading: Reading; revision: number }>();
  let revision = 0;
  const put = (reading: Reading): void => {
    const key = `${reading.device} ${reading.metric}`;
    const known = latest.get(key);
    // What was true later stays, whatever comes in later.
    if (known ? known.reading.at > reading.at : latest.size >= MOST_READINGS) return;
    latest.set(key, { reading, revision: ++revision });
  };
  return {
    all: () => [...latest.values()].map(({ reading }) => reading),
    get revision() {
      return revision;
    },
    since: (after) => {
      if (after === revision) return [];
      const changed: Reading[] = [];
      for (const one of latest.values()) if (one.revision > after) changed.push(one.reading);
      return changed;
    },
    take: ({ kind, message, skewMs, at, receivedAt }) => {
      for (const { device, at: own, values } of message.readings) {
        const time = own === undefined ? at : own - skewMs;
        for (const [name, value] of Object.entries(values))
          if (value !== undefined) put({ device, metric: `${kind}.${name}`, value, at: time, receivedAt });
      }
    },
    restore: (readings) => {
      for (const reading of readings) put(reading);
    },
  };
};
