import {
  AUTHORITY_LEVELS,
  type MajorHazard,
  type MajorListingRule,
  type MajorRepeat,
  type MajorRepeatRule,
  type SurveyMonth,
} from '../contracts/major-hazard.ts';
import type { MovedDeadline } from '../contracts/moved-deadline.ts';
import { daysPastListing } from './listing-end.ts';
import { isOpenMajor, repeatOf } from './repeat.ts';
import { type RecordedSurvey, surveyMonths } from './survey-months.ts';

/** How a mine stands with its major hazards on a day. */
export interface MajorStanding {
  readonly mine: string;
  readonly open: number;
  /** Open, and past the deadline. */
  readonly overdue: number;
  /** Open, and without one: nobody can tell whether they are overdue. */
  readonly withoutDeadline: number;
  readonly listed: number;
  /** Open, listed, and past the end of the supervision. */
  readonly listedPast: number;
  /** Open, listed, and no end is named. */
  readonly listedWithoutEnd: number;
  /** Ids that the county's rule wants listed, and that are not. */
  readonly listingOwed: string[];
  /** Whose deadline was moved, closed ones included. */
  readonly moved: (MovedDeadline & { readonly hazard: string })[];
  readonly repeat: MajorRepeat;
  readonly surveys: SurveyMonth[];
}

/** @param since the day from which the mine is kept here; null: nothing of it is */
export const majorStanding = (
  mine: string,
  o: {
    readonly hazards: readonly MajorHazard[];
    /** By id, those whose deadline was moved. */
    readonly moved: ReadonlyMap<string, MovedDeadline>;
    readonly surveys: readonly RecordedSurvey[];
    /** Of the county, on finding it producing too often. */
    readonly answers: readonly NonNullable<MajorRepeat['answer']>[];
    readonly since: string | null;
    readonly day: string;
    readonly repeat: MajorRepeatRule | null;
    readonly listing: MajorListingRule | null;
  },
): MajorStanding => {
  const open = o.hazards.filter(({ state }) => isOpenMajor(state));
  return {
    mine,
    open: open.length,
    overdue: open.filter(({ fiveFixed: { deadline } }) => deadline !== null && deadline < o.day).length,
    withoutDeadline: open.filter(({ fiveFixed: { deadline } }) => deadline === null).length,
    listed: open.filter(({ listed }) => listed !== null).length,
    listedPast: open.filter((hazard) => (daysPastListing(hazard, o.day) ?? 0) > 0).length,
    listedWithoutEnd: open.filter(({ listed }) => listed?.until === null).length,
    listingOwed: open.filter((hazard) => isListingOwed(hazard, o.listing)).map(({ id }) => id),
    moved: o.hazards.flatMap(({ id }) => {
      const moved = o.moved.get(id);
      return moved ? [{ hazard: id, ...moved }] : [];
    }),
    repeat: repeatOf(o.hazards, o.repeat, o.day, o.since, o.answers),
    surveys: surveyMonths(o.surveys, o.since, o.day),
  };
};

const isListingOwed = ({ listed, inspection }: MajorHazard, rule: MajorListingRule | null): boolean =>
  rule !== null &&
  listed === null &&
  inspection !== null &&
  AUTHORITY_LEVELS.indexOf(inspection.level) >= AUTHORITY_LEVELS.indexOf(rule.from);
