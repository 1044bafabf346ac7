import { expect, test } from 'vitest';
import { degrees, type Metres } from '../../units/quantities.ts';
import { experimentalVariogram, type Lag } from './experimental-variogram.ts';
import { fitBestVariogram, fitVariogram } from './fit-variogram.ts';
import { semivariance, VARIOGRAM_TYPES, type VariogramModel } from './variogram-model.ts';

const lagsOf = (model: VariogramModel): Lag[] =>
  Array.from({ length: 15 }, (_, k) => {
    const distance = ((k + 0.5) * 100) as Metres;
    return { distance, semivariance: semivariance(model, distance), pairs: 50 + k * 10 };
  });

test.each(VARIOGRAM_TYPES)('a %s model is found again in its own curve, and as the best type', (type) => {
  const model: VariogramModel = {
    type,
    nugget: 3,
    partialSill: 40,
    range: (type === 'spherical' ? 900 : 300) as Metres,
  };
  const fit = fitVariogram(lagsOf(model), type);
  expect(fit.doubts).toEqual([]);
  expect(fit.model!.nugget).toBeCloseTo(3, 3);
  expect(fit.model!.partialSill).toBeCloseTo(40, 3);
  expect(fit.model!.range).toBeCloseTo(model.range, 2);
  expect(fitBestVariogram(lagsOf(model)).model!.type).toBe(type);
});

test('what cannot be believed is said', () => {
  const flat = lagsOf({ type: 'spherical', nugget: 5, partialSill: 0, range: 100 as Metres });
  expect(fitVariogram(flat, 'exponential').doubts).toContain('pure-nugget');
  const rising = lagsOf({ type: 'spherical', nugget: 0, partialSill: 100, range: 6000 as Metres });
  expect(fitVariogram(rising, 'spherical').doubts).toContain('range-beyond-data');
  expect(fitVariogram(flat.slice(0, 3), 'spherical')).toMatchObject({
    model: null,
    doubts: ['too-few-pairs'],
  });
  const same = flat.map((lag) => ({ ...lag, semivariance: 0 }));
  expect(fitVariogram(same, 'gaussian')).toMatchObject({ model: null, doubts: ['no-variation'] });
});

const line = (count: number, z: (i: number) => number) => ({
  x: Float64Array.from({ length: count }, (_, i) => i * 10),
  y: new Float64Array(count),
  z: Float64Array.from({ length: count }, (_, i) => z(i)),
});

test('semivariance of a ramp grows with the square of the distance', () => {
  const lags = experimentalVariogram(
    line(50, (i) => i),
    { lagWidth: 10 as Metres, maxDistance: 100 as Metres },
  );
  expect(lags.map(({ distance, semivariance: g, pairs }) => [distance, g, pairs])).toEqual(
    Array.from({ length: 10 }, (_, k) => [(k + 1) * 10, (k + 1) ** 2 / 2, 49 - k]),
  );
});

test('only pairs in the direction asked for count, both ways along it', () => {
  const points = {
    x: Float64Array.of(0, 100, 0, 70),
    y: Float64Array.of(0, 0, 100, 70),
    z: Float64Array.of(0, 1, 10, 5),
  };
  const search = { lagWidth: 200 as Metres, maxDistance: 200 as Metres };
  const along = (azimuth: number, tolerance: number) =>
    experimentalVariogram(points, {
      ...search,
      direction: { azimuth: degrees(azimuth), tolerance: degrees(tolerance) },
    });
  expect(along(90, 5)).toMatchObject([{ pairs: 1, semivariance: 0.5 }]);
  expect(along(0, 5)).toMatchObject([{ pairs: 1, semivariance: 50 }]);
  expect(along(180, 5)).toEqual(along(0, 5));
  expect(along(45, 1)).toMatchObject([{ pairs: 1, semivariance: 12.5 }]);
  expect(experimentalVariogram(points, search)).toMatchObject([{ pairs: 6 }]);
});

test('pairs at one place are left out', () => {
  const points = { x: Float64Array.of(0, 0, 10), y: Float64Array.of(0, 0, 0), z: Float64Array.of(0, 8, 0) };
  const lags = experimentalVariogram(points, { lagWidth: 20 as Metres, maxDistance: 20 as Metres });
  expect(lags).toMatchObject([{ pairs: 2, semivariance: 16 }]);
});
