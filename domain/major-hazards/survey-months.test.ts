import { expect, test } from 'vitest';
import { addToMonth, monthsBetween } from './month-of.ts';
import { surveyMonths } from './survey-months.ts';

test('months are signed, unsigned, missed, due, or not known', () => {
  const surveys = [
    { month: '2026-08', report: 'a'.repeat(64) },
    { month: '2026-09', report: null },
  ];
  const states = surveyMonths(surveys, '2026-07-15', '2026-11-30').map(
    ({ month, state }) => `${month} ${state}`,
  );
  expect(states).toHaveLength(12);
  expect(states.slice(-6)).toEqual([
    '2026-06 not-known',
    '2026-07 missed',
    '2026-08 signed',
    '2026-09 unsigned',
    '2026-10 missed',
    '2026-11 due',
  ]);
  expect(new Set(surveyMonths([], null, '2026-11-30').map(({ state }) => state))).toEqual(
    new Set(['not-known']),
  );
});

test('months go over the end of a year', () => {
  expect(addToMonth('2026-01', -1)).toBe('2025-12');
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
});
