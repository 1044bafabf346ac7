import { addMonths, daysBetween } from '../county-duties/calendar-day.ts';
import { addToMonth } from '../major-hazards/month-of.ts';

/** By how much a made-up history is moved: whole months, and the days these are where it ends. */
export interface HistoryMove {
  readonly months: number;
  readonly days: number;
}

/**
 * The move after which a history that ends on a day ends within a month before today: a demo that is begun late is not all overdue. Never
 * backwards. Only what is made up may be moved; what was measured stays where it was.
 * @param end last day of the history @param today YYYY-MM-DD
 */
export const historyMove = (end: string, today: string): HistoryMove => {
  let months = 0;
  // Strictly before today: what was written on the last day must have been written already.
  while (addMonths(end, months + 1) < today) months++;
  return { months, days: daysBetween(end, addMonths(end, months)) };
};

const DAY_MS = 86_400_000;
const laterDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * A text with all its days (2026-11-20, and 20261120 in an id after a hyphen) and months (2026-11) moved. All days move by as many days, so
 * that their order stays; moments move with their day.
 */
export const movedText = (text: string, { months, days }: HistoryMove): string =>
  months === 0
    ? text
    : text
        .replace(/(?<![\d-])(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?(?![\d-])/gu, (found, year, month, day) =>
          day === undefined
            ? addToMonth(`${year}-${month}`, months)
            : isDay(found)
              ? laterDay(found, days)
              : found,
        )
        .replace(/(?<=[A-Z]-)(\d{4})(\d{2})(\d{2})(?=-)/gu, (found, year, month, day) => {
          const written = `${year}-${month}-${day}`;
          return isDay(written) ? laterDay(written, days).replaceAll('-', '') : found;
        });

const isDay = (text: string): boolean =>
  Number.isFinite(Date.parse(text)) && new Date(Date.parse(text)).toISOString().startsWith(text);
