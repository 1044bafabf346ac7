import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import { isOpen } from '../../../domain/rules/alarm-order.ts';
import type { LiveStore } from '../ports.ts';

/** A store that forgets nothing but with the process, and that can be away. */
export const memoryAlarmStore = (readings: readonly Reading[] = []) => {
  const rows = new Map<string, Alarm>();
  const state = { isDown: false, writes: 0 };
  const orDown = <T>(answer: () => T): Promise<T> =>
    state.isDown ? Promise.reject(new Error('the database does not answer')) : Promise.resolve(answer());
  const store: Pick<LiveStore, 'putAlarm' | 'alarms' | 'readings'> = {
    putAlarm: (alarm) =>
      orDown(() => {
        state.writes++;
        rows.set(alarm.id, structuredClone(alarm));
      }),
    alarms: ({ mine, open, afterCursor = 0, limit }) =>
      orDown(() =>
        [...rows.values()]
          .filter((alarm) => alarm.mine === mine && alarm.cursor > afterCursor && (!open || isOpen(alarm)))
          .slice(0, limit),
      ),
    readings: (_, device, metric, from, to) =>
      orDown(() =>
        readings.filter((r) => r.device === device && r.metric === metric && r.at >= from && r.at <= to),
      ),
  };
  return { store, rows, state };
};

/** UUIDs that count up, so that tests read the same every time. */
export const countingIds = (start = 0): (() => string) => {
  let n = start;
  return () => `01900000-0000-7000-8000-${String(++n).padStart(12, '0')}`;
};
