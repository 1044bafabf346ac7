import type { TFunction } from 'i18next';
import type { PeopleBelow } from '../../../domain/contracts/county-live.ts';
import { formatCount } from '../../shell/format-number.ts';

/** People below, with those of whom nothing is heard counted and said; null where the mine has no live side here. */
export const peopleText = (people: PeopleBelow | undefined, t: TFunction): string | null => {
  if (!people) return null;
  const { fresh, stale, lost, unplaced, neverHeard } = people;
  const below = fresh + stale + lost;
  // Of a roster of whom nobody below was heard and some never at all, how many are below is not known: it is not none.
  const isKnown = below + unplaced > 0 || neverHeard === 0;
  const parts = [
    isKnown ? t('map.peopleCount', { n: formatCount(below) }) : t('map.peopleUnknown'),
    ...(lost > 0 ? [t('map.peopleLost', { n: formatCount(lost) })] : []),
    ...(unplaced > 0 ? [t('map.peopleUnplaced', { n: formatCount(unplaced) })] : []),
    ...(neverHeard > 0 ? [t('map.peopleNeverHeard', { n: formatCount(neverHeard) })] : []),
  ];
  return parts.join(t('map.comma'));
};
