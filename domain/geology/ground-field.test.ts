import { expect, test } from 'vitest';
import { readGround, terrainOf } from './ground-field.ts';

const entry = {
  file: 'model/ground.bin',
  east: -10,
  north: 5,
  cell: 10,
  columns: 3,
  rows: 2,
  base: 100,
  error: 0,
};

test('heights are read over their base, and what is not known stays so', () => {
  const bytes = Float32Array.of(0, 10, 20, 0, 10, Number.NaN).buffer;
  const at = terrainOf(readGround(entry, bytes));
  expect(at(-10, 5)).toBe(100);
  expect(at(-5, 10)).toBe(105);
  expect(at(5, 10)).toBeNull();
  expect(at(-11, 10)).toBeNull();
});

test('a file of another size is an error that says which', () => {
  expect(() => readGround(entry, new ArrayBuffer(20))).toThrow(
    'model/ground.bin: 20 bytes, expected 24 for 3 × 2 nodes',
  );
});
