import type { Judgement, RuleFinding } from './finding.ts';
import type { MineWatch } from './mine-watch.ts';
import type { RulePlace } from './place-membership.ts';

/** A place with the most people allowed in it. `number` is its row in the place membership. */
export interface NumberLimit {
  readonly number: number;
  readonly place: RulePlace;
  readonly most: number;
}

/**
 * Too many people in a place. Who is heard (fresh or stale) counts; who was lost there may still be there and is told
 * beside it: "at least 10, 2 unknown". With them the number may be passed or not: then nothing is raised or cleared.
 */
export const overNumber = ({ people, seesAll }: MineWatch, limits: readonly NumberLimit[]): Judgement => {
  const findings = limits.flatMap(({ number, place, most }): RuleFinding[] => {
    const value = people.present[number]!;
    const unknown = people.lost[number]!;
    if (value <= most) return [];
    return [
      {
        subject: { type: 'place', id: place.id, name: place.name },
        scope: null,
        place: place.name,
        enu: place.at,
        judged: { value, bound: most, unit: 'person', ...(unknown > 0 && { unknown }) },
        since: null,
      },
    ];
  });
  return {
    findings,
    denies: (id) =>
      seesAll &&
      limits.some(
        ({ number, place, most }) =>
          place.id === id && people.present[number]! + people.lost[number]! <= most,
      ),
  };
};
