import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { tinyCatalog } from '../../test-data/tiny-catalog.ts';
import { gridTurn, heightOf, planPoint, surveyPlace, upOf } from './survey-place.ts';

const catalog = tinyCatalog([]);
const frame = frameOfCatalog(catalog);
const metre = fc.double({ min: -2000, max: 2000, noNaN: true });

test('places and heights go to the survey and back', () => {
  fc.assert(
    fc.property(metre, metre, metre, (east, north, up) => {
      const back = planPoint(frame, catalog.survey, surveyPlace(frame, catalog.survey, [east, north]));
      expect(Math.hypot(back[0] - east, back[1] - north)).toBeLessThan(0.001);
      expect(upOf(frame, heightOf(frame, up))).toBeCloseTo(up, 6);
    }),
  );
});

test('the easting carries the zone number where the survey writes one', () => {
  const plain = surveyPlace(frame, { units: 'metre', zonePrefix: undefined }, [10, 20]);
  const zoned = surveyPlace(frame, { units: 'metre', zonePrefix: 39 }, [10, 20]);
  expect(zoned.easting - plain.easting).toBe(39_000_000);
  expect(zoned.northing).toBe(plain.northing);
});

test('grid north is found where the survey’s own coordinates say', () => {
  const turn = (gridTurn(frame, [0, 0]) * Math.PI) / 180;
  const at = (e: number, n: number) => surveyPlace(frame, { units: 'metre', zonePrefix: undefined }, [e, n]);
  const [a, b] = [at(0, 0), at(-Math.sin(turn) * 500, Math.cos(turn) * 500)];
  expect(Math.abs(b.easting - a.easting)).toBeLessThan(0.01);
  expect(b.northing - a.northing).toBeGreaterThan(499);
});
