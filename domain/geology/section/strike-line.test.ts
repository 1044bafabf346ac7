import { expect, test } from 'vitest';
import { strikeLine } from './strike-line.ts';

const mesh = (...points: readonly (readonly [number, number])[]) => ({
  positions: Float64Array.from(points.flatMap(([e, n]) => [e, n, 0])),
  indices: new Uint32Array(),
});

test('the line runs along the length of what is mined, west end first', () => {
  const line = strikeLine([mesh([0, 0], [100, 100], [105, 95], [5, -5])], 0)!;
  expect(line[0]).toEqual([2.5, -2.5]);
  expect(line[1]).toEqual([102.5, 97.5]);
});

test('it goes a little beyond both ends', () => {
  const [a, b] = strikeLine([mesh([0, 0], [100, 0], [0, 1], [100, 1])], 0.1)!;
  expect([a[0], b[0]]).toEqual([-10, 110]);
});

test('what is as wide as long has no strike, and nothing has none', () => {
  expect(strikeLine([mesh([0, 0], [10, 0], [0, 10], [10, 10])])).toBeNull();
  expect(strikeLine([])).toBeNull();
});
