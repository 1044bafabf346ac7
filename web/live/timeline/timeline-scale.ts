import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import { dayStart } from '../moment-text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Steps of the marked times, each a whole part of the next. */
const STEPS = [
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  48 * HOUR,
  168 * HOUR,
];

/** Round times between from and to, ms, by the mine's clock, at most `most` of them. */
export const markedTimes = (from: number, to: number, most: number, zone: string): number[] => {
  const step = STEPS.find((one) => (to - from) / one <= most) ?? STEPS.at(-1)!;
  const origin = dayStart(from, zone);
  const first = origin + Math.ceil((from - origin) / step) * step;
  const times: number[] = [];
  for (let time = first; time <= to; time += step) times.push(time);
  return times;
};

/** Share 0…1 of the way from `from` to `to`. */
export const shareOf = (time: number, from: number, to: number): number =>
  to > from ? Math.min(1, Math.max(0, (time - from) / (to - from))) : 1;

export interface AlarmTick {
  readonly share: number;
  readonly grave: boolean;
  readonly count: number;
}

/** Alarms as ticks; those nearer than `apart` (share) stand as one, which is grave where one of them is. */
export const alarmTicks = (
  alarms: readonly Alarm[],
  from: number,
  to: number,
  apart: number,
): AlarmTick[] => {
  const ticks: { share: number; grave: boolean; count: number }[] = [];
  for (const alarm of [...alarms].sort((a, b) => a.raisedAt - b.raisedAt)) {
    if (alarm.raisedAt < from || alarm.raisedAt > to) continue;
    const share = shareOf(alarm.raisedAt, from, to);
    const grave = alarm.urgency === 'sos' || alarm.warning === 'red';
    const last = ticks.at(-1);
    if (last && share - last.share < apart) {
      last.grave ||= grave;
      last.count++;
    } else ticks.push({ share, grave, count: 1 });
  }
  return ticks;
};
