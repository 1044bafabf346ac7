import { expect, test } from 'vitest';
import { columnRows, valueText } from './column-rows.ts';
import { sampleLog } from './sample-log.test-kit.ts';

const column = (o: object) => ({
  id: 'a',
  name: { zh: '采取率', en: 'Recovery' },
  type: 'number' as const,
  ...o,
});

test('values are written with their names, units and digits; what is not known is nothing', () => {
  expect(valueText(column({ unit: '%', decimals: 1 }), 71.25, 'zh')).toBe('71.3 %');
  expect(valueText(column({ type: 'string', values: { a: { zh: '甲', en: 'A' } } }), 'a', 'en')).toBe('A');
  expect(valueText(column({}), null, 'en')).toBeNull();
  expect(valueText(column({ type: 'boolean' }), false, 'zh')).toBe('否');
});

test('rows go from the top to the bottom of the hole without gap, each at its interval where there is room', () => {
  const { rows, fits } = columnRows(sampleLog(), {
    top: 100,
    bottom: 10,
    y: (depth) => 100 - depth,
    rockWidth: 20,
    descriptionWidth: 30,
    language: 'zh',
  });
  expect(fits).toBe(true);
  expect(rows.map(({ rock }) => rock)).toEqual([['黏土'], ['灰岩'], ['未编录']]);
  expect(rows[0]!.top).toBe(100);
  expect(rows.at(-1)!.bottom).toBe(30);
  rows.forEach((row, i) => {
    if (i > 0) expect(row.top).toBe(rows[i - 1]!.bottom);
  });
});

test('many thin layers move apart and keep all their names; without room it is said', () => {
  const [first] = sampleLog().intervals;
  const thin = sampleLog({
    intervals: Array.from(
      { length: 40 },
      (_, i) => ({ ...first!, from: i * 0.1, to: (i + 1) * 0.1 }) as never,
    ),
  });
  const table = (bottom: number) =>
    columnRows(thin, {
      top: 200,
      bottom,
      y: (depth) => 200 - depth,
      rockWidth: 20,
      descriptionWidth: 30,
      language: 'zh',
    });
  expect(table(0).fits).toBe(true);
  expect(Math.min(...table(0).rows.map(({ top, bottom }) => top - bottom))).toBeGreaterThan(3);
  expect(table(150).fits).toBe(false);
  expect(table(150).rows).toHaveLength(40);
});
