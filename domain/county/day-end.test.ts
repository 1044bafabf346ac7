import { expect, test } from 'vitest';
import { countyDay } from './county-day.ts';
import { dayEnd } from './day-end.ts';

test('a day of the county ends when its next begins', () => {
  const end = dayEnd('2026-11-29');
  expect(new Date(end).toISOString()).toBe('2026-11-29T16:00:00.000Z');
  expect([countyDay(end - 1), countyDay(end)]).toEqual(['2026-11-29', '2026-11-30']);
  expect(() => dayEnd('2026-13-01')).toThrow(RangeError);
});
