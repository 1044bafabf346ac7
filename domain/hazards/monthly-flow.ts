import type { SpanFlow } from '../contracts/ledger-list.ts';
import { dayEnd } from '../county/day-end.ts';

/** When a hazard was open and when it was closed, in the order its versions were written. */
export interface HazardHistory {
  /** ms since 1970; never falls. */
  readonly writtenAt: readonly number[];
  /** Of each version: it is not closed. */
  readonly open: readonly boolean[];
}

/** Whether it was open at each of these instants; null: it was not in the ledger yet. */
const openAt = ({ writtenAt, open }: HazardHistory, instants: readonly number[]): (boolean | null)[] => {
  let next = 0;
  return instants.map((instant) => {
    while (next < writtenAt.length && writtenAt[next]! < instant) next++;
    return next === 0 ? null : open[next - 1]!;
  });
};

/**
 * Stock and flow of hazards from the end of each day to the end of the next: what an official brings to zero. A hazard that was
 * closed and opened again within a span has not moved.
 * @param days YYYY-MM-DD, oldest first
 * @returns one fewer than days
 */
export const spanFlows = (hazards: Iterable<HazardHistory>, days: readonly string[]): SpanFlow[] => {
  const instants = days.map(dayEnd);
  const flows = days.slice(1).map((to, i) => ({
    ...{ from: days[i]!, to },
    ...{ openBefore: 0, found: 0, closed: 0, reopened: 0, openAfter: 0 },
  }));
  for (const hazard of hazards) {
    const was = openAt(hazard, instants);
    for (const [i, flow] of flows.entries()) {
      const [before, after] = [was[i] ?? null, was[i + 1] ?? null];
      if (before) flow.openBefore++;
      if (after) flow.openAfter++;
      if (before === null && after !== null) flow.found++;
      if (before !== false && after === false) flow.closed++;
      if (before === false && after) flow.reopened++;
    }
  }
  return flows;
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
