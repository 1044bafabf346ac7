import { expect, test } from 'vitest';
import { worstOf } from './worst-of.ts';

const GRADES = ['A', 'B', 'C'] as const;

test('the worst wins, and which kinds raised it is said', () => {
  expect(worstOf({ water: 'B', roof: 'A', gas: 'A' }, GRADES)).toEqual({
    grade: 'A',
    raisedBy: ['roof', 'gas'],
    ungraded: [],
    atLeast: false,
  });
});

test('what nobody graded is listed, and may be worse than the worst known', () => {
  expect(worstOf({ water: 'B', roof: null }, GRADES)).toEqual({
    grade: 'B',
    raisedBy: ['water'],
    ungraded: ['roof'],
    atLeast: true,
  });
  expect(worstOf({ water: 'A', roof: null }, GRADES).atLeast).toBe(false);
  expect(worstOf({ water: null }, GRADES)).toEqual({
    grade: null,
    raisedBy: [],
    ungraded: ['water'],
    atLeast: true,
  });
});
