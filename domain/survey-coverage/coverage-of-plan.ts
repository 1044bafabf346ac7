import type { DrivingFacts } from '../contracts/driving-facts.ts';
import type { SurveyScopeRule } from '../contracts/live/rule-book.ts';
import type { SurveyCoverage } from '../contracts/survey-coverage.ts';
import { surveyCoverage } from './survey-coverage.ts';

/**
 * Survey coverage for each rule on it: of what the plan says will be mined in the years it asks for, from the next one on.
 * A year without a plan ends what the planned area stands for. What is to be done by a day of each year is due on that day of
 * this year, for the year that comes: past it, what is missing is overdue, and not due in a year's time.
 * @param today YYYY-MM-DD, in the mine's time zone
 * @returns one for each rule, in its order; null: the mine has no plan, so nothing can be said
 * @throws RangeError where `today` is no date
 */
export function coverageOfPlan(
  { plan, surveyed }: Pick<DrivingFacts, 'plan' | 'surveyed'>,
  rules: readonly SurveyScopeRule[],
  today: string,
): readonly SurveyCoverage[] | null {
  if (plan === null) return null;
  const next = Number(today.slice(0, 4)) + 1;
  const known = new Set(plan.map(({ year }) => year));
  return rules.map((rule) => {
    let years = 0;
    while (years < rule.years && known.has(next + years)) years++;
    const polygons = plan
      .filter(({ year }) => year >= next && year < next + years)
      .flatMap((area) => area.polygons);
    return surveyCoverage({
      planned: { years, polygons },
      surveyed: surveyed?.flatMap((area) => area.polygons) ?? [],
      rules: [dueThisYear(rule, today)],
      state: rule.when,
      today,
    });
  });
}

const dueThisYear = ({ yearlyBy, ...rule }: SurveyScopeRule, today: string): SurveyScopeRule =>
  yearlyBy === undefined ? rule : { ...rule, dueBy: `${today.slice(0, 4)}-${yearlyBy}` };
