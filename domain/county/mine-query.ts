import type { RegisterMine } from '../contracts/county.ts';
import type { MineQuery } from '../contracts/county-statistics.ts';
import type { MineOnDay } from './mine-on-day.ts';

const takes = (wanted: readonly string[] | undefined, value: string | null): boolean =>
  wanted === undefined || wanted.includes(value ?? 'unknown');

/** Whether a mine, as it was on a day, is meant by a query. What is not known of it is `unknown`, not everything. */
export const isMeant = (
  { type, size, town }: Pick<RegisterMine, 'type' | 'size' | 'town'>,
  { state, grade, risk, warning }: MineOnDay,
  query: MineQuery,
): boolean =>
  takes(query.type, type) &&
  takes(query.size, size) &&
  takes(query.town, town) &&
  takes(query.state, state) &&
  takes(query.grade, grade) &&
  takes(query.risk, risk) &&
  takes(query.warning, warning);
