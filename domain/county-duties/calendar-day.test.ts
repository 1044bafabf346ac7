import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, daysBetween, endOfMonthAfter, yearlyDay } from './calendar-day.ts';

test('months end where they end', () => {
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(endOfMonthAfter('2026-01-31')).toBe('2026-02-28');
  expect(endOfMonthAfter('2026-11-02')).toBe('2026-12-31');
  expect(endOfMonthAfter('2026-12-02')).toBe('2027-01-31');
  expect(yearlyDay(2026, 2, 29)).toBe('2026-02-28');
  expect(yearlyDay(2026, 9, 30)).toBe('2026-09-30');
});

test('days are counted, over clock changes too', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  expect(() => daysBetween('soon', '2026-01-01')).toThrow(RangeError);
});

test('so many months later is never more than three days short of the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 60 }), (start, months) => {
      const day = new Date(Date.UTC(1990, 0, 1 + start)).toISOString().slice(0, 10);
      const later = addMonths(day, months);
      const [y, m, d] = day.split('-').map(Number) as [number, number, number];
      const [ly, lm, ld] = later.split('-').map(Number) as [number, number, number];
      expect((ly - y) * 12 + lm - m).toBe(months);
      expect(d - ld).toBeGreaterThanOrEqual(0);
      expect(d - ld).toBeLessThanOrEqual(3);
    }),
  );
});
