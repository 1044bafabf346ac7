import type { Alarm } from '../contracts/live/alarm.ts';
import type { LiveManifest } from '../contracts/live/live-manifest.ts';
import type { RuleBook } from '../contracts/live/rule-book.ts';
import { isOpen } from './alarm-order.ts';
import { endOfDay } from './shift-times.ts';

/** By when alarms of a mine are to be closed out; null where its county asks for nothing. */
export interface CloseOut {
  readonly timeZone: string;
  /** An alarm is escalated so long before. 0: at the end itself. */
  readonly minutesBefore: number;
}

/** The mine's own lead goes before the county's; no lead is built in. */
export const closeOutOf = ({ closeOut }: RuleBook, { timeZone, settings }: LiveManifest): CloseOut | null =>
  closeOut
    ? { timeZone, minutesBefore: settings?.escalateMinutesBefore ?? closeOut.escalateMinutesBefore ?? 0 }
    : null;

/** ms; the end of the day it was raised on, in the mine's time zone. */
export const closeBy = (raisedAt: number, closeOut: CloseOut | null): number | null =>
  closeOut ? endOfDay(raisedAt, closeOut.timeZone) : null;

/** Not closed out, and the end of its day is near or past, and it was not escalated yet. */
export const isToEscalate = (alarm: Alarm, time: number, closeOut: CloseOut | null): boolean =>
  closeOut !== null &&
  alarm.closeBy !== null &&
  alarm.escalatedAt === null &&
  isOpen(alarm) &&
  time >= alarm.closeBy - closeOut.minutesBefore * 60_000;
