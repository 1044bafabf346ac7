import type { TFunction } from 'i18next';
import type { PeopleBelow } from '../../../domain/contracts/county-live.ts';
import { formatCount } from '../../shell/format-number.ts';

/** People below, with those of whom nothing is heard counted and said; null where the mine has no live side here. */
export const peopleText = (people: PeopleBelow | undefined, t: TFunction): string | null => {
  if (!people) return null;
  const { fresh, stale, lost, unplaced } = people;
  const below = t('map.peopleCount', { n: formatCount(fresh + stale + lost) });
  const parts = [
    ...(lost > 0 ? [t('map.peopleLost', { n: formatCount(lost) })] : []),
    ...(unplaced > 0 ? [t('map.peopleUnplaced', { n: formatCount(unplaced) })] : []),
  ];
  return [below, ...parts].join(t('map.comma'));
};
