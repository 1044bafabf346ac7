import type { Judgement, RuleFinding } from './finding.ts';
import { type MineWatch, rosterOf } from './mine-watch.ts';
import { isHeard } from './people-watch.ts';
import { personFinding } from './person-finding.ts';

/** A tag that is heard and registered for nobody: somebody is there and we do not know who. */
export const unregisteredTag = (watch: MineWatch): Judgement => {
  const findings: RuleFinding[] = [];
  for (const person of watch.people.rows) {
    if (!isHeard(person) || rosterOf(watch, person)?.name !== null) continue;
    const finding = personFinding(watch, person);
    if (finding) findings.push(finding);
  }
  return {
    findings,
    denies: (tag) => {
      const handle = watch.handleOf(tag);
      return handle !== undefined && watch.situation.roster.get(handle)?.name !== null;
    },
  };
};
