import type { AsBuiltPlan, PlanRule } from '../contracts/plans.ts';

/** A day, yyyy-mm-dd. */
export type Day = string;

export type PlanDue =
  /** No rule speaks of a mine in this state. */
  | { readonly status: 'no-rule' }
  /** A rule asks for plans, and no plan has a survey date: whether one is due nobody can say. */
  | { readonly status: 'unknown'; readonly rule: PlanRule }
  | {
      readonly status: 'due' | 'overdue';
      readonly rule: PlanRule;
      /** The plan with the newest survey date. */
      readonly last: AsBuiltPlan;
      readonly nextDue: Day;
      /** Days until then; negative: so many days late. */
      readonly days: number;
    };

const DAY_MS = 86_400_000;

/** The same day so many months later; the last of the month where it has none such. */
export const monthsLater = (day: Day, months: number): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), count % 12];
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return new Date(Date.UTC(toYear, toMonth, Math.min(date, last))).toISOString().slice(0, 10);
};

/**
 * When the next as-built plan of a mine is due: so many months after the survey of the newest one. A plan without a survey date counts for
 * nothing: what it shows may be of any age.
 * @param state of the mine, as its catalog has it
 * @param today by the mine's calendar
 */
export const planDue = (
  plans: readonly AsBuiltPlan[],
  rules: readonly PlanRule[],
  state: string,
  today: Day,
): PlanDue => {
  const rule = rules.find(({ mineState }) => mineState === state);
  if (!rule) return { status: 'no-rule' };
  const last = plans
    .filter(({ surveyDate }) => surveyDate !== null && surveyDate <= today)
    .toSorted((a, b) => b.surveyDate!.localeCompare(a.surveyDate!) || b.madeAt - a.madeAt)[0];
  if (!last) return { status: 'unknown', rule };
  const nextDue = monthsLater(last.surveyDate!, rule.months);
  const days = Math.round((Date.parse(nextDue) - Date.parse(today)) / DAY_MS);
  return { status: days < 0 ? 'overdue' : 'due', rule, last, nextDue, days };
};
