import { ENTITY_STATE } from '../contracts/live/entity.ts';
import type { Judgement, RuleFinding } from './finding.ts';
import { type MineWatch, rememberedOf } from './mine-watch.ts';
import { isFresh, type Remembered } from './people-watch.ts';
import { personFinding } from './person-finding.ts';

/** The emergency button. It holds through silence: only the tag itself, heard now and calling no more, denies it. */
export const sos = (watch: MineWatch): Judgement => {
  const { state } = watch.situation.entities;
  const calls = ({ row }: Remembered): boolean => (state[row]! & ENTITY_STATE.SOS) !== 0;
  const findings: RuleFinding[] = [];
  for (const person of watch.people.rows) {
    if (!calls(person)) continue;
    const finding = personFinding(watch, person);
    if (finding) findings.push(finding);
  }
  return {
    findings,
    denies: (tag) => {
      const person = rememberedOf(watch, tag);
      return person !== undefined && isFresh(person) && !calls(person);
    },
  };
};
