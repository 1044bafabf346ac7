import { expect, test } from 'vitest';
import { markedSynthetic, ORIGIN_HEADER, SYNTHETIC_MARK } from './synthetic-mark.ts';

const table = { name: '隐患', header: ['编号'], rows: [['H1'], ['H2']] };

test('each row that is made up says so, and the others say nothing', () => {
  expect(markedSynthetic(table, (row) => row === 1)).toEqual({
    name: '隐患',
    header: [ORIGIN_HEADER, '编号'],
    rows: [
      [null, 'H1'],
      [SYNTHETIC_MARK, 'H2'],
    ],
  });
});

test('a ledger in which nothing is made up has no such column', () => {
  expect(markedSynthetic(table, () => false)).toBe(table);
});
