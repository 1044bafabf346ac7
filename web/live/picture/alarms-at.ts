import type { Alarm } from '../../../domain/contracts/live/alarm.ts';

/**
 * An alarm as it stood at a moment of the past, ms; null before it was raised. What came later is taken back: nobody
 * had acknowledged it yet, nor had it cleared.
 */
export const alarmAt = (alarm: Alarm, time: number): Alarm | null => {
  if (alarm.raisedAt > time) return null;
  const then = (at: number | null) => (at !== null && at <= time ? at : null);
  // What it was before it became graver.
  const before = alarm.risen?.find(({ at }) => at > time);
  const answer = before ? before.acknowledged : alarm.acknowledged;
  const risen = alarm.risen?.filter(({ at }) => at <= time) ?? [];
  const { risen: _, ...rest } = alarm;
  return {
    ...rest,
    ...(risen.length > 0 && { risen }),
    ...(before && { urgency: before.from }),
    clearedAt: then(alarm.clearedAt),
    escalatedAt: then(alarm.escalatedAt),
    acknowledged: answer && answer.at <= time ? answer : null,
  };
};

/**
 * Whether what an alarm of the past says may only have become so after the moment shown: of each is kept the worst value and
 * the last place up to its end, not since when, so while it had not ended by then either may be of later.
 */
export const maySayLater = (alarm: Alarm, isPast: boolean): boolean =>
  isPast && alarm.clearedAt === null && (alarm.judged !== null || alarm.subject.type === 'entity');

/** By id, as they stood at a moment. */
export const alarmsAt = (alarms: Iterable<Alarm>, time: number): Map<string, Alarm> => {
  const map = new Map<string, Alarm>();
  for (const alarm of alarms) {
    const then = alarmAt(alarm, time);
    if (then) map.set(then.id, then);
  }
  return map;
};
