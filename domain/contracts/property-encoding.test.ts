import { expect, test } from 'vitest';
import { fromPropertyTable, NO_DATA } from './property-encoding.ts';

test('unknown stays unknown, whichever way a reader says it', () => {
  for (const type of ['string', 'number', 'integer', 'boolean'] as const)
    for (const stored of [undefined, null, '']) expect(fromPropertyTable(type, stored)).toBeNull();
  expect(fromPropertyTable('number', NO_DATA.float64)).toBeNull();
  expect(fromPropertyTable('integer', NO_DATA.int32)).toBeNull();
  expect(fromPropertyTable('integer', NO_DATA.float64)).toBeNull();
});

test('known values come back with their own type, zero and false included', () => {
  expect(fromPropertyTable('number', 0)).toBe(0);
  expect(fromPropertyTable('number', NO_DATA.int32)).toBe(-2147483648);
  expect(fromPropertyTable('integer', 1998)).toBe(1998);
  expect(fromPropertyTable('boolean', 'false')).toBe(false);
  expect(fromPropertyTable('boolean', 'true')).toBe(true);
  expect(fromPropertyTable('string', '采空区')).toBe('采空区');
});
