import { expect, test } from 'vitest';
import { ageText, momentText } from './zone-moment.ts';

test('a moment is told in the mine’s own zone', () => {
  const ms = Date.UTC(2026, 10, 22, 16, 5, 9);
  expect(momentText(ms, '+08:00')).toBe('2026-11-23 00:05:09');
  expect(momentText(ms, '+08:00', { seconds: false })).toBe('2026-11-23 00:05');
});

test('an age has at most two units', () => {
  expect(ageText(0, 'en')).toBe('0 sec');
  expect(ageText(59_400, 'en')).toBe('59 sec');
  expect(ageText(192_000, 'en')).toBe('3 min 12 sec');
  expect(ageText(3 * 86_400_000 + 5 * 3_600_000 + 7_000, 'en')).toBe('3 days 5 hr');
  expect(ageText(3_600_000, 'en')).toBe('1 hr');
  expect(ageText(192_000, 'zh')).toBe('3分钟 12秒');
  expect(ageText(-500, 'en')).toBe('0 sec');
});
