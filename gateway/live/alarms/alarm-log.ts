import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import { compareAlarms, isOpen } from '../../../domain/rules/alarm-order.ts';

/** What a viewer gets that has seen everything up to a cursor. */
export interface AlarmNews {
  readonly cursor: number;
  /** true: everything open, to replace what the viewer holds; false: what changed after its cursor. */
  readonly whole: boolean;
  readonly alarms: readonly Alarm[];
}

/** Closed alarms stay so many changes long, for viewers that come back; older viewers get everything open anew. */
const CLOSED_KEPT = 2_000;

/** The alarms of one mine as they are now, each with the cursor of its last change. */
export interface AlarmLog {
  readonly cursor: number;
  get(id: string): Alarm | undefined;
  /** Takes a changed or new alarm, numbers the change and returns the alarm so numbered. */
  put(alarm: Alarm): Alarm;
  /** Takes an alarm as it was stored, with its own cursor. */
  restore(alarm: Alarm): void;
  /** Later changes are numbered after this. */
  advance(cursor: number): void;
  /** Everything open, in no order. */
  open(): Alarm[];
  /** Everything open, in the order of the queue. */
  queue(): Alarm[];
  since(cursor: number | undefined): AlarmNews;
}

export const createAlarmLog = (): AlarmLog => {
  /** In the order of their last change, so the cursor grows through it. */
  const alarms = new Map<string, Alarm>();
  const closed = new Set<string>();
  let cursor = 0;
  /** Changes up to here may be missing. Before the first alarm is known that is everything. */
  let forgotten = 0;

  const keep = (alarm: Alarm): void => {
    alarms.delete(alarm.id);
    alarms.set(alarm.id, alarm);
    closed.delete(alarm.id);
    if (!isOpen(alarm)) closed.add(alarm.id);
    if (closed.size <= CLOSED_KEPT) return;
    const [oldest] = closed;
    forgotten = Math.max(forgotten, alarms.get(oldest!)!.cursor);
    closed.delete(oldest!);
    alarms.delete(oldest!);
  };
  const open = (): Alarm[] => [...alarms.values()].filter(isOpen);
  const queue = (): Alarm[] => open().sort(compareAlarms);

  return {
    get cursor() {
      return cursor;
    },
    get: (id) => alarms.get(id),
    put: (alarm) => {
      const numbered = { ...alarm, cursor: ++cursor };
      keep(numbered);
      return numbered;
    },
    restore: (alarm) => {
      keep(alarm);
      cursor = Math.max(cursor, alarm.cursor);
    },
    advance: (to) => {
      cursor = Math.max(cursor, to);
      // What closed before the start is in the store, not here.
      forgotten = Math.max(forgotten, to);
    },
    open,
    queue,
    since: (seen) => {
      // A cursor ahead of ours is of a life before a restart with the store away.
      if (seen === undefined || seen < forgotten || seen > cursor)
        return { cursor, whole: true, alarms: queue() };
      const changed = [...alarms.values()].filter((alarm) => alarm.cursor > seen);
      return { cursor, whole: false, alarms: changed.sort((a, b) => a.cursor - b.cursor) };
    },
  };
};
