import { expect, it } from 'vitest';
import { csvText, rounded } from './csv-text.ts';

it('quotes what needs it, and leaves no cell a spreadsheet would reckon with', () =>
  expect(
    csvText([
      ['a,b', 'say "x"', null],
      ['=1+1', '-70m巷', -3.5],
    ]),
  ).toBe('\uFEFF"a,b","say ""x""",\r\n\'=1+1,\'-70m巷,-3.5\r\n'));

it('rounds, and knows no minus zero', () => {
  expect(rounded(1.23456)).toBe(1.235);
  expect(Object.is(rounded(-0.0001), 0)).toBe(true);
  expect(rounded(null)).toBeNull();
});
