import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../contracts/hazard.ts';
import { crossValidation } from './cross-validation.ts';

const one = (
  id: string,
  method: Evidence['method'],
  says: Evidence['says'],
  more: Partial<Evidence> = {},
): Evidence => ({
  id,
  method,
  on: '2026-03-01',
  author: '测试',
  says,
  finding: 'x',
  place: null,
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
