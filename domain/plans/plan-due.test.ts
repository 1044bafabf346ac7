import { expect, test } from 'vitest';
import type { AsBuiltPlan, PlanRule } from '../contracts/plans.ts';
import { monthsLater, planDue } from './plan-due.ts';

const rule = (mineState: PlanRule['mineState'], months: number): PlanRule => ({
  id: mineState,
  mineState,
  months,
  jurisdiction: '',
  clause: '',
  status: '',
});
const RULES = [rule('producing', 3), rule('construction', 1)];
const plan = (surveyDate: string | null, madeAt = 0): AsBuiltPlan => ({
  id: '00000000-0000-4000-8000-000000000000',
  title: '',
  surveyDate,
  revision: '',
  madeAt,
  by: '',
  scan: null,
});

test('months are counted on the calendar, and end with the month', () => {
  expect(monthsLater('2025-11-30', 3)).toBe('2026-02-28');
  expect(monthsLater('2026-01-15', 1)).toBe('2026-02-15');
  expect(monthsLater('2024-01-31', 1)).toBe('2024-02-29');
});

test('a producing mine has three months, one under construction one', () => {
  expect(planDue([plan('2026-09-01')], RULES, 'producing', '2026-11-29')).toMatchObject({
    status: 'due',
    nextDue: '2026-12-01',
    days: 2,
  });
  expect(planDue([plan('2026-09-01')], RULES, 'construction', '2026-11-29')).toMatchObject({
    status: 'overdue',
    nextDue: '2026-10-01',
    days: -59,
  });
});

test('the day itself is still in time', () =>
  expect(planDue([plan('2026-09-01')], RULES, 'producing', '2026-12-01').status).toBe('due'));

test('the newest survey counts, whenever its plan was made', () =>
  expect(
    planDue([plan('2026-03-01', 9), plan('2026-09-01', 1)], RULES, 'producing', '2026-11-29'),
  ).toMatchObject({ nextDue: '2026-12-01' }));

test('without a date nothing is in time: it is unknown; so is a plan of the future', () => {
  expect(planDue([], RULES, 'producing', '2026-11-29').status).toBe('unknown');
  expect(planDue([plan(null)], RULES, 'producing', '2026-11-29').status).toBe('unknown');
  expect(planDue([plan('2027-01-01')], RULES, 'producing', '2026-11-29').status).toBe('unknown');
});

test('where no rule speaks of the state none is made up', () =>
  expect(planDue([plan('2020-01-01')], RULES, 'closed', '2026-11-29')).toEqual({ status: 'no-rule' }));
