import { describe, expect, it } from 'vitest';
import {
  formatCoordinate,
  formatCount,
  formatNumber,
  formatPropertyNumber,
  unitSign,
} from './format-number.ts';

describe('numbers for reading', () => {
  it.each([
    [12345.678, { decimals: 1, unit: 'm²' }, '12,345.7'],
    [1234, { unit: 'm³' }, '1,234'],
    [1987, {}, '1987'],
    [12345, {}, '12,345'],
    [-0.001, { decimals: 2 }, '0.00'],
    [0.00031, {}, '0.00031'],
    [0.5, { decimals: 3 }, '0.500'],
    [7.9, { integer: true }, '8'],
    [0, {}, '0'],
  ])('%d %o is %s', (value, options, text) => {
    expect(formatNumber(value, options)).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%d is not a number to show',
    (value) => {
      expect(formatNumber(value, { decimals: 2 })).toBeNull();
    },
  );

  it('follows the column', () => {
    expect(formatPropertyNumber(1234.567, { type: 'number', unit: 'm', decimals: 2 })).toBe('1,234.57');
    expect(formatPropertyNumber(1987, { type: 'integer' })).toBe('1987');
  });

  it('groups counts', () => {
    expect(formatCount(1284)).toBe('1,284');
  });
});

describe('coordinates', () => {
  it.each([
    [39512345.678, 2, '39\u2009512\u2009345.68'],
    [-310.125, 2, '−310.13'],
    [-0.001, 2, '0.00'],
    [999.999, 2, '1\u2009000.00'],
    [12, 0, '12'],
  ])('%d with %d decimals is %s', (value, decimals, text) => {
    expect(formatCoordinate(value, decimals)).toBe(text);
  });

  it('shows a dash for what is not a number', () => {
    expect(formatCoordinate(Number.NaN, 2)).toBe('—');
  });
});

it('prints units as they are printed', () => {
  expect(['m3/h', 'mm/d', 'm', '%'].map(unitSign)).toEqual(['m³/h', 'mm/d', 'm', '%']);
});
