import type { Judgement, RuleFinding } from './finding.ts';
import { type MineWatch, rememberedOf, rosterOf } from './mine-watch.ts';
import { isFresh, isOnSurface, isUnderground, type Remembered } from './people-watch.ts';
import { judgedMinutes, personFinding } from './person-finding.ts';
import { lastShiftEnd, nextShiftStart, type ShiftTimes } from './shift-times.ts';

export interface NotOutLimits {
  /** After the end of the shift. */
  readonly minutes: number;
  readonly shifts: readonly ShiftTimes[];
  readonly timeZone: string;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Went underground before the own shift ended, and is still there so many minutes after. Who is lost is not out. People
 * without a shift cannot be judged. Where the entry was not seen, it is taken to lie before the end of the shift as long
 * as that end is nearer than the next start. Nearer to the start, the person may have come early for the next shift, and
 * while the shift runs is there for it: then nothing is known.
 */
export const notOut = (watch: MineWatch, { minutes, shifts, timeZone }: NotOutLimits): Judgement => {
  const { time } = watch.situation;
  const ends = new Map(
    shifts.map((shift) => [
      shift.id,
      { end: lastShiftEnd(time, shift, timeZone), start: nextShiftStart(time, shift, timeZone) },
    ]),
  );
  /** ms after the end of the shift; 0 where in time; null where it cannot be judged. */
  const lateBy = (person: Remembered): number | null => {
    if (!isUnderground(person)) return isOnSurface(person) ? 0 : null;
    const shift = rosterOf(watch, person)?.shift;
    const times = shift === undefined || shift === null ? undefined : ends.get(shift);
    if (!times) return null;
    const entered = person.enteredAt < times.end;
    // The start before the next one: after the last end, the shift is on.
    const isRunning = times.start - DAY > times.end;
    const enteredUnseen = !person.entryKnown && !isRunning && time - times.end < times.start - time;
    if (entered || enteredUnseen) return time - times.end;
    return person.entryKnown ? 0 : null;
  };
  const findings: RuleFinding[] = [];
  for (const person of watch.people.rows) {
    if (!person.person || !isUnderground(person)) continue;
    const late = lateBy(person);
    if (late === null || late <= minutes * MINUTE) continue;
    const since = time - late + minutes * MINUTE;
    const finding = personFinding(watch, person, { judged: judgedMinutes(late, minutes), since });
    if (finding) findings.push(finding);
  }
  return {
    findings,
    denies: (tag) => {
      const person = rememberedOf(watch, tag);
      if (!person || !isFresh(person)) return false;
      const late = lateBy(person);
      return late !== null && late <= minutes * MINUTE;
    },
  };
};
