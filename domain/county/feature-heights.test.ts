import { expect, it } from 'vitest';
import { heightsOf, placesOf } from './feature-heights.ts';

it('of a line takes in the hollow around it', () => {
  const line = [
    [117, 35, -80],
    [117.1, 35, -120],
  ] as [number, number, number][];
  expect(heightsOf({ type: 'line', line, radius: 2 })).toEqual({ bottom: -122, top: -78 });
  expect(placesOf({ type: 'line', line, radius: 2 })).toEqual([
    [117, 35],
    [117.1, 35],
  ]);
  expect(heightsOf({ type: 'prism', rings: [], bottom: -9, top: 4 })).toEqual({ bottom: -9, top: 4 });
});
