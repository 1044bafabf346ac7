import type { Judgement, RuleFinding } from './finding.ts';
import { type MineWatch, rememberedOf } from './mine-watch.ts';
import type { NetworkIndex } from './network-index.ts';
import { createReach, type Reach } from './network-reach.ts';
import { isFresh, isHeard, isOnSurface, isUnderground, type Remembered } from './people-watch.ts';
import { judgedMinutes, personFinding } from './person-finding.ts';
import { cannotTellStill } from './stillness.ts';

export interface StillAloneLimits {
  readonly minutes: number;
  /** Somebody within so many metres along the roadways is company. */
  readonly metres: number;
}

const MINUTE = 60_000;
/** Who walks need not be looked at: being alone is looked at from so many seconds of being still on. */
const LOOK_AFTER_SECONDS = 10;

/**
 * A person underground who has not moved for longer than allowed while nobody was within reach. Company is a person who
 * is heard; a lost one is none, and neither is a vehicle. The time counts from when the later of the two began: being
 * still and being alone. Of whose positions are too rough to tell and whose tag does not, nothing is known. Remembers since when each has been alone, so one of these is made for the life of a mine.
 */
export const createStillAlone = (
  network: NetworkIndex,
  { minutes, metres }: StillAloneLimits,
): ((watch: MineWatch) => Judgement) => {
  const company = createCompany(network, metres);
  const aloneSince = new Map<Remembered, number>();
  return (watch) => {
    const { people, situation } = watch;
    const { time } = situation;
    company.observe(people.rows);
    const limit = minutes * MINUTE;
    const stillFor = (person: Remembered): number => time - person.stillSince;
    const findings: RuleFinding[] = [];
    let tooRough = 0;
    for (const person of people.rows) {
      if (!person.person || !isHeard(person)) continue;
      const isStill = isUnderground(person) && stillFor(person) > LOOK_AFTER_SECONDS * 1000;
      if (isUnderground(person) && cannotTellStill(person, time, limit) && !company.has(person)) {
        tooRough++;
        if (!aloneSince.has(person)) aloneSince.set(person, time);
        continue;
      }
      if (!isStill || company.has(person)) {
        if (isFresh(person)) aloneSince.delete(person);
        continue;
      }
      const alone = aloneSince.get(person) ?? time;
      aloneSince.set(person, alone);
      const began = Math.max(person.stillSince, alone);
      if (time - began <= limit || !isFresh(person)) continue;
      const finding = personFinding(watch, person, {
        judged: judgedMinutes(time - began, minutes),
        since: began + limit,
      });
      if (finding) findings.push(finding);
    }
    return {
      findings,
      tooRough,
      denies: (tag) => {
        const person = rememberedOf(watch, tag);
        if (!person || !isFresh(person)) return false;
        if (isOnSurface(person)) return true;
        if (!isUnderground(person)) return false;
        return (
          (person.stillKnown && !cannotTellStill(person, time, limit) && stillFor(person) <= limit) ||
          company.has(person)
        );
      },
    };
  };
};

/** Who has somebody near along the roadways. */
const createCompany = (
  network: NetworkIndex,
  metres: number,
): { observe(rows: readonly Remembered[]): void; has(person: Remembered): boolean } => {
  const reach: Reach = createReach(network);
  const byEdge: Remembered[][] = Array.from({ length: network.edgeCount }, () => []);
  let filled: number[] = [];
  let offNetwork: Remembered[] = [];
  const isNear = (a: Remembered, b: Remembered): boolean =>
    (a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2 <= metres * metres;
  return {
    observe: (rows) => {
      for (const edge of filled) byEdge[edge]!.length = 0;
      filled = [];
      offNetwork = [];
      for (const person of rows) {
        if (!person.person || !isHeard(person)) continue;
        if (person.edge < 0) {
          offNetwork.push(person);
          continue;
        }
        const list = byEdge[person.edge]!;
        if (list.length === 0) filled.push(person.edge);
        list.push(person);
      }
    },
    has: (person) => {
      // Off the network no way is known: then, and for those who are off it, the straight line counts.
      for (let i = 0; i < offNetwork.length; i++)
        if (offNetwork[i] !== person && isNear(person, offNetwork[i]!)) return true;
      if (person.edge < 0) return filled.some((edge) => byEdge[edge]!.some((other) => isNear(person, other)));
      const alongside = byEdge[person.edge]!;
      for (let i = 0; i < alongside.length; i++)
        if (alongside[i] !== person && Math.abs(alongside[i]!.offset - person.offset) <= metres) return true;
      reach.from(person.edge, person.offset, metres);
      return reach
        .edges()
        .some((edge) =>
          byEdge[edge]!.some((other) => other !== person && reach.distanceTo(edge, other.offset) <= metres),
        );
    },
  };
};
