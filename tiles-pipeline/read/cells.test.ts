import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerCell, isMissing, numberCell, textCell } from './cells.ts';
import { dateCell } from './date-cell.ts';

const place = { source: 'holes', file: 'holes.csv', row: 7, column: 'x' };

describe('numberCell', () => {
  it.each([
    ['12', 12],
    ['-12.50', -12.5],
    ['1e-3', 0.001],
    ['.5', 0.5],
    ['1 234.5', 1234.5],
    ['39 512 345.678', 39512345.678],
    ['1 234,5', 1234.5],
    ["1'234.5", 1234.5],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['1.234,5', 1234.5],
    ['12,5', 12.5],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['－１２．５', -12.5],
    ['−7', -7],
    [' 3 ', 3],
  ])('%s is %d', (text, value) => {
    expect(numberCell(text, place)).toEqual({ value, finding: null });
  });

  it.each(['12m', '<0.01', '1.2.3', 'abc', '0x10', 'Infinity', '1 23', '12:30'])(
    '%s is no number',
    (text) => {
      expect(numberCell(text, place)).toEqual({
        value: null,
        finding: { ...place, severity: 'reject', code: 'cell-not-number', value: text, params: {} },
      });
    },
  );

  it.each(['1,234', '-12,345', '999,000'])('%s may be two numbers and is rejected', (text) => {
    expect(numberCell(text, place).finding).toMatchObject({
      severity: 'reject',
      code: 'cell-ambiguous-number',
    });
  });

  it('reads −9999 as unknown, with a warning', () => {
    for (const cell of ['-9999', '-9999.00', -999]) {
      expect(numberCell(cell, place)).toMatchObject({
        value: null,
        finding: { severity: 'warning', code: 'cell-missing-code' },
      });
    }
  });

  it('gives back every double written in full', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e15, max: 1e15 }), (value) => {
        fc.pre(Math.abs(value) !== 99 && Math.abs(value) !== 999);
        // Text has no −0: adding 0 makes it 0.
        expect(numberCell(String(value), place).value).toBe(value + 0);
      }),
    );
  });
});

describe('other cells', () => {
  it('knows the spellings of nothing', () => {
    for (const cell of ['', '  ', 'NULL', 'NA', 'N/A', '—', '-', '–', '\\N', null, undefined, Number.NaN]) {
      expect(isMissing(cell)).toBe(true);
    }
    for (const cell of ['Na', '0', 0, false, 'none', '无']) expect(isMissing(cell)).toBe(false);
    expect(textCell(' 石灰岩 ')).toBe('石灰岩');
    expect(textCell('NULL')).toBeNull();
  });

  it('takes whole numbers only', () => {
    expect(integerCell('12.0', place).value).toBe(12);
    expect(integerCell('12.5', place).finding).toMatchObject({ code: 'cell-not-integer' });
  });

  it.each([
    ['2003-11-30', '2003-11-30'],
    ['2003/1/5', '2003-01-05'],
    ['2003年11月30日', '2003-11-30'],
    ['1935年7月', '1935-07'],
    ['1935', '1935'],
    ['20031130', '2003-11-30'],
    ['2003-11-30T08:15:00Z', '2003-11-30T08:15:00Z'],
    ['30/11/2003', '2003-11-30'],
    ['11/30/2003', '2003-11-30'],
    ['30 November 2003', '2003-11-30'],
  ])('date %s is %s', (text, date) => {
    expect(dateCell(text, place)).toEqual({ value: date, finding: null });
  });

  it('warns of a guessed century, and rejects what is no date or two', () => {
    expect(dateCell('30-Nov-03', place)).toMatchObject({
      value: '2003-11-30',
      finding: { severity: 'warning', code: 'cell-date-century' },
    });
    expect(dateCell('05/03/2003', place).finding).toMatchObject({ code: 'cell-ambiguous-date' });
    for (const text of ['2003-02-30', '2003-13-01', '0', '-1913', 'spring']) {
      expect(dateCell(text, place).finding).toMatchObject({ severity: 'reject', code: 'cell-not-date' });
    }
  });
});
