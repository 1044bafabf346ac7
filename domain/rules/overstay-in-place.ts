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
  readonly since: number;
  /** false: was in it when first heard; `since` is "at the latest". */
  readonly known: boolean;
  lastIn: number;
  /** First picture it was heard elsewhere; NaN while in it. */
  outSince: number;
}

/** Longer in a place than its limit. Remembers who came when, so one of these is made for the life of a mine. */
export const createOverstayInPlace = (limits: readonly StayLimit[]): ((watch: MineWatch) => Judgement) => {
  /** By row in the place membership; what stays in a place by handle. */
  const watched: { readonly limit: StayLimit; readonly stays: Map<number, Stay> }[] = [];
  for (const limit of limits) watched[limit.number] = { limit, stays: new Map() };
  return (watch) => {
    const { people, situation } = watch;
    const { time } = situation;
    const { hitCount, hitPlace, hitRow, rows } = people;
    for (let i = 0; i < hitCount; i++) {
      const stays = watched[hitPlace[i]!]?.stays;
      if (!stays) continue;
      const person = rows[hitRow[i]!]!;
      const stay = stays.get(person.handle);
      if (stay) {
        stay.lastIn = time;
        stay.outSince = Number.NaN;
        continue;
      }
      const since = person.heardAt;
      const known = since > person.firstHeardAt;
      stays.set(person.handle, { person, since, known, lastIn: time, outSince: Number.NaN });
    }
    const findings: RuleFinding[] = [];
    for (const { limit, stays } of watched.filter(Boolean))
      for (const stay of stays.values()) {
        const { person, since } = stay;
        // Only one who is heard elsewhere is leaving; whoever is not in the picture may still be there.
        if (stay.lastIn !== time && person.row >= 0 && isFresh(person)) {
          if (Number.isNaN(stay.outSince)) stay.outSince = time;
          if (time - stay.outSince >= LEFT_AFTER_SECONDS * 1000) {
            stays.delete(person.handle);
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
        const stay = watched[limit.number]!.stays.get(person.handle);
        return !stay || (stay.known && time - stay.since <= limit.minutes * MINUTE);
      },
    };
  };
};
