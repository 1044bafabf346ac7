import { expect, test } from 'vitest';
import { metres } from '../units/quantities.ts';
import { contactsOfLog } from './log-contacts.ts';
import { sampleLog } from './sample-logs.test-kit.ts';

test('where the logged rock changes there is a contact; rows of one rock are one', () => {
  const log = sampleLog('A', [
    ['clay', 0, 3],
    ['clay', 3, 8],
    ['schist', 8, 60],
    ['ore', 60, 66],
  ]);
  expect(contactsOfLog(log)).toMatchObject([
    { key: 'clay|schist', depth: 8, to: null, kind: 'contact' },
    { key: 'schist|ore', depth: 60, to: null, kind: 'contact' },
  ]);
});

test('with a stretch between them that nobody logged the contact is somewhere in it', () => {
  const log = sampleLog('A', [
    ['clay', 0, 8],
    [null, 8, 14],
    ['schist', 14, 60],
  ]);
  expect(contactsOfLog(log)).toMatchObject([{ key: 'clay|schist', depth: 8, to: 14 }]);
});

test('an unlogged stretch within one rock is no contact', () => {
  const log = sampleLog('A', [
    ['schist', 0, 8],
    [null, 8, 14],
    ['schist', 14, 60],
  ]);
  expect(contactsOfLog(log)).toEqual([]);
});

test('where the mine has a column, its bases are the contacts, doubts and missing units among them', () => {
  const log = {
    ...sampleLog('A', [['clay', 0, 60]]),
    bases: [
      { unit: 'q', kind: 'contact', depth: metres(8), to: null, absent: false },
      { unit: 'w', kind: 'contact', depth: metres(8), to: null, absent: true },
      { unit: 'ls', kind: 'ambiguous', depth: metres(30), to: metres(36), absent: false },
      { unit: 'sc', kind: 'deeper', depth: metres(60), to: null, absent: false },
    ] as const,
  };
  expect(contactsOfLog(log, new Map([['q', { zh: '第四系', en: 'Quaternary' }]]))).toEqual([
    { key: 'q', name: { zh: '第四系底界', en: 'base of Quaternary' }, depth: 8, to: null, kind: 'contact' },
    { key: 'w', name: { zh: 'w底界', en: 'base of w' }, depth: 8, to: null, kind: 'absent' },
    { key: 'ls', name: { zh: 'ls底界', en: 'base of ls' }, depth: 30, to: 36, kind: 'contact' },
    { key: 'sc', name: { zh: 'sc底界', en: 'base of sc' }, depth: 60, to: null, kind: 'deeper' },
  ]);
});
