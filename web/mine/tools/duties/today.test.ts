import { expect, test } from 'vitest';
import { dayIn } from './today.ts';

test('the day is that of the mine, not of Greenwich', () => {
  const evening = Date.parse('2026-09-30T17:00:00Z');
  expect(dayIn('+08:00', evening)).toBe('2026-10-01');
  expect(dayIn('-03:30', Date.parse('2026-09-30T02:00:00Z'))).toBe('2026-09-29');
});
