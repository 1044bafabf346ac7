import { expect, test } from 'vitest';
import { createPointIndex } from './point-index.ts';

/** More than the buckets a fresh index starts with, several times over. */
const MANY = 20_000;

const gridPoint = (i: number): [number, number, number] => [(i % 200) * 0.5, Math.floor(i / 200) * 0.5, -300];

test.each([0, 0.001])(
  'grows past its first buckets and finds every point again (tolerance %d m)',
  (tolerance) => {
    const index = createPointIndex(tolerance);
    for (let i = 0; i < MANY; i++) expect(index.addAt(gridPoint(i), 0)).toBe(i);
    for (let i = 0; i < MANY; i++) expect(index.addAt(gridPoint(i), 0)).toBe(i);
    expect(index.size).toBe(MANY);
  },
);

test('points within the tolerance share the first one’s number, across cell borders too', () => {
  const index = createPointIndex(0.001);
  expect(index.addAt([0.00099, 0, 0], 0)).toBe(0);
  expect(index.addAt([0.00101, 0, 0], 0)).toBe(0);
  expect(index.addAt([0.0031, 0, 0], 0)).toBe(1);
});

test('a tolerance that is no length is refused', () => {
  expect(() => createPointIndex(-1)).toThrow(RangeError);
  expect(() => createPointIndex(Number.NaN)).toThrow(RangeError);
});
