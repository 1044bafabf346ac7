import { expect, test } from 'vitest';
import { compassDegrees } from './compass.ts';

test.each([
  [125, 125],
  ['045°', 45],
  ['385', 25],
  ['N', 0],
  ['NE', 45],
  ['东北', 45],
  ['北东', 45],
  ['SSW', 202.5],
  ['南南西', 202.5],
  ['NNW', 337.5],
  ['WNW', 292.5],
  ['西北', 315],
  ['N35°E', 35],
  ['S20W', 200],
  ['北35°西', 325],
  ['向东', 90],
])('%s is %s degrees', (written, expected) => {
  expect(compassDegrees(written)).toBe(expected);
});

test.each(['', 'up', '-999', '900', 'NS', 'NEW', 'EE', 'N120E', '-30'])('“%s” is no direction', (written) => {
  expect(compassDegrees(written)).toBeNull();
});
