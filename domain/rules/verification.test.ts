import { expect, it } from 'vitest';
import { verificationOf, writtenClause } from './verification.ts';

it.each([
  ['source document', 'source'],
  ['Public copy', 'copy'],
  ['mine setting (no source gives a number)', 'mine'],
  ['program function (no clause)', 'program'],
  ['built in', 'program'],
  ['demo setting 演示设定', 'demo'],
  ['not the source document', 'unverified'],
  ['', 'unverified'],
])('%j is %s', (status, wanted) => {
  expect(verificationOf(status)).toBe(wanted);
});

it('a clause that no document wrote is none', () => {
  expect([writtenClause('—'), writtenClause('演示设定'), writtenClause('矿安〔2022〕88号')]).toEqual([
    null,
    null,
    '矿安〔2022〕88号',
  ]);
});
