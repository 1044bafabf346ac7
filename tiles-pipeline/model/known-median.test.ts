import { expect, test } from 'vitest';
import { knownMedian } from './known-median.ts';

test('the middle of what is known, and unknown where less than half is', () => {
  expect(knownMedian([3, Number.NaN, 1, 2])).toBe(2);
  expect(knownMedian(Float32Array.of(5))).toBe(5);
  expect(knownMedian([1, Number.NaN, Number.NaN])).toBeNull();
  expect(knownMedian([])).toBeNull();
});
