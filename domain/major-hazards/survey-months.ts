import type { MajorSurvey, SurveyMonth } from '../contracts/major-hazard.ts';
import { addToMonth, monthOf, monthsBetween } from './month-of.ts';

const MONTHS_SHOWN = 12;

/**
 * The last twelve months of a mine's surveys, up to a day. A survey whose signed report was not handed in does not count. What was before
 * anything of the mine was written here is not known.
 * @param since the day from which this mine is kept here; null: nothing of it is
 */
export const surveyMonths = (
  surveys: readonly Pick<MajorSurvey, 'month' | 'report'>[],
  since: string | null,
  day: string,
): SurveyMonth[] => {
  const last = monthOf(day);
  const byMonth = new Map(surveys.map((survey) => [survey.month, survey]));
  return monthsBetween(addToMonth(last, 1 - MONTHS_SHOWN), last).map((month) => {
    const survey = byMonth.get(month);
    if (survey) return { month, state: survey.report === null ? 'unsigned' : 'signed' };
    if (since === null || month < monthOf(since)) return { month, state: 'not-known' };
    return { month, state: month === last ? 'due' : 'missed' };
  });
};
