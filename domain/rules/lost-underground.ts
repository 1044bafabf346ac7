import type { Judgement, RuleFinding } from './finding.ts';
import { type MineWatch, rememberedOf } from './mine-watch.ts';
import { isFresh, isLost, isUnderground } from './people-watch.ts';
import { personFinding } from './person-finding.ts';

/**
 * Last seen underground, and not heard any more. Only being heard again ends it. After a start of the program the last
 * places are as old as the pause; who has not been heard since is given time to be, before being called lost.
 */
export const lostUnderground = (watch: MineWatch): Judgement => {
  const findings: RuleFinding[] = [];
  for (const person of watch.people.rows) {
    if (!person.person || !isLost(person) || !isUnderground(person)) continue;
    if (!watch.isWarm && person.heardAt < watch.startedAt) continue;
    const finding = personFinding(watch, person, { since: person.heardAt });
    if (finding) findings.push(finding);
  }
  return {
    findings,
    denies: (tag) => {
      const person = rememberedOf(watch, tag);
      return person !== undefined && isFresh(person);
    },
  };
};
