import { expect, test } from 'vitest';
import { countyDay } from './county-day.ts';

test('the county is eight hours ahead', () => {
  expect(countyDay(Date.parse('2026-11-29T15:59:59Z'))).toBe('2026-11-29');
  expect(countyDay(Date.parse('2026-11-29T16:00:00Z'))).toBe('2026-11-30');
});
