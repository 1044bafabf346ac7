import type { TFunction } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import type { MineFrame } from '../../../../domain/frame/mine-frame.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { metres } from '../../../../domain/units/quantities.ts';
import { startTexts } from '../../../i18n/i18n.ts';
import { formatDms, lineRows } from './measure-rows.ts';
import { betweenRows } from './volume-rows.ts';

const survey = {
  crs: 'EPSG:4527',
  crsName: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
  proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
  units: 'metre',
  axes: 'x-north-y-east',
  verticalDatum: '1985',
  geoidSeparation: { metres: -8.2, source: 'manifest' },
} as const;
let t: TFunction;
let frame: MineFrame;
beforeAll(() => {
  t = startTexts('en').t;
  frame = frameOfCatalog({
    survey,
    frame: { origin: { longitude: 117.1, latitude: 35.3, ellipsoidHeight: 0 }, enuToEcef: [] },
  });
});
/** A point some metres of the survey's grid from the origin. */
const at = (north: number, east: number, up: number): Vec3 => {
  const origin = frame.enuToSurvey([0, 0, 0] as never);
  return [
    ...frame.surveyToEnu({
      northing: metres(origin.northing + north),
      easting: metres(origin.easting + east),
      height: metres(origin.height + up),
    }),
  ] as unknown as Vec3;
};
const rows = (...args: Parameters<typeof lineRows>) =>
  Object.fromEntries(lineRows(...args).map(({ id, value, unit }) => [id, `${value} ${unit}`.trim()]));

describe('what a measurement says', () => {
  test('of a distance is in survey coordinates: parts, grid azimuth, and the true length beside it', () => {
    const far = { kind: 'distance', points: [at(0, 0, 0), at(3000, 4000, -100)] } as const;
    expect(rows(far, frame, survey, t)).toMatchObject({
      slope: '5,001.000 m',
      horizontal: '5,000.000 m',
      vertical: '-100.000 m',
      azimuth: '53°07′48″',
    });
    // The grid is stretched by some parts in a million so near to its meridian.
    const space = Number(rows(far, frame, survey, t).space!.replace(/[, m]/g, ''));
    expect(Math.abs(space - 5001)).toBeGreaterThan(0.001);
    expect(Math.abs(space - 5001)).toBeLessThan(0.5);
  });

  test('of a survey in feet is in feet', () => {
    const foot = { ...survey, units: 'foot' as const };
    const line = { kind: 'distance', points: [at(0, 0, 0), at(304.8, 0, 0)] } as const;
    expect(rows(line, frame, foot, t).slope).toBe('1,000.000 ft');
    const ring = {
      kind: 'area',
      points: [at(0, 0, 0), at(30.48, 0, 0), at(30.48, 30.48, 0), at(0, 30.48, 0)],
    } as const;
    expect(rows(ring, frame, foot, t).plan).toBe('10,000.00 ft²');
  });

  test('of a bed is its dip direction and dip, and of points in line that there is none', () => {
    const fall = Math.tan(Math.PI / 6);
    const bed = { kind: 'attitude', points: [at(0, 0, 0), at(0, 100, -100 * fall), at(80, 0, 0)] } as const;
    expect(rows(bed, frame, survey, t).bearing).toBe('090°∠30°');
    const line = { kind: 'attitude', points: [at(0, 0, 0), at(10, 10, 1), at(20, 20, 2)] } as const;
    expect(lineRows(line, frame, survey, t)[0]).toMatchObject({ value: null, warning: t('measure.noPlane') });
  });

  test('of too few points is nothing', () => {
    expect(lineRows({ kind: 'area', points: [at(0, 0, 0), at(1, 0, 0)] }, frame, survey, t)).toEqual([]);
  });
});

describe('what a volume says', () => {
  const volume = {
    above: 1000,
    below: 0,
    area: 400,
    unknown: 0,
    unknownTop: 0,
    unknownBase: 0,
    deviationAtMost: 0,
  };

  test('is its number alone where all is known', () => {
    expect(betweenRows(volume, survey, t).map(({ id }) => id)).toEqual(['between', 'footprint']);
  });

  test('names the share that is not known', () => {
    const some = betweenRows({ ...volume, unknown: 100, unknownBase: 100 }, survey, t);
    expect(some.find(({ id }) => id === 'unknown')!.warning).toContain('25.0 %');
  });

  test('is no number at all where nothing is known: zero would be a lie', () => {
    const none = betweenRows({ ...volume, above: 0, unknown: 400, unknownBase: 400 }, survey, t);
    expect(none[0]).toMatchObject({ id: 'between', value: null, warning: t('measure.allUnknown') });
  });
});

test('degrees are written in minutes and seconds, and 59.9999″ is a whole minute', () => {
  expect([143.13, -0.5, 59.99999999, Number.NaN].map(formatDms)).toEqual([
    '143°07′48″',
    '-0°30′00″',
    '60°00′00″',
    null,
  ]);
});
