import type { Alarm } from '../contracts/live/alarm.ts';

/**
 * Of alarms that had to be closed out by the end of the day they were raised on: how many there are whose day is over, and of how
 * many everything (cleared and acknowledged) was done by then. Alarms nobody sets a day for are not counted.
 * @param now ms
 */
export const closedSameDay = (
  alarms: readonly Pick<Alarm, 'closeBy' | 'clearedAt' | 'acknowledged'>[],
  now: number,
): { readonly all: number; readonly sameDay: number } => {
  const over = alarms.filter(({ closeBy }) => closeBy !== null && closeBy <= now);
  const inTime = over.filter(
    ({ closeBy, clearedAt, acknowledged }) =>
      clearedAt !== null && acknowledged !== null && Math.max(clearedAt, acknowledged.at) <= closeBy!,
  );
  return { all: over.length, sameDay: inTime.length };
};
