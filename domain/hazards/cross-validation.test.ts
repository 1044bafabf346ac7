import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../contracts/hazard.ts';
import { crossValidation, isRuledOut } from './cross-validation.ts';

const one = (
  id: string,
  method: Evidence['method'],
  says: Evidence['says'],
  more: Partial<Evidence> = {},
): Evidence => ({
  id,
  method,
  on: '2026-03-01',
  author: `测试 ${method}`,
  says,
  finding: 'x',
  place: { kind: 'point', at: [118, 31] },
  file: null,
  replaces: null,
  ...more,
});

test.each([
  ['nothing', [], 'unverified'],
  [
    'an old plan alone, for no paper proves anything',
    [one('a', 'document', 'present'), one('b', 'document', 'present')],
    'unverified',
  ],
  ['one method that could not tell', [one('a', 'geophysics', 'unclear')], 'unverified'],
  ['one method', [one('a', 'geophysics', 'present')], 'inferred'],
  ['one method twice', [one('a', 'geophysics', 'present'), one('b', 'geophysics', 'present')], 'inferred'],
  [
    'a plan beside one method',
    [one('a', 'geophysics', 'present'), one('b', 'document', 'present')],
    'inferred',
  ],
  ['two methods', [one('a', 'geophysics', 'present'), one('b', 'drilling', 'present')], 'proven'],
  ['two that disagree', [one('a', 'geophysics', 'present'), one('b', 'drilling', 'absent')], 'contradicted'],
  [
    'two for and one against',
    [one('a', 'geophysics', 'present'), one('b', 'drilling', 'present'), one('c', 'geochemistry', 'absent')],
    'contradicted',
  ],
  ['only against', [one('a', 'drilling', 'absent')], 'refuted'],
] as const)('%s', (_, evidence, status) => {
  expect(crossValidation(evidence).status).toBe(status);
});

test('what later evidence replaces no longer counts', () => {
  const evidence = [
    one('a', 'geophysics', 'absent'),
    one('b', 'geophysics', 'present', { replaces: 'a' }),
    one('c', 'drilling', 'present'),
  ];
  expect(crossValidation(evidence)).toEqual({
    status: 'proven',
    present: ['geophysics', 'drilling'],
    absent: [],
    unclear: [],
    isConfirmed: true,
    unconfirming: [],
  });
});

test('one person’s word of one spot under two methods is one witness, unless something was handed in', () => {
  const hole = one('a', 'drilling', 'present', { author: '王' });
  const said = (more: Partial<Evidence>) =>
    crossValidation([hole, one('b', 'survey', 'present', { author: '王', ...more })]);
  expect(said({})).toMatchObject({
    status: 'inferred',
    unconfirming: [{ kind: 'same-spot', id: 'b', as: 'a' }],
  });
  expect(said({ author: '李' }).status).toBe('proven');
  expect(said({ file: 'a'.repeat(64) }).status).toBe('proven');
  expect(said({ place: { kind: 'point', at: [118.0001, 31] } }).status).toBe('proven');
});

test('a contradiction is not taken back by a paper, nor by what shows nothing', () => {
  const hole = one('a', 'drilling', 'present');
  const line = one('b', 'geophysics', 'absent');
  const by = (method: Evidence['method'], more: Partial<Evidence> = {}) =>
    crossValidation([hole, line, one('c', method, 'unclear', { replaces: 'b', ...more })]);
  const unconfirming = [{ kind: 'withdrawn', id: 'b', by: 'c' }];
  expect(by('document')).toMatchObject({ status: 'contradicted', unconfirming });
  expect(by('geophysics')).toMatchObject({ status: 'contradicted', unconfirming });
  expect(by('geophysics', { says: 'present' }).status).toBe('proven');
});

const FILE = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const UNBOUND = { place: null, file: null };

test.each([
  ['neither file nor place', one('b', 'drilling', 'present', UNBOUND), 'inferred', ['unbound b']],
  [
    'the file of the other method',
    one('b', 'drilling', 'present', { file: FILE }),
    'inferred',
    ['same-file b a'],
  ],
  ['a file of its own', one('b', 'drilling', 'present', { file: OTHER }), 'proven', []],
  ['a place and no file', one('b', 'drilling', 'present'), 'proven', []],
  [
    'neither, and the contrary: it speaks',
    one('b', 'drilling', 'absent', UNBOUND),
    'contradicted',
    ['unbound b'],
  ],
] as const)('two methods, the second with %s', (_, second, status, why) => {
  const found = crossValidation([one('a', 'geophysics', 'present', { file: FILE }), second]);
  expect(found.status).toBe(status);
  expect(found.isConfirmed).toBe(status === 'proven');
  expect(
    found.unconfirming.map((each) => `${each.kind} ${each.id}${'as' in each ? ` ${each.as}` : ''}`),
  ).toEqual(why);
});

test('a third piece in a file of its own makes two witnesses of three', () => {
  const pieces = [
    one('a', 'geophysics', 'present', { file: FILE }),
    one('b', 'drilling', 'present', { file: FILE }),
    one('c', 'drilling', 'present', { file: OTHER }),
  ];
  expect(crossValidation(pieces)).toMatchObject({ status: 'proven', unconfirming: [{ id: 'b', as: 'a' }] });
});

test('it is ruled out by two witnesses; one refutes, and somebody whom nobody can check rules nothing out', () => {
  const two = [one('a', 'drilling', 'absent'), one('b', 'geophysics', 'absent')];
  expect(isRuledOut(crossValidation(two))).toBe(true);
  expect(isRuledOut(crossValidation([two[0]!, { ...two[1]!, ...UNBOUND }]))).toBe(false);
  expect(isRuledOut(crossValidation(two.map((piece) => ({ ...piece, file: FILE }))))).toBe(false);
  expect(crossValidation([{ ...two[0]!, ...UNBOUND }])).toMatchObject({
    status: 'unverified',
    absent: ['drilling'],
  });
});

test('it is never proven by fewer than two methods that looked, and never while one says no', () => {
  const piece = fc.record({
    method: fc.constantFrom('geophysics', 'drilling', 'geochemistry', 'survey', 'document'),
    says: fc.constantFrom('present', 'absent', 'unclear'),
  });
  fc.assert(
    fc.property(
      fc.array(piece as fc.Arbitrary<Pick<Evidence, 'method' | 'says'>>, { maxLength: 8 }),
      (pieces) => {
        const { status, present, absent } = crossValidation(
          pieces.map(({ method, says }, i) => one(String(i), method, says)),
        );
        if (status === 'proven') {
          expect(new Set(present).size).toBeGreaterThanOrEqual(2);
          expect(absent).toEqual([]);
        }
        expect([...present, ...absent]).not.toContain('document');
      },
    ),
  );
});
