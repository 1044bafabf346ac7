import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import { compareAlarms, isOpen } from '../../../domain/rules/alarm-order.ts';

/** What an alarm still asks for. `cleared`: no longer true, but nobody has answered for it. */
export const alarmStage = ({
  clearedAt,
  acknowledged,
}: Alarm): 'open' | 'answered' | 'cleared' | 'settled' =>
  acknowledged === null
    ? clearedAt === null
      ? 'open'
      : 'cleared'
    : clearedAt === null
      ? 'answered'
      : 'settled';

/** Everything that is not settled, in order. */
export const alarmQueue = (alarms: Iterable<Alarm>): Alarm[] =>
  [...alarms].filter(isOpen).sort(compareAlarms);

/** Nobody has answered yet. */
export const isUnanswered = (alarm: Alarm): boolean => alarm.acknowledged === null;

/** Its day is nearly over, or is, and nobody has answered. */
export const isToCloseOut = (alarm: Alarm): boolean => isUnanswered(alarm) && alarm.escalatedAt !== null;

/** What a banner shows until somebody answers: calls for help and red warnings. */
export const isGrave = (alarm: Alarm): boolean =>
  isUnanswered(alarm) && (alarm.urgency === 'sos' || alarm.warning === 'red');
