/** Calendar days as YYYY-MM-DD, counted in UTC so that no clock change makes a day of 23 hours. */

const DAY_MS = 86_400_000;

const text = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Days from one day to another, negative backwards. @throws RangeError where one is no day */
export const daysBetween = (from: string, to: string): number => {
  const [a, b] = [Date.parse(from), Date.parse(to)];
  if (!Number.isFinite(a) || !Number.isFinite(b)) throw new RangeError(`not a day: ${from}, ${to}`);
  return Math.round((b - a) / DAY_MS);
};

/** The same day so many months later; the last of the month where it has no such day. */
export const addMonths = (day: string, months: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = lastOfMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return text(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)));
};

/** The last day of the month after that of a day. */
export const endOfMonthAfter = (day: string): string => {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return text(Date.UTC(year, month + 1, 0));
};

/** A day of a year; the last of the month where it has no such day (29 February). */
export const yearlyDay = (year: number, month: number, day: number): string =>
  text(Date.UTC(year, month - 1, Math.min(day, lastOfMonth(year, month))));
