import { expect, test } from 'vitest';
import { countyDay, endOfCountyDay } from './county-day.ts';

test('the county is eight hours ahead', () => {
  expect(countyDay(Date.parse('2026-11-29T15:59:59Z'))).toBe('2026-11-29');
  expect(countyDay(Date.parse('2026-11-29T16:00:00Z'))).toBe('2026-11-30');
});

test('a day ends at its midnight there', () => {
  const end = endOfCountyDay('2026-11-30');
  expect(new Date(end).toISOString()).toBe('2026-11-30T16:00:00.000Z');
  expect([countyDay(end - 1), countyDay(end)]).toEqual(['2026-11-30', '2026-12-01']);
  expect(() => endOfCountyDay('soon')).toThrow(RangeError);
});
