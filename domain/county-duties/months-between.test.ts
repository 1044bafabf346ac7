import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths } from './calendar-day.ts';
import { monthsBetween } from './months-between.ts';

test('half a year is exceeded the day after it', () => {
  expect(monthsBetween('2026-03-15', '2026-09-15')).toBe(6);
  expect(monthsBetween('2026-03-15', '2026-09-16')).toBeGreaterThan(6);
  expect(monthsBetween('2026-03-15', '2026-09-14')).toBeLessThan(6);
  expect(monthsBetween('2026-08-31', '2027-02-28')).toBe(6);
  expect(monthsBetween('2026-03-15', '2026-03-15')).toBe(0);
  expect(() => monthsBetween('2026-03-15', '2026-03-14')).toThrow(RangeError);
});

test('so many months later is so many months away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 60 }), (start, months) => {
      const day = new Date(Date.UTC(1990, 0, 1 + start)).toISOString().slice(0, 10);
      expect(monthsBetween(day, addMonths(day, months))).toBe(months);
    }),
  );
});
