import type { RegisterMine } from '../../../domain/contracts/county.ts';
import type { MineQuery } from '../../../domain/contracts/county-statistics.ts';
import { mineOnDay } from '../../../domain/county/mine-on-day.ts';
import { isMeant } from '../../../domain/county/mine-query.ts';
import { MINE_FILTERS, type MineFilter } from '../../shell/region-choice.ts';

/** The filter as the register is asked with it: empty choices ask nothing. */
export const queryOf = (filter: MineFilter): MineQuery =>
  Object.fromEntries(
    MINE_FILTERS.flatMap((key) => {
      const values = filter[key];
      return values && values.length > 0 ? [[key, values]] : [];
    }),
  ) as MineQuery;

/** Ids of the mines a filter keeps, as they were on a day; null: the filter asks nothing and all are kept. */
export const keptMines = (
  mines: readonly RegisterMine[],
  filter: MineFilter,
  day: string | null,
): ReadonlySet<string> | null => {
  const query = queryOf(filter);
  if (Object.keys(query).length === 0) return null;
  return new Set(mines.filter((mine) => isMeant(mine, mineOnDay(mine, day), query)).map(({ id }) => id));
};

/** Adds a value to one choice of the filter, or takes it out. */
export const withChoice = (
  filter: MineFilter,
  key: (typeof MINE_FILTERS)[number],
  value: string,
  isChosen: boolean,
): MineFilter => {
  const others = (filter[key] ?? []).filter((one) => one !== value);
  const values = isChosen ? [...others, value] : others;
  const { [key]: _, ...rest } = filter;
  return values.length > 0 ? { ...rest, [key]: values } : rest;
};
