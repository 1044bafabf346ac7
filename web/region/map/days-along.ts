const DAY_MS = 86_400_000;

/** Whole days from one day to another, both YYYY-MM-DD. */
export const daysAfter = (first: string, day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS);

/** The day so many days after another, YYYY-MM-DD. */
export const dayAfter = (first: string, days: number): string =>
  new Date(Date.parse(`${first}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
