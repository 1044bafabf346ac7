import { type Alarm, URGENCIES } from '../contracts/live/alarm.ts';

/** Still wants an answer: not acknowledged, or not over. */
export const isOpen = ({ acknowledged, clearedAt }: Alarm): boolean =>
  acknowledged === null || clearedAt === null;

/**
 * The queue: sos before alarm before notice; in each, those nobody has acknowledged first, then those whose day nears its end
 * (escalated), then the newest first. For Array.sort; the same for two alarms only where they are one.
 */
export const compareAlarms = (a: Alarm, b: Alarm): number =>
  URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
  Number(a.acknowledged !== null) - Number(b.acknowledged !== null) ||
  Number(b.escalatedAt !== null) - Number(a.escalatedAt !== null) ||
  b.raisedAt - a.raisedAt ||
  (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
