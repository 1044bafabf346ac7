import { expect, test } from 'vitest';
import { textWidth, wrapText } from './text-width.ts';

test('Chinese is broken between signs, English between words, and no line is too wide', () => {
  expect(wrapText('角砾，泥质胶结，局部漏水', 2, 12)).toEqual(['角砾，泥质胶', '结，局部漏水']);
  expect(wrapText('rods dropped, drilling fluid lost', 2, 16)).toEqual([
    'rods dropped,',
    'drilling fluid',
    'lost',
  ]);
  for (const line of wrapText('断层breccia角砾clay-cemented-all-the-way', 2, 14))
    expect(textWidth(line, 2)).toBeLessThanOrEqual(14);
});

test('nothing is lost, and nothing gives no line', () => {
  expect(wrapText('', 2, 10)).toEqual([]);
  expect(wrapText('abcdefghijklmnopqrstuvwxyz', 2, 10).join('')).toBe('abcdefghijklmnopqrstuvwxyz');
});
