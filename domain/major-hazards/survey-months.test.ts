import { expect, test } from 'vitest';
import { addToMonth, monthsBetween } from './month-of.ts';
import { type RecordedSurvey, reusedReports, surveyMonths } from './survey-months.ts';

const survey = (
  month: string,
  report: string | null,
  more: Partial<RecordedSurvey> = {},
): RecordedSurvey => ({
  ...{ month, on: `${month}-20`, report: report?.repeat(64) ?? null, recordedOn: `${month}-21` },
  ...{ number: Number(month.slice(5)), ...more },
});
const states = (surveys: readonly RecordedSurvey[], since: string | null = '2026-07-15') =>
  surveyMonths(surveys, since, '2026-11-30').map(({ month, state }) => `${month} ${state}`);

test('months are signed, unsigned, missed, due, or not known', () => {
  const twelve = states([survey('2026-08', 'a'), survey('2026-09', null)]);
  expect(twelve).toHaveLength(12);
  expect(twelve.slice(-6)).toEqual([
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

test('what was made after its month, or only handed in after it, is late, each in its own way', () => {
  const late = [
    survey('2026-08', 'a', { recordedOn: '2026-08-31' }),
    survey('2026-09', 'b', { recordedOn: '2026-10-01' }),
    survey('2026-10', 'c', { on: '2026-11-02', recordedOn: '2026-11-02' }),
  ];
  expect(states(late).slice(-4, -1)).toEqual([
    '2026-08 signed',
    '2026-09 handed-in-late',
    '2026-10 made-late',
  ]);
});

test('a report is of the survey it was handed in for first', () => {
  const twice = [survey('2026-09', 'a', { number: 7 }), survey('2026-10', 'a', { number: 4 })];
  expect([...reusedReports(twice)]).toEqual([['2026-09', '2026-10']]);
  expect(states(twice).slice(-3, -1)).toEqual(['2026-09 reused', '2026-10 signed']);
  expect(surveyMonths(twice, null, '2026-11-30').at(-3)?.sameAs).toBe('2026-10');
  expect(reusedReports([survey('2026-09', null), survey('2026-10', null)]).size).toBe(0);
});

test('months go over the end of a year', () => {
  expect(addToMonth('2026-01', -1)).toBe('2025-12');
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
});
