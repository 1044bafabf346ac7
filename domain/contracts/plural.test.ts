import { expect, test } from 'vitest';
import { pluralNames, withPlurals } from './plural.ts';

const TEXT = '{n} [n:row is|rows are] left out of {all} [all:row|rows]';

test('the word follows its own number', () => {
  const of = (n: unknown, all: unknown) => withPlurals(TEXT, (name) => ({ n, all })[name]);
  expect(of(1, 2)).toBe('{n} row is left out of {all} rows');
  expect(of(0, 1)).toBe('{n} rows are left out of {all} row');
  expect(of(1.5, 21)).toBe('{n} rows are left out of {all} rows');
});

test('a number written for a reader counts; what is none takes the plural', () => {
  const of = (n: unknown) => withPlurals('[n:day|days]', () => n);
  expect([of('1'), of('1,001'), of('?'), of(undefined), of('1 d')]).toEqual([
    ...['day', 'days', 'days', 'days', 'day'],
  ]);
});

test('other brackets stay as they are', () => {
  expect(withPlurals('[a] [b|c] {n}', () => 1)).toBe('[a] [b|c] {n}');
  expect(pluralNames(TEXT)).toEqual(['n', 'all']);
});
