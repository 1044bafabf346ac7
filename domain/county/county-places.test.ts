import { expect, test } from 'vitest';
import { placesOfFrame } from './county-places.ts';

test('metres of the frame become degrees and heights above the county’s datum', () => {
  const place = placesOfFrame({
    neighboursFrame: { origin: { longitude: 117, latitude: 35, ellipsoidHeight: 0 } },
    geoidSeparation: -8,
    survey: {
      crs: 'EPSG:4527',
      crsName: 'CGCS2000',
      proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
      verticalDatum: '1985',
    },
  });
  const origin = place([0, 0, 0]);
  expect(origin[0]).toBeCloseTo(117, 9);
  expect(origin[1]).toBeCloseTo(35, 9);
  expect(origin[2]).toBeCloseTo(8, 6);
  // a degree of latitude is 110.9 km at 35° N on WGS 84
  const north = place([0, 1000, -120]);
  expect(north[1] - 35).toBeCloseTo(1000 / 110_941, 5);
  // the sphere bends away by 1 km² / 2 R
  expect(north[2]).toBeCloseTo(8 - 120 + 1000 ** 2 / (2 * 6.36e6), 2);
});
