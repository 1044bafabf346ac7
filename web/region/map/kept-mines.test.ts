import { expect, test } from 'vitest';
import type { RegisterMine } from '../../../domain/contracts/county.ts';
import { keptMines, withChoice } from './kept-mines.ts';

const mine = (id: string, more: Partial<RegisterMine>) =>
  ({
    id,
    type: 'open-pit',
    size: null,
    state: 'producing',
    grade: 'B',
    risk: null,
    warning: null,
    town: 't',
    history: [],
    ...more,
  }) as RegisterMine;
const MINES = [
  mine('a', { grade: 'D' }),
  mine('b', { grade: null }),
  mine('c', { history: [{ from: '2020-01-01', state: 'producing', grade: 'D' }] }),
];

test('no filter keeps all, and says so', () => expect(keptMines(MINES, {}, null)).toBeNull());

test('what is not known is chosen by name and never slips through', () => {
  expect(keptMines(MINES, { grade: ['D'] }, null)).toEqual(new Set(['a']));
  expect(keptMines(MINES, { grade: ['unknown'] }, null)).toEqual(new Set(['b']));
  const sized = [mine('s', { size: 'small' }), mine('u', {})];
  expect(keptMines(sized, { size: ['small'] }, null)).toEqual(new Set(['s']));
  expect(keptMines(sized, { size: ['unknown'] }, null)).toEqual(new Set(['u']));
});

test('a past day is asked of the history', () =>
  expect(keptMines(MINES, { grade: ['D'] }, '2021-05-05')).toEqual(new Set(['c'])));

test('choices come and go without leaving empty ones behind', () => {
  const one = withChoice({}, 'grade', 'D', true);
  expect(one).toEqual({ grade: ['D'] });
  expect(withChoice(one, 'grade', 'D', false)).toEqual({});
});
