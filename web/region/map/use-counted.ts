import { useMemo } from 'react';
import type { Counted, CountyCounts } from '../../../domain/contracts/county-statistics.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { countyStatistics } from '../../../domain/county/county-statistics.ts';
import type { MineFilter } from '../../shell/region-choice.ts';
import { useView } from '../../shell/view-store.ts';
import { useSites } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { queryOf } from './kept-mines.ts';
import { useMinesNow } from './use-live-counts.ts';

/** What of the counts is about its sites; null until their file is there: none counted is not none. */
export const useSitesCounted = (filter: MineFilter): Counted | null => {
  const counted = useCounted(filter);
  return useSites().status === 'open' ? (counted?.total ?? null) : null;
};

/** What the county counts on the day that is shown, under a filter; null while the register is not there. */
export const useCounted = (filter: MineFilter): CountyCounts | null => {
  const { catalog } = useOpenCounty();
  const mines = useMinesNow();
  const sites = useSites();
  const day = useView((state) => state.day);
  return useMemo(
    () =>
      mines.status === 'open'
        ? countyStatistics({
            catalog,
            mines: mines.value,
            sites: sites.status === 'open' ? sites.value : [],
            query: queryOf(filter),
            on: day,
            today: countyDay(Date.now()),
          })
        : null,
    [catalog, mines, sites, filter, day],
  );
};
