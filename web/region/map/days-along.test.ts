import { expect, test } from 'vitest';
import { dayAfter, daysAfter, yearBegun } from './days-along.ts';

test('days are counted over leap years and come back', () => {
  expect(daysAfter('2024-01-01', '2025-01-01')).toBe(366);
  expect(dayAfter('2024-01-01', 59)).toBe('2024-02-29');
  expect(dayAfter('2018-01-01', daysAfter('2018-01-01', '2026-11-30'))).toBe('2026-11-30');
});

test('a register without a day begins with this year, and none begins after it', () => {
  expect(yearBegun(2018, '2026-11-30')).toBe(2018);
  expect(yearBegun(0, '2026-11-30')).toBe(2026);
  expect(yearBegun(2031, '2026-11-30')).toBe(2026);
});
