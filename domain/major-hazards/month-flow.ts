import type { MajorHazard, MonthFlow } from '../contracts/major-hazard.ts';
import { countyDay } from '../county/county-day.ts';
import { monthOf, monthsBetween } from './month-of.ts';
import { isFounded, isOpenMajor } from './repeat.ts';

/** A version of a major hazard: only whether it stood open by it matters here. */
export interface StockVersion {
  readonly mine: string;
  readonly id: string;
  /** ms since 1970. */
  readonly writtenAt: number;
  readonly state: MajorHazard['state'];
}

/**
 * Stock and flow month by month, of what was written by then: what has to come to zero. What is found and closed within a month is both.
 * @param versions in the order they were written
 * @param until the last month is that of this day
 */
export const monthFlow = (versions: readonly StockVersion[], until: string): MonthFlow[] => {
  const [first] = versions;
  if (!first) return [];
  const byMonth = Map.groupBy(versions, ({ writtenAt }) => monthOf(countyDay(writtenAt)));
  /** Of each hazard that was ever founded whether it is open. */
  const open = new Map<string, boolean>();
  let stock = 0;
  return monthsBetween(monthOf(countyDay(first.writtenAt)), monthOf(until)).map((month) => {
    const flow = { found: 0, closed: 0, reopened: 0 };
    const openBefore = stock;
    for (const { mine, id, state } of byMonth.get(month) ?? []) {
      const key = `${mine}\n${id}`;
      const was = open.get(key);
      const is = isOpenMajor(state);
      if (was === undefined) {
        if (!isFounded(state)) continue;
        flow.found++;
        if (is) stock++;
        else flow.closed++;
      } else if (was && !is) {
        flow.closed++;
        stock--;
      } else if (!was && is) {
        flow.reopened++;
        stock++;
      }
      open.set(key, is);
    }
    return { month, openBefore, ...flow, openAfter: stock };
  });
};
