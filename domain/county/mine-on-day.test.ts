import { expect, test } from 'vitest';
import { isThere, mineOnDay } from './mine-on-day.ts';

const mine = {
  state: 'suspended',
  grade: 'C',
  risk: 'larger',
  warning: 'red',
  history: [
    { from: '2019-05-01', state: 'construction', grade: null },
    { from: '2021-01-01', state: 'producing', grade: 'B' },
    { from: '2026-02-01', state: 'suspended', grade: 'C' },
  ],
} as const;
const register = { ...mine, history: [...mine.history] };

test('a mine is what it was from a day on, and its risk and warning are of now', () => {
  expect(mineOnDay(register, null)).toEqual({
    state: 'suspended',
    grade: 'C',
    risk: 'larger',
    warning: 'red',
  });
  expect(mineOnDay(register, '2021-01-01')).toEqual({
    state: 'producing',
    grade: 'B',
    risk: null,
    warning: null,
  });
  expect(mineOnDay(register, '2020-12-31').state).toBe('construction');
});

test('before its history nothing is known, nor where it has none', () => {
  expect(mineOnDay(register, '2019-04-30')).toMatchObject({ state: 'unknown', grade: null });
  expect(mineOnDay({ ...register, history: [] }, '2026-01-01').state).toBe('unknown');
});

test('a thing is there from its first day to its last', () => {
  const goaf = { from: '2020-01-01', to: '2022-12-31' };
  const on = (day: string | null) => isThere(goaf, day, '2026-11-30');
  expect([on('2019-12-31'), on('2020-01-01'), on('2022-12-31'), on('2023-01-01')]).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(on(null)).toBe(false);
  expect(isThere({ from: null, to: null }, null, '2026-11-30')).toBe(true);
});
