import { countyDay } from '../../../domain/county/county-day.ts';
import type { Ahead } from './query-store.ts';

const MONTH_MS = 30 * 86_400_000;

/** The day the table looks ahead to; null: today. @param now ms */
export const dayAhead = (ahead: Ahead, now: number): string | null => {
  switch (ahead) {
    case 'today':
      return null;
    case 'month':
      return countyDay(now + MONTH_MS);
    case 'year-end':
      return `${countyDay(now).slice(0, 4)}-12-31`;
    default:
      return ahead;
  }
};
