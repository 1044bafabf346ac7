import { expect, test } from 'vitest';
import { gaussKruegerOf } from '../../domain/frame/gauss-krueger.ts';
import { coordinateSystems } from './coordinate-systems.ts';

const county = (proj: string, crsName: string) => ({
  survey: { crs: 'x', crsName, proj, verticalDatum: '1985' },
  extent: [116.8, 34.9, 117.2, 35.2] as [number, number, number, number],
});

test('the 3° belt of a place, with its number before the easting', () => {
  const [belt] = coordinateSystems(county(gaussKruegerOf(117).proj, 'CGCS2000 39'));
  const { easting, northing } = belt!.at([117, 35]);
  expect(easting).toBeCloseTo(39_500_000, 3);
  // Length of the meridian from the equator on GRS 80: Helmert's series, metres.
  const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
  const meridian = 111_132.95255 * 35 - 16_038.50868 * sine(70) + 16.83261 * sine(140) - 0.02198 * sine(210);
  expect(northing).toBeCloseTo(meridian, 2);
});

test('the county’s own system stands beside it only where it is another', () => {
  expect(coordinateSystems(county(gaussKruegerOf(117).proj, 'same'))).toHaveLength(1);
  const local = '+proj=tmerc +lat_0=0 +lon_0=116.5 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';
  const systems = coordinateSystems(county(local, 'local'));
  expect(systems.map(({ name }) => name)).toEqual(['CGCS2000 / 3° GK 39', 'local']);
  expect(systems[1]!.at([116.5, 35]).easting).toBeCloseTo(500_000, 3);
  for (const { at, back } of systems) {
    const [longitude, latitude] = back(at([117.1234567, 35.0123456]));
    expect(longitude).toBeCloseTo(117.1234567, 9);
    expect(latitude).toBeCloseTo(35.0123456, 9);
  }
});
