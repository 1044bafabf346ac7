import type { MajorSurvey, SurveyMonth } from '../contracts/major-hazard.ts';
import { addToMonth, monthOf, monthsBetween } from './month-of.ts';

const MONTHS_SHOWN = 12;

/** A survey as it stands in the ledger. */
export interface RecordedSurvey extends Pick<MajorSurvey, 'month' | 'on' | 'report'> {
  /** Day of the county on which this was written, with its report where it has one; YYYY-MM-DD. */
  readonly recordedOn: string;
  /** Number of the version. */
  readonly number: number;
}

/**
 * Surveys of one mine whose report was handed in for another month before, each with that month: a report is of one survey.
 * @returns by month, YYYY-MM
 */
export const reusedReports = (
  surveys: readonly Pick<RecordedSurvey, 'month' | 'report' | 'number'>[],
): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  const reused = new Map<string, string>();
  for (const { month, report } of surveys.toSorted((a, b) => a.number - b.number)) {
    if (report === null) continue;
    const of = first.get(report);
    if (of === undefined) first.set(report, month);
    else reused.set(month, of);
  }
  return reused;
};

/**
 * The last twelve months of a mine's surveys, up to a day. The sources ask for a survey in every month and for its signed report (JN矿 5(1),
 * TZ 5(1), XY矿 9): one that was finished after its month was not made in it, and one without report does not count. They do not say by
 * when the report has to be handed in, so one that came after the month is told apart and counts. What was before anything of the mine
 * was written here is not known.
 * @param since the day from which this mine is kept here; null: nothing of it is
 */
export const surveyMonths = (
  surveys: readonly RecordedSurvey[],
  since: string | null,
  day: string,
): SurveyMonth[] => {
  const last = monthOf(day);
  const byMonth = new Map(surveys.map((survey) => [survey.month, survey]));
  const reused = reusedReports(surveys);
  return monthsBetween(addToMonth(last, 1 - MONTHS_SHOWN), last).map((month) => {
    const survey = byMonth.get(month);
    const told = { month, on: null, recordedOn: null, sameAs: null };
    if (survey) {
      const { on, recordedOn } = survey;
      const sameAs = reused.get(month) ?? null;
      return { month, state: stateOf(survey, sameAs !== null), on, recordedOn, sameAs };
    }
    if (since === null || month < monthOf(since)) return { ...told, state: 'not-known' };
    return { ...told, state: month === last ? 'due' : 'missed' };
  });
};

const stateOf = (
  { month, on, report, recordedOn }: RecordedSurvey,
  isReused: boolean,
): SurveyMonth['state'] => {
  if (report === null) return 'unsigned';
  if (isReused) return 'reused';
  if (monthOf(on) > month) return 'made-late';
  return monthOf(recordedOn) > month ? 'handed-in-late' : 'signed';
};
