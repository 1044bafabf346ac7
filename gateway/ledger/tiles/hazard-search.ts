import {
  FOUND_AT_MOST,
  type FoundHazard,
  type FoundMajor,
  type HazardSearch,
} from '../../../domain/contracts/hazard-search.ts';
import { findHazards, type SearchedHazard, searchedHazard } from '../../../domain/hazards/find-hazards.ts';
import type { CountyScope } from '../../county/county-scope.ts';
import { hazardBodyOf } from './hazard-body-tiles.ts';
import type { ModelPlaces, VersionFacts } from './hazard-features.ts';
import type { PlacedMajor } from './major-signs.ts';

export interface HazardSearcher {
  search(text: string): HazardSearch;
}

/** Looks through a ledger as one reader sees it; what is looked through is written down with the first search. */
export const createHazardSearch = (o: {
  readonly all: readonly VersionFacts[];
  readonly majors: readonly PlacedMajor[];
  readonly places: ModelPlaces;
  readonly scope: Pick<CountyScope, 'bundle'>;
  readonly day: string;
}): HazardSearcher => {
  const { all, majors, places, scope, day } = o;
  const ofMine = (id: string) => ({ id, name: scope.bundle.mine.get(id)?.name ?? null });
  let hidden: readonly SearchedHazard<VersionFacts>[] | null = null;
  let major: readonly SearchedHazard<PlacedMajor>[] | null = null;
  return {
    search: (text) => {
      hidden ??= all.map((facts) => {
        const { hazard, title, category, state } = facts.told;
        const isDone = state === 'closed';
        return searchedHazard(facts, { number: hazard, title, category, isDone, mine: ofMine(facts.mine) });
      });
      major ??= majors.map((one) => {
        const { id, mine, title } = one.sign;
        const number = id.slice(mine.length + 1);
        return searchedHazard(one, { number, title, category: null, isDone: false, mine: ofMine(mine) });
      });
      const hazards = findHazards(hidden, text, FOUND_AT_MOST);
      const grave = findHazards(major, text, FOUND_AT_MOST);
      return {
        hazards: hazards.found.map((facts): FoundHazard => {
          const { id, mine, title, state } = facts.told;
          return { id, mine, title, state, at: hazardBodyOf(facts, places, day)?.at ?? null };
        }),
        moreHazards: hazards.more,
        majors: grave.found.map(
          ({ sign: { id, mine, title, state }, at }): FoundMajor => ({
            ...{ id, mine, title, state },
            at: at && [at[0], at[1]],
          }),
        ),
        moreMajors: grave.more,
      };
    },
  };
};
