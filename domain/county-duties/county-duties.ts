import type { RegisterMine } from '../contracts/county.ts';
import type { Duty } from '../contracts/county-duties.ts';
import type { KnownFact, MineDutiesRow } from '../contracts/county-duties-view.ts';
import { mineOnDay } from '../county/mine-on-day.ts';
import { type FoundOfMine, factsOfMine, type RegisterAge } from './facts-of-mine.ts';
import { byWhatMatters, mineStanding } from './mine-standing.ts';

const NEVER_REPORTED: KnownFact = { value: null, source: null, doubt: 'not-reported' };

/** Names of the facts and events a duty looks at. */
export const looksAt = ({ onlyWhere, due }: Duty): string[] => [
  ...(onlyWhere ? [onlyWhere.fact] : []),
  'requires' in due ? due.requires.fact : due.event,
];

/** Every mine against every duty, what matters first. @param o.on the day judged @param o.today the county's day */
export const countyDuties = (o: {
  readonly duties: readonly Duty[];
  readonly mines: readonly { readonly mine: RegisterMine; readonly found: FoundOfMine }[];
  readonly on: string;
  readonly today: string;
  readonly register: RegisterAge;
}): MineDutiesRow[] => {
  const { duties, on, today, register: age } = o;
  // What the gateway found besides is shown too: it may be what speaks against a report.
  const names = [...new Set([...duties.flatMap(looksAt), 'nextYearSurveyedPercent'])];
  const rows = o.mines.map(({ mine, found }) => {
    const { facts, known } = factsOfMine({ mine, found, on, today, register: age });
    return { register: mine, known, ...mineStanding(duties, facts, on) };
  });
  const standing = new Map(rows.map((row) => [row.mine, row]));
  return byWhatMatters(rows).map(({ mine, score, parts, duties: judged }) => {
    const { known, register } = standing.get(mine)!;
    const { name, town, type, size, leader, bundle } = register;
    const { state, grade, risk } = mineOnDay(register, on < today ? on : null);
    return {
      ...{ mine, name, town, type, size, bundle, state, grade, risk },
      leader: leader && `${leader.name} · ${leader.office}`,
      score,
      parts: [...parts],
      states: judged.map(({ state: of }) =>
        of.kind === 'unknown' ? { ...of, missing: [...of.missing] } : of,
      ),
      facts: Object.fromEntries(
        names.flatMap((name) => {
          const fact = known.get(name);
          if (fact) return [[name, fact]];
          return name === 'nextYearSurveyedPercent' ? [] : [[name, NEVER_REPORTED]];
        }),
      ),
    };
  });
};
