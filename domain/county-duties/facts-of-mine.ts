import type { RegisterMine } from '../contracts/county.ts';
import type { DutyFacts } from '../contracts/county-duties.ts';
import type { FactDoubt, FactSource, KnownFact } from '../contracts/county-duties-view.ts';
import { mineOnDay } from '../county/mine-on-day.ts';
import { daysBetween } from './calendar-day.ts';
import { monthsBetween } from './months-between.ts';

/** Papers that count when they are signed: the newest day of a signed one; null: none is signed. */
export interface SignedDays {
  readonly signed: string | null;
  readonly unsigned: number;
}

/** Of when the register is, and for how long the county holds what it reports for true. */
export interface RegisterAge {
  /** YYYY-MM-DD; null: county.yaml does not say. */
  readonly asOf: string | null;
  /** null: the county's rules say nothing of it; then what was reported stands, and is shown with its day. */
  readonly goodForDays: number | null;
}

const isTooOld = ({ asOf, goodForDays }: RegisterAge, day: string): boolean =>
  goodForDays !== null && (asOf === null || daysBetween(asOf, day) > goodForDays);

/** Hazards of a mine that are not closed. */
export interface HazardCounts {
  readonly open: number;
  readonly withoutFiveFixed: number;
  readonly uncorroborated: number;
}

/** What was written of a mine by the day judged. */
export interface LedgerOfMine {
  /** Hidden hazards; null: none was ever written down. */
  readonly hazards: HazardCounts | null;
  /** Monthly surveys for major hazards. */
  readonly surveys: SignedDays;
}

/** What the gateway found of a mine besides the register; null: nothing is known there. */
export interface FoundOfMine {
  /** The register of as-built plans, by survey day. */
  readonly plans: SignedDays | null;
  /** Alarms whose day is over: how many, and of how many all was done within it. */
  readonly alarms: { readonly all: number; readonly sameDay: number } | null;
  /** Per cent of the places that some camera looks at; null: there are no such places. */
  readonly cameras: { readonly keyPlaces: number | null; readonly workPlaces: number | null } | null;
  /** What its live side says now, by name of the fact; null: it ought to say, and is not heard. */
  readonly live: Readonly<Record<string, number | boolean | null>> | null;
  /** Per cent of next year's area that is surveyed by the mine's own model; null: no area is planned. */
  readonly survey: { readonly percent: number | null } | null;
  readonly ledger: LedgerOfMine | null;
}
export const NOTHING_FOUND: FoundOfMine = {
  ...{ plans: null, alarms: null, cameras: null, live: null, survey: null, ledger: null },
};

export interface FactsOfMine {
  readonly facts: DutyFacts;
  /** By name of fact or event. A name that is not there was never reported. */
  readonly known: ReadonlyMap<string, KnownFact>;
}

const HUNDREDTH = 100;
const rounded = (value: number): number => Math.round(value * HUNDREDTH) / HUNDREDTH;

/**
 * What duties look at of one mine on a day, each with who says it. What the gateway measured goes before what somebody
 * reported; what nobody knows stays unknown, with the reason. Reported facts are of now: of a past day they say nothing.
 * @param o.on the day judged, YYYY-MM-DD @param o.today the county's day
 */
export const factsOfMine = (o: {
  readonly mine: RegisterMine;
  readonly found: FoundOfMine;
  readonly on: string;
  readonly today: string;
  readonly register: RegisterAge;
}): FactsOfMine => {
  const { mine, found, on, today, register } = o;
  const isOld = isTooOld(register, on > today ? on : today);
  const isPast = on < today;
  const known = new Map<string, KnownFact>();
  const facts: Record<string, number | boolean | null> = {};
  const events: Record<string, string | null> = {};
  const noteFact = (
    name: string,
    value: number | boolean | null,
    source: FactSource,
    doubt: FactDoubt | null = value === null ? 'not-reported' : null,
  ): void => {
    facts[name] = value;
    known.set(name, { value, source, doubt });
  };
  const noteEvent = (
    name: string,
    value: string | null,
    source: FactSource,
    doubt: FactDoubt | null = value === null ? 'not-reported' : null,
  ): void => {
    events[name] = value;
    known.set(name, { value, source, doubt });
  };

  for (const [name, value] of Object.entries(mine.duties.facts))
    if (isPast) noteFact(name, null, 'register', 'not-of-that-day');
    else if (isOld && value !== null) noteFact(name, null, 'register', 'too-old');
    else noteFact(name, value, 'register');
  // What was done before the last time is not kept: on a day before that, nobody knows when it had been done. And nothing was
  // done on a day that is still to come, however far ahead is looked: such a day is a slip of the pen.
  for (const [name, value] of Object.entries(mine.duties.events))
    if (value !== null && (value > on || value > today)) noteEvent(name, null, 'register', 'not-of-that-day');
    else noteEvent(name, value, 'register');

  const { state } = mineOnDay(mine, isPast ? on : null);
  const since = suspendedSince(mine, on);
  if (since !== null) noteFact('suspendedMonths', rounded(monthsBetween(since, on)), 'history');

  // A measurement is of now as much as a report is.
  if (!isPast) {
    const { keyPlaces = null, workPlaces = null } = found.cameras ?? {};
    if (keyPlaces !== null) noteFact('keyPlaceCameraPercent', rounded(keyPlaces), 'cameras');
    if (workPlaces !== null) noteFact('workPlaceCameraPercent', rounded(workPlaces), 'cameras');
    for (const [name, value] of Object.entries(found.live ?? {}))
      noteFact(name, value, 'live', value === null ? 'not-heard' : null);
    if (found.survey?.percent != null) noteModel(found.survey.percent);
  }
  if (found.alarms) {
    const { all, sameDay } = found.alarms;
    if (all > 0) noteFact('alarmsClosedSameDayPercent', rounded((100 * sameDay) / all), 'alarms');
    // Nothing measured says nothing against what was reported, and proves nothing where nothing was.
    else if ((facts['alarmsClosedSameDayPercent'] ?? null) === null)
      noteFact('alarmsClosedSameDayPercent', null, 'alarms', 'nothing-to-judge');
  }
  if (found.plans) noteSigned('asBuiltPlan', found.plans, 'plans');
  if (found.ledger) noteLedger(found.ledger);

  function noteModel(percent: number): void {
    noteFact('nextYearSurveyedPercent', rounded(percent), 'model');
    const reported = events['hazardSurvey'] ?? null;
    // Said to be done this year, and the mine's own plan shows ground of next year that nobody surveyed.
    if (reported !== null && reported.slice(0, 4) === today.slice(0, 4) && percent < 100)
      noteEvent('hazardSurvey', null, 'register', 'model-says-otherwise');
  }
  function noteLedger({ hazards, surveys }: LedgerOfMine): void {
    // A mine that never wrote a hazard down is not one that has none.
    const doubt = hazards === null ? 'no-hazard-recorded' : null;
    noteFact('hazardsWithoutFiveFixed', hazards?.withoutFiveFixed ?? null, 'ledger', doubt);
    noteFact('hazardsUncorroborated', hazards?.uncorroborated ?? null, 'ledger', doubt);
    noteSigned('majorHazardSurvey', surveys, 'ledger');
  }
  function noteSigned(event: string, { signed, unsigned }: SignedDays, source: FactSource): void {
    const reported = events[event] ?? null;
    if (signed !== null && (reported === null || signed >= reported)) noteEvent(event, signed, source);
    else if (reported === null && unsigned > 0) noteEvent(event, null, source, 'not-signed');
  }
  return { facts: { mine: mine.id, type: mine.type, size: mine.size, state, facts, events }, known };
};

/** First day of the suspension that lasts on a day; null: it is not suspended then, or its history does not say since when. */
const suspendedSince = ({ history }: Pick<RegisterMine, 'history'>, on: string): string | null => {
  const then = history.findLastIndex(({ from }) => from <= on);
  if (then < 0 || history[then]!.state !== 'suspended') return null;
  let first = then;
  while (first > 0 && history[first - 1]!.state === 'suspended') first--;
  return history[first]!.from;
};
