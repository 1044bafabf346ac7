import type { Alarm } from '../../../domain/contracts/live/alarm.ts';

/** As long as the notes of one alarm may grow together, characters. */
export const MOST_NOTE = 20_000;

/**
 * The first acknowledgement stands: who and when it was answered does not change any more. A later one adds its note
 * with its name; without a note it changes nothing.
 * @returns null where the notes would grow longer than MOST_NOTE
 */
export const acknowledgeAlarm = (
  alarm: Alarm,
  { by, note }: { readonly by: string; readonly note: string },
  at: number,
): Alarm | null => {
  const first = alarm.acknowledged;
  if (!first) return { ...alarm, acknowledged: { at, by, note } };
  if (note === '') return alarm;
  const notes = [first.note, `${by}: ${note}`].filter((text) => text !== '').join('\n');
  return notes.length > MOST_NOTE ? null : { ...alarm, acknowledged: { ...first, note: notes } };
};
