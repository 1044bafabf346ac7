import type { Judgement, RuleFinding } from './finding.ts';
import { type MineWatch, rememberedOf } from './mine-watch.ts';
import { isFresh, isOnSurface, isUnderground, type Remembered } from './people-watch.ts';
import { judgedMinutes, personFinding } from './person-finding.ts';

const MINUTE = 60_000;

/**
 * Longer underground than `minutes`, by the time of the picture: who is lost is not out. Where the entry was not seen
 * the time counts from when the person was first seen, so the true stay is longer.
 */
export const overstay = (watch: MineWatch, minutes: number): Judgement => {
  const { time } = watch.situation;
  const stay = (person: Remembered): number =>
    person.person && isUnderground(person) ? time - person.enteredAt : 0;
  const findings: RuleFinding[] = [];
  for (const person of watch.people.rows) {
    const ms = stay(person);
    if (!(ms > minutes * MINUTE)) continue;
    const since = person.enteredAt + minutes * MINUTE;
    const finding = personFinding(watch, person, { judged: judgedMinutes(ms, minutes), since });
    if (finding) findings.push(finding);
  }
  return {
    findings,
    denies: (tag) => {
      const person = rememberedOf(watch, tag);
      if (!person || !isFresh(person)) return false;
      if (isOnSurface(person)) return true;
      return isUnderground(person) && person.entryKnown && stay(person) <= minutes * MINUTE;
    },
  };
};
