import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import { readingKey } from '../live-store.ts';
import { alarmsAt } from './alarms-at.ts';

/** Alarms and readings of a moment of the past, fetched as it is shown; null while they are not known. */
export interface PastData {
  alarms(time: number): ReadonlyMap<string, Alarm> | null;
  /** Whether there are older ones than `alarms` has. */
  alarmsCut(time: number): boolean;
  readings(time: number): ReadonlyMap<string, Reading> | null;
  /** Asks for what the moment needs and is not there. `speed`: how fast the past is played, 0 standing still. */
  want(time: number, speed: number): void;
  stop(): void;
}

/** As far as one answer goes. */
export interface AlarmList {
  readonly alarms: readonly Alarm[];
  /** There are older ones. */
  readonly more: boolean;
}

export interface PastSource {
  /** Raised before `to` and not cleared before `from`, ms. */
  readonly fetchAlarms: (from: number, to: number, signal: AbortSignal) => Promise<AlarmList>;
  /** The latest of every device and metric at a moment, ms. */
  readonly fetchReadings: (at: number, signal: AbortSignal) => Promise<readonly Reading[]>;
  /** The gateway's clock, ms. */
  readonly now: () => number;
  readonly changed: () => void;
}

const BLOCK_MS = 3_600_000;
const BLOCKS_KEPT = 24;
/** So long after the moment they were asked for readings still count as those of the moment shown. */
const READINGS_HOLD_MS = 10_000;
/** At fast play they hold longer: two seconds on the screen. */
const HOLD_SCREEN_SECONDS = 2;

interface Block {
  readonly alarms: readonly Alarm[];
  readonly more: boolean;
  /** Nothing later than this is in it. */
  readonly upTo: number;
}

export const createPastData = ({ fetchAlarms, fetchReadings, now, changed }: PastSource): PastData => {
  const abort = new AbortController();
  const blocks = new Map<number, Block>();
  const asked = new Set<number>();
  let readings: { at: number; hold: number; map: ReadonlyMap<string, Reading> } | null = null;
  let asking = false;
  let wantedAt: { time: number; hold: number } | null = null;

  const blockOf = (time: number) => Math.floor(time / BLOCK_MS) * BLOCK_MS;

  const askAlarms = (start: number) => {
    if (asked.has(start)) return;
    asked.add(start);
    const upTo = now();
    fetchAlarms(start, start + BLOCK_MS, abort.signal).then(
      ({ alarms, more }) => {
        if (abort.signal.aborted) return;
        asked.delete(start);
        blocks.set(start, { alarms, more, upTo });
        const oldest = blocks.keys().next().value;
        if (blocks.size > BLOCKS_KEPT && oldest !== undefined) blocks.delete(oldest);
        changed();
      },
      () => void asked.delete(start), // still unknown; the next moment shown asks again
    );
  };

  const askReadings = () => {
    if (asking || !wantedAt) return;
    const { time, hold } = wantedAt;
    wantedAt = null;
    asking = true;
    fetchReadings(time, abort.signal)
      .then(
        (list) => {
          if (abort.signal.aborted) return;
          readings = {
            at: time,
            hold,
            map: new Map(list.map((one) => [readingKey(one.device, one.metric), one])),
          };
          changed();
        },
        () => {}, // still unknown
      )
      .finally(() => {
        asking = false;
        if (!abort.signal.aborted) askReadings();
      });
  };

  const readingsAge = (time: number) =>
    readings && time >= readings.at ? (time - readings.at) / readings.hold : Number.POSITIVE_INFINITY;

  return {
    alarms(time) {
      const block = blocks.get(blockOf(time));
      return block && time <= block.upTo ? alarmsAt(block.alarms, time) : null;
    },
    alarmsCut: (time) => blocks.get(blockOf(time))?.more ?? false,
    readings: (time) => (readings && readingsAge(time) <= 1 ? readings.map : null),
    want(time, speed) {
      const block = blocks.get(blockOf(time));
      if (!block || time > block.upTo) askAlarms(blockOf(time));
      // Half way through, so that play never runs into the unknown.
      if (readingsAge(time) > (speed > 0 ? 0.5 : 1)) {
        wantedAt = { time, hold: Math.max(READINGS_HOLD_MS, speed * HOLD_SCREEN_SECONDS * 1000) };
        askReadings();
      }
    },
    stop: () => abort.abort(),
  };
};
