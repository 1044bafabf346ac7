import type { Duty, DutyFacts, DutyRequirement } from '../contracts/county-duties.ts';
import { addMonths, daysBetween, endOfMonthAfter, yearlyDay } from './calendar-day.ts';

/** How a mine stands to a duty. Nothing is met by default: what nobody knows is unknown. */
export type DutyState =
  /** `until`: the day it is due again; null: no such day. */
  | { readonly kind: 'met'; readonly until: string | null }
  | { readonly kind: 'due'; readonly on: string; readonly days: number }
  /** `since`: the day it was due; null: it is owed always. */
  | { readonly kind: 'missed'; readonly since: string | null; readonly days: number | null }
  | {
      readonly kind: 'not-applicable';
      readonly reason: 'mine-type' | 'mine-state' | 'mine-size' | 'condition';
    }
  /** Names of the facts, events, `state` or `size`, that nobody gave. */
  | { readonly kind: 'unknown'; readonly missing: readonly string[] };

/** @param today YYYY-MM-DD, the county's calendar day */
export const dutyState = (duty: Duty, mine: DutyFacts, today: string): DutyState => {
  if (duty.mineTypes.length > 0 && !duty.mineTypes.includes(mine.type))
    return { kind: 'not-applicable', reason: 'mine-type' };
  if (duty.mineSizes.length > 0 && mine.size !== null && !duty.mineSizes.includes(mine.size))
    return { kind: 'not-applicable', reason: 'mine-size' };
  if (duty.mineStates.length > 0) {
    if (mine.state === 'unknown') return { kind: 'unknown', missing: ['state'] };
    if (!duty.mineStates.includes(mine.state)) return { kind: 'not-applicable', reason: 'mine-state' };
  }
  // Whom it binds nobody can tell: never free of it for want of a size.
  if (duty.mineSizes.length > 0 && mine.size === null) return { kind: 'unknown', missing: ['size'] };
  if (duty.onlyWhere) {
    const holds = fulfilled(duty.onlyWhere, mine);
    if (holds === null) return { kind: 'unknown', missing: [duty.onlyWhere.fact] };
    if (!holds) return { kind: 'not-applicable', reason: 'condition' };
  }
  const { due } = duty;
  if (due.kind === 'by' || due.kind === 'always') {
    const is = fulfilled(due.requires, mine);
    if (is === null) return { kind: 'unknown', missing: [due.requires.fact] };
    if (is) return { kind: 'met', until: null };
    if (due.kind === 'always') return { kind: 'missed', since: null, days: null };
    return toward(due.date, today);
  }
  const last = mine.events[due.event] ?? null;
  if (last === null) return { kind: 'unknown', missing: [due.event] };
  // A day in the future is a slip of the pen, and nothing was done on it yet.
  if (daysBetween(today, last) > 0) return { kind: 'unknown', missing: [due.event] };
  const next = nextDue(due, last);
  const left = daysBetween(today, next);
  return left > duty.noticeDays ? { kind: 'met', until: next } : toward(next, today);
};

const nextDue = (due: Extract<Duty['due'], { readonly event: string }>, last: string): string => {
  switch (due.kind) {
    case 'every':
      return addMonths(last, due.months);
    case 'monthly':
      return endOfMonthAfter(last);
    case 'yearly':
      return nextYearly(last, due.month, due.day);
  }
};

const toward = (date: string, today: string): DutyState => {
  const days = daysBetween(today, date);
  return days >= 0 ? { kind: 'due', on: date, days } : { kind: 'missed', since: date, days: -days };
};

/**
 * The first due day that something done on a day does not count for. It counts for its own calendar year, early or late, and for no
 * other: a survey finished in December is the late one of this year, not the early one of the next.
 */
const nextYearly = (last: string, month: number, day: number): string =>
  yearlyDay(Number(last.slice(0, 4)) + 1, month, day);

/** null: not known. */
const fulfilled = ({ fact, op, value }: DutyRequirement, { facts }: DutyFacts): boolean | null => {
  const is = facts[fact] ?? null;
  if (is === null || typeof is !== typeof value) return null;
  switch (op) {
    case '=':
      return is === value;
    case '>=':
      return is >= value;
    case '>':
      return is > value;
    case '<=':
      return is <= value;
    case '<':
      return is < value;
  }
};
