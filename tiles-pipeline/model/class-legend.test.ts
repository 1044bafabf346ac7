import { expect, test } from 'vitest';
import { createClassLegend } from './class-legend.ts';

test('breaks are round percentiles and a value on a break belongs to the class above', () => {
  const values = Array.from({ length: 1001 }, (_, i) => i / 1000);
  const legend = createClassLegend({ id: 'cu', zh: '铜', en: 'Cu', unit: '%' }, values);
  expect(legend.keys).toHaveLength(5);
  expect(legend.keyOf(0.1).name.en).toBe('Cu < 0.5 %');
  expect(legend.keyOf(0.5).name.en).toBe('Cu 0.5 – 0.8 %');
  expect(legend.keyOf(0.99).name.en).toBe('Cu 0.9 – 1 %');
  expect(legend.keyOf(1).name.en).toBe('Cu ≥ 1 %');
});

test('a constant column has one class', () => {
  const legend = createClassLegend({ id: 'fe', zh: '铁', en: 'Fe' }, [7, 7, 7]);
  expect(legend.keys).toEqual(['fe-class-1']);
  expect(legend.keyOf(7).name.en).toBe('Fe 7');
});

test('the same values in any order give the same classes', () => {
  const a = createClassLegend({ id: 'x', zh: 'x', en: 'x' }, [3, 1, 2, 9, 5, 40]);
  const b = createClassLegend({ id: 'x', zh: 'x', en: 'x' }, [40, 9, 5, 3, 2, 1]);
  expect([1, 3, 9, 40].map((v) => a.keyOf(v))).toEqual([1, 3, 9, 40].map((v) => b.keyOf(v)));
});
