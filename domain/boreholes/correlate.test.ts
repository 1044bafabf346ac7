import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metres } from '../units/quantities.ts';
import { correlate } from './correlate.ts';
import type { LogContact } from './log-contacts.ts';

const contact = (key: string, patch: Partial<LogContact> = {}): LogContact => ({
  key,
  name: { zh: key, en: key },
  depth: metres(0),
  to: null,
  kind: 'contact',
  ...patch,
});
const list = (keys: string): LogContact[] => [...keys].map((key) => contact(key));
const pairs = (a: LogContact[], b: LogContact[]): string[] =>
  correlate(a, b).map((pair) => `${pair.a}${pair.b}${pair.certain ? '' : '?'}`);

test('what occurs once in both logs is one boundary', () =>
  expect(pairs(list('abc'), list('abc'))).toEqual(['00', '11', '22']));

test('a bed that pinches out is joined to nothing, and the others are', () =>
  expect(pairs(list('abcd'), list('ad'))).toEqual(['00', '31']));

test('lines never cross: of two orders the longer one counts', () =>
  expect(pairs(list('abcd'), list('bcda'))).toEqual(['10', '21', '32']));

test('what repeats is inferred, and only where both have it equally often between two certain ones', () => {
  expect(pairs(list('axbxc'), list('axbxc'))).toEqual(['00', '11?', '22', '33?', '44']);
  expect(pairs(list('axxb'), list('axb'))).toEqual(['00', '32']);
  expect(pairs(list('axxb'), list('axxb'))).toEqual(['00', '11?', '22?', '33']);
});

test('a doubtful, a missing and a deeper base are joined as inferred; two deeper ones are not joined', () => {
  const a = [
    contact('p', { to: metres(3) }),
    contact('q', { kind: 'absent' }),
    contact('r', { kind: 'deeper' }),
  ];
  expect(pairs(a, list('pqr'))).toEqual(['00?', '11?', '22?']);
  expect(pairs(a, [contact('r', { kind: 'deeper' })])).toEqual([]);
});

test('whatever the logs, lines join like to like, do not cross, and no contact has two', () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 12 });
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      const found = correlate(list(one.join('')), list(other.join('')));
      return found.every(
        ({ a, b }, i) => one[a] === other[b] && (i === 0 || (found[i - 1]!.a < a && found[i - 1]!.b < b)),
      );
    }),
  );
});
