import { expect, test } from 'vitest';
import { dayAhead } from './day-ahead.ts';

test('looks a month ahead, or to the end of the county’s year', () => {
  const newYear = Date.parse('2026-12-31T16:30:00Z');
  expect([dayAhead('today', newYear), dayAhead('month', newYear), dayAhead('year-end', newYear)]).toEqual([
    null,
    '2027-01-31',
    '2027-12-31',
  ]);
  expect(dayAhead('2027-03-01', newYear)).toBe('2027-03-01');
});
