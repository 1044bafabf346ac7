import { expect, test } from 'vitest';
import { figure, median } from './figure.ts';

test('medians of odd and even counts; of nothing there is none', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

test('the ratio is ours over the peer, null without one', () => {
  expect(figure('tile', 'cpu', 's', 1, { value: 4, name: 'gltfpack' })).toEqual({
    bench: 'tile',
    metric: 'cpu',
    unit: 's',
    ours: 1,
    peer: 4,
    peerName: 'gltfpack',
    ratio: 0.25,
  });
  expect(figure('build', 'cpu', 's', 1.23456)).toMatchObject({
    ours: 1.23,
    peer: null,
    peerName: null,
    ratio: null,
  });
});
