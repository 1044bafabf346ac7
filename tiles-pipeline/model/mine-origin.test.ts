import { expect, test } from 'vitest';
import { metres } from '../../domain/units/quantities.ts';
import { chooseOrigin, emptyExtent, growExtent } from './mine-origin.ts';

const point = (easting: number, northing: number, height: number) => ({
  easting: metres(easting),
  northing: metres(northing),
  height: metres(height),
});
const POINTS = [
  point(39_512_345, 4_001_010, 37),
  point(39_514_100, 4_003_333, -420),
  point(Number.NaN, 0, 0),
];

test('the origin is the middle on round numbers, whatever the order', () => {
  const origins = [POINTS, POINTS.toReversed()].map((points) => {
    const extent = emptyExtent();
    for (const one of points) growExtent(extent, one);
    return chooseOrigin(extent, false);
  });
  expect(origins[0]).toEqual(point(39_513_200, 4_002_200, -190));
  expect(origins[1]).toEqual(origins[0]);
});

test('nothing placed has no origin', () => {
  expect(chooseOrigin(emptyExtent(), false)).toBeNull();
});
