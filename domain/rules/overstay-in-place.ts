import type { Judgement, RuleFinding } from './finding.ts';
import { type MineWatch, rememberedOf } from './mine-watch.ts';
import { isFresh, type Remembered } from './people-watch.ts';
import { judgedMinutes, personFinding } from './person-finding.ts';
import type { RulePlace } from './place-membership.ts';

/** A place with the longest stay allowed in it. `number` is its row in the place membership. */
export interface StayLimit {
  readonly number: number;
  readonly place: RulePlace;
  readonly minutes: number;
}

/** Who steps out for less than this has not left: at the edge of a place positions jump in and out. Seconds. */
const LEFT_AFTER_SECONDS = 60;
const MINUTE = 60_000;

interface Stay {
  readonly person: Remembered;
  readonly limit: StayLimit;
  readonly since: number;
  /** false: was in it when first heard; `since` is "at the latest". */
  readonly known: boolean;
  lastIn: number;
  /** First picture it was heard elsewhere; NaN while in it. */
  outSince: number;
}

/** Longer in a place than its limit. Remembers who came when, so one of these is made for the life of a mine. */
export const createOverstayInPlace = (limits: readonly StayLimit[]): ((watch: MineWatch) => Judgement) => {
  const limitOf = new Map(limits.map((limit) => [limit.number, limit]));
  const stays = new Map<string, Stay>();
  const keyOf = (handle: number, number: number): string => `${handle} ${number}`;
  return (watch) => {
    const { people, situation } = watch;
    const { time } = situation;
    for (let i = 0; i < people.hitCount; i++) {
      const limit = limitOf.get(people.hitPlace[i]!);
      if (!limit) continue;
      const person = people.rows[people.hitRow[i]!]!;
      const key = keyOf(person.handle, limit.number);
      const stay = stays.get(key);
      if (stay) {
        stay.lastIn = time;
        stay.outSince = Number.NaN;
      } else {
        const since = person.heardAt;
        stays.set(key, {
          person,
          limit,
          since,
          known: since > person.firstHeardAt,
          lastIn: time,
          outSince: Number.NaN,
        });
      }
    }
    const findings: RuleFinding[] = [];
    for (const [key, stay] of stays) {
      const { person, limit, since } = stay;
      // Only one who is heard elsewhere is leaving; whoever is not in the picture may still be there.
      if (stay.lastIn !== time && person.row >= 0 && isFresh(person)) {
        if (Number.isNaN(stay.outSince)) stay.outSince = time;
        if (time - stay.outSince >= LEFT_AFTER_SECONDS * 1000) {
          stays.delete(key);
          continue;
        }
      }
      const ms = time - since;
      if (person.row < 0 || ms <= limit.minutes * MINUTE) continue;
      const finding = personFinding(watch, person, {
        scope: limit.place.id,
        place: limit.place.name,
        judged: judgedMinutes(ms, limit.minutes),
        since: since + limit.minutes * MINUTE,
      });
      if (finding) findings.push(finding);
    }
    return {
      findings,
      denies: (tag, scope) => {
        const person = rememberedOf(watch, tag);
        const limit = limits.find(({ place }) => place.id === scope);
        if (!person || !limit || !isFresh(person)) return false;
        const stay = stays.get(keyOf(person.handle, limit.number));
        return !stay || (stay.known && time - stay.since <= limit.minutes * MINUTE);
      },
    };
  };
};
