import { useCountyList } from '../shell/county-list.ts';
import { useMineList } from '../shell/mine-list.ts';
import { useLanguage } from '../shell/preferences.ts';

/** What mines and counties are called, as far as this page knows them. */
export const useNames = (): {
  readonly mine: (id: string) => string;
  readonly county: (id: string) => string;
} => {
  const language = useLanguage();
  const mines = useMineList((list) => (list.status === 'open' ? list.mines : null));
  const counties = useCountyList((list) => (list.status === 'open' ? list.counties : null));
  return {
    mine: (id) => mines?.find((one) => one.id === id)?.name[language] ?? id,
    county: (id) => counties?.find((one) => one.id === id)?.name[language] ?? id,
  };
};
