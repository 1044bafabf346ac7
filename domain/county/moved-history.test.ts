import { expect, test } from 'vitest';
import { historyMove, movedText } from './moved-history.ts';

test('a history is moved by whole months, to end before today and never backwards', () => {
  expect(historyMove('2026-11-20', '2026-11-30')).toEqual({ months: 0, days: 0 });
  expect(historyMove('2026-11-20', '2026-12-20')).toEqual({ months: 0, days: 0 });
  expect(historyMove('2026-11-20', '2026-12-21')).toEqual({ months: 1, days: 30 });
  expect(historyMove('2026-11-20', '2027-03-05')).toEqual({ months: 3, days: 92 });
  expect(historyMove('2026-11-20', '2020-01-01')).toEqual({ months: 0, days: 0 });
});

test('days, moments, months and ids with a day in them move; nothing else does', () => {
  const move = historyMove('2026-11-20', '2027-03-05');
  const moved = (text: string) => movedText(text, move);
  expect(moved('{"on":"2026-10-20","at":"2026-10-20T03:00:00Z","month":"2026-10"}')).toBe(
    '{"on":"2027-01-20","at":"2027-01-20T03:00:00Z","month":"2027-01"}',
  );
  expect(moved('survey:2025-11 ZD-20260916-1 完成日期：2026-10-31')).toBe(
    'survey:2026-02 ZD-20261217-1 完成日期：2027-01-31',
  );
  for (const text of [
    'qingshi-iron-001-E1',
    '117.0235,35.1',
    'G1962-A24',
    '2026-13-01',
    '2026-02-30',
    'L-99999999-1',
  ])
    expect(moved(text)).toBe(text);
  const text = 'found 2026-10-20';
  expect(movedText(text, { months: 0, days: 0 })).toBe(text);
});
