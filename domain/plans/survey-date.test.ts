import { expect, it } from 'vitest';
import { surveyDateOf } from './survey-date.ts';

const plan = (revision: string, surveyDate: string | null) => ({ revision, surveyDate });

it('is the newest date of the plans drawn from the same data', () =>
  expect(
    surveyDateOf([plan('a', '2026-03-31'), plan('a', '2026-06-30'), plan('b', '2026-09-30')], 'a'),
  ).toEqual({ day: '2026-06-30', sameData: true }));

it('is the newest of all, and says so, where no such plan has a date', () =>
  expect(surveyDateOf([plan('a', null), plan('b', '2026-09-30')], 'a')).toEqual({
    day: '2026-09-30',
    sameData: false,
  }));

it('is not known where no plan has one', () => {
  expect(surveyDateOf([], 'a')).toBeNull();
  expect(surveyDateOf([plan('a', null)], 'a')).toBeNull();
});
