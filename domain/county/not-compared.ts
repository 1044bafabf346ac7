import type { CountyFeature } from '../contracts/county.ts';
import type { NeighbourCheck, NeighboursReport, NotCompared } from '../contracts/neighbours.ts';
import { CHECK_NEEDS } from '../neighbours/neighbour-gaps.ts';
import { isThere } from './mine-on-day.ts';

/** Things that are left out of a comparison as of a day. @param asOf null: nobody said which day, and everything is compared */
export const notComparedAsOf = (features: readonly CountyFeature[], asOf: string | null): NotCompared[] =>
  asOf === null
    ? []
    : features
        .filter((one) => !isThere(one, asOf, asOf))
        .map(({ mine, id, kind, from, to }) => ({ mine, feature: id, kind, from, to }));

/** Those of them that are there on a day: of them the report says nothing. @param on YYYY-MM-DD */
export const notComparedOn = (
  { notCompared = [] }: Pick<NeighboursReport, 'notCompared'>,
  on: string,
): NotCompared[] => notCompared.filter((one) => isThere(one, on, on));

/** Checks that look at a kind of thing. */
export const checksOf = (kind: NotCompared['kind']): NeighbourCheck[] =>
  (Object.keys(CHECK_NEEDS) as NeighbourCheck[]).filter((check) => CHECK_NEEDS[check].includes(kind));
