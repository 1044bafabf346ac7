const DAY_MS = 86_400_000;

/** Whole days from one day to another, both YYYY-MM-DD. */
export const daysAfter = (first: string, day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS);

/** The day so many days after another, YYYY-MM-DD. */
export const dayAfter = (first: string, days: number): string =>
  new Date(Date.parse(`${first}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * The year the line of days begins with: the first the register knows, this year where it dates nothing.
 * @param first 0: no row of the register has a day
 */
export const yearBegun = (first: number, today: string): number => {
  const thisYear = Number(today.slice(0, 4));
  return first > 0 ? Math.min(first, thisYear) : thisYear;
};
