import { expect, test } from 'vitest';
import {
  markedOrigin,
  ORIGIN_HEADER,
  originMark,
  SYNTHETIC_MARK,
  UNKNOWN_ORIGIN_MARK,
} from './origin-mark.ts';

const table = { name: '隐患', header: ['编号'], rows: [['H1'], ['H2']] };

test('each row that is made up says so, and the others say nothing', () => {
  expect(markedOrigin(table, (row) => (row === 1 ? SYNTHETIC_MARK : null))).toEqual({
    name: '隐患',
    header: [ORIGIN_HEADER, '编号'],
    rows: [
      [null, 'H1'],
      [SYNTHETIC_MARK, 'H2'],
    ],
  });
});

test('a ledger in which nothing is made up has no such column', () => {
  expect(markedOrigin(table, () => null)).toBe(table);
});

test('what is known to be real is not marked; what nobody can tell is', () => {
  expect([originMark('measured'), originMark('inferred')]).toEqual([null, null]);
  expect([originMark('synthetic'), originMark(null)]).toEqual([SYNTHETIC_MARK, UNKNOWN_ORIGIN_MARK]);
});
