import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { startTexts } from '../../i18n/i18n.ts';
import { peopleText } from './people-text.ts';

const t = startTexts('zh').t as TFunction;
const NOBODY = { fresh: 0, stale: 0, lost: 0, unplaced: 0, neverHeard: 0 };

test('a mine of whose people nobody was ever heard is not said to be empty', () => {
  expect(peopleText({ ...NOBODY, neverHeard: 120 }, t)).toBe('? 人、120 人从未收到信号');
  expect(peopleText({ ...NOBODY, fresh: 3, neverHeard: 2 }, t)).toBe('井下 3 人、2 人从未收到信号');
  expect(peopleText({ ...NOBODY, unplaced: 1, neverHeard: 2 }, t)).toBe(
    '井下 0 人、1 人井上井下不明、2 人从未收到信号',
  );
});

test('who is silent is counted among those below, and said', () => {
  expect(peopleText(NOBODY, t)).toBe('井下 0 人');
  expect(peopleText({ ...NOBODY, fresh: 3, lost: 2 }, t)).toBe('井下 5 人、其中 2 人失联');
  expect(peopleText(undefined, t)).toBeNull();
});
