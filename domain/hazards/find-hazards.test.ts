import { expect, test } from 'vitest';
import { findHazards, searchedHazard } from './find-hazards.ts';

const of = (number: string, title: string, more: { category?: string; isDone?: boolean } = {}) =>
  searchedHazard(number, {
    ...{ number, title, category: more.category ?? null, isDone: more.isDone ?? false },
    mine: { id: 'qingshi', name: { zh: '青石铁矿', en: 'Qingshi Iron' } },
  });
const HAZARDS = [
  of('qs-003', '16号采空区积水', { category: 'goaf-water' }),
  of('qs-001', '旧的采空区', { isDone: true }),
  of('qs-002', '采空区'),
  of('qs-004', 'F9 断层', { category: 'fault' }),
];
const ids = (text: string) => findHazards(HAZARDS, text, 10).found;

test('a number or a title is found, what begins with it first, what is done with after the same that is open', () => {
  expect(ids('QS-004')).toEqual(['qs-004']);
  expect(ids('004')).toEqual(['qs-004']);
  expect(ids('采空区')).toEqual(['qs-002', 'qs-003', 'qs-001']);
});
test('a hazard is found by its kind and its mine as well, in either language', () => {
  expect(ids('fault')).toEqual(['qs-004']);
  expect(ids('青石 断层')).toEqual(['qs-004']);
  expect(ids('qingshi iron 积水')).toEqual(['qs-003']);
  expect(ids('白云')).toEqual([]);
});
test('what the list has no room for is counted', () =>
  expect(findHazards(HAZARDS, 'qs', 3)).toEqual({ found: ['qs-003', 'qs-002', 'qs-004'], more: 1 }));
test('nothing typed, nothing found', () => expect(ids(' ')).toEqual([]));
