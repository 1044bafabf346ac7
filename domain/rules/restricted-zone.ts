import type { Judgement, RuleFinding } from './finding.ts';
import { type MineWatch, rememberedOf, rosterOf } from './mine-watch.ts';
import { isFresh, isHeard } from './people-watch.ts';
import { personFinding } from './person-finding.ts';
import type { RulePlace } from './place-membership.ts';

/** A zone with those who may be in it. `number` is its row in the place membership. */
export interface ZoneLimit {
  readonly number: number;
  readonly place: RulePlace;
  /** Empty: nobody may. A tag without a team is in none of them. */
  readonly allowedTeams: ReadonlySet<string>;
}

/** A person in a zone that the team may not enter. */
export const restrictedZone = (watch: MineWatch, zones: ReadonlyMap<number, ZoneLimit>): Judgement => {
  const { people } = watch;
  const isAllowed = (zone: ZoneLimit, team: string | null | undefined): boolean =>
    typeof team === 'string' && zone.allowedTeams.has(team);
  const findings: RuleFinding[] = [];
  const byPlace: (ZoneLimit | undefined)[] = [];
  for (const [number, zone] of zones) byPlace[number] = zone;
  const { hitCount, hitPlace, hitRow } = people;
  for (let i = 0; i < hitCount; i++) {
    const zone = byPlace[hitPlace[i]!];
    if (!zone) continue;
    const person = people.rows[hitRow[i]!]!;
    if (!isHeard(person) || isAllowed(zone, rosterOf(watch, person)?.team)) continue;
    const finding = personFinding(watch, person, { scope: zone.place.id, place: zone.place.name });
    if (finding) findings.push(finding);
  }
  return {
    findings,
    denies: (tag, scope) => {
      const person = rememberedOf(watch, tag);
      const zone = [...zones.values()].find(({ place }) => place.id === scope);
      if (!person || !zone || !isFresh(person)) return false;
      return isAllowed(zone, rosterOf(watch, person)?.team) || !people.isIn(person.row, zone.number);
    },
  };
};
