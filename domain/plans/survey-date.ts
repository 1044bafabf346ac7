import type { AsBuiltPlan } from '../contracts/plans.ts';
import type { Day } from './plan-due.ts';

/** When a mine's data were surveyed, as far as its register of as-built plans knows. */
export interface SurveyDate {
  readonly day: Day;
  /** The plan was drawn from these very data; false: from others, so these may be of another day. */
  readonly sameData: boolean;
}

/** The newest survey date of plans drawn from the revision, else of any plan; null: no plan has a date. */
export const surveyDateOf = (
  plans: readonly Pick<AsBuiltPlan, 'surveyDate' | 'revision'>[],
  revision: string,
): SurveyDate | null => {
  const newest = (among: typeof plans): Day | null =>
    among.reduce<Day | null>(
      (last, { surveyDate }) =>
        surveyDate !== null && (last === null || surveyDate > last) ? surveyDate : last,
      null,
    );
  const own = newest(plans.filter((plan) => plan.revision === revision));
  if (own !== null) return { day: own, sameData: true };
  const day = newest(plans);
  return day === null ? null : { day, sameData: false };
};
