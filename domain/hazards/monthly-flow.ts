import { dayEnd } from '../county/day-end.ts';
import { type HazardVersion, type LedgerFlow, ledgerFlow } from './ledger-day.ts';

/** Flow of hazards from the end of one day to the end of another. */
export interface SpanFlow extends LedgerFlow {
  readonly from: string;
  readonly to: string;
}

/** The ledger as it stood at the end of a day, YYYY-MM-DD. */
export interface DayView {
  readonly day: string;
  readonly versions: readonly HazardVersion[];
}

/** What came and went between two views of the ledger; the later one alone says what a hazard became. */
export const flowBetween = (before: DayView, after: DayView): SpanFlow => {
  const instant = (day: string): string => new Date(dayEnd(day)).toISOString();
  return {
    from: before.day,
    to: after.day,
    ...ledgerFlow([...before.versions, ...after.versions], instant(before.day), instant(after.day)),
  };
};

/** Last days of the `months` months before that of `day`, oldest first, then `day` itself. @param day YYYY-MM-DD */
export const monthEnds = (day: string, months: number): string[] => {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const ends = Array.from({ length: months }, (_, i) =>
    // Day 0 of a month is the last of the one before; months past December run into the next year.
    new Date(Date.UTC(year, month - 1 - (months - 1 - i), 0)).toISOString().slice(0, 10),
  );
  return [...ends, day];
};
