import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degrees, metres } from '../units/quantities.ts';
import { ecef, enu } from './coordinates.ts';
import { exaggerate, exaggerationMatrix, unexaggerate } from './exaggeration.ts';
import { transformPoint } from './matrix4.ts';
import { createMineFrame } from './mine-frame.ts';
import { createSurveySystem } from './survey-system.ts';
import { ecefToGeodetic, geodeticToEcef } from './wgs84.ts';

const ZONE_39 = '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';
const survey = createSurveySystem({ proj: ZONE_39, axes: 'x-north-y-east', units: 'metre' });
const frame = createMineFrame({
  survey,
  geoidSeparation: metres(-8.5),
  origin: { longitude: degrees(117.14), latitude: degrees(36.24), ellipsoidHeight: metres(120) },
});
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const place = fc.tuple(real(39_500_000, 39_599_999), real(3_900_000, 4_100_000), real(-1500, 900));
const at = ([easting, northing, height]: [number, number, number]) => ({
  easting: metres(easting),
  northing: metres(northing),
  height: metres(height),
});

describe('survey ⇄ ECEF ⇄ ENU', () => {
  it('comes back within 1 mm at zone-prefixed eastings', () => {
    fc.assert(
      fc.property(place, (p) => {
        for (const back of [
          frame.ecefToSurvey(frame.surveyToEcef(at(p))),
          frame.enuToSurvey(frame.surveyToEnu(at(p))),
          frame.ecefToSurvey(frame.enuToEcef(frame.ecefToEnu(frame.surveyToEcef(at(p))))),
        ])
          expect(Math.hypot(back.easting - p[0], back.northing - p[1], back.height - p[2])).toBeLessThan(
            1e-6,
          );
      }),
    );
  });

  it('keeps short distances: 100 m of grid is 100 m of ENU, up to the projection’s scale', () => {
    const [a, b] = [at([39_500_000, 4_012_345, 0]), at([39_500_100, 4_012_345, 0])].map((p) =>
      frame.surveyToEnu(p),
    );
    expect(Math.hypot(b![0] - a![0], b![1] - a![1], b![2] - a![2])).toBeCloseTo(100, 3);
  });

  it('does in bulk what it does one by one', () => {
    const points = fc.sample(place, { numRuns: 50, seed: 1 });
    const column = (k: number) => Float64Array.from(points, (p) => p[k]!);
    const out = frame.surveyArrayToEnu(column(0), column(1), column(2));
    points.forEach((p, i) => {
      expect([...out.subarray(i * 3, i * 3 + 3)]).toEqual([...frame.surveyToEnu(at(p))]);
    });
    expect(() => frame.surveyArrayToEnu([1], [1, 2], [1])).toThrow(RangeError);
    expect([...frame.surveyArrayToEnu([Number.NaN], [1], [1])]).toEqual([NaN, NaN, NaN]);
  });

  it('has up along the ellipsoid height and the origin at nought', () => {
    const up = frame.geographicToEnu({ ...frame.origin, ellipsoidHeight: metres(170) });
    expect(up[0]).toBeCloseTo(0, 8);
    expect(up[1]).toBeCloseTo(0, 8);
    expect(up[2]).toBeCloseTo(50, 8);
    expect(frame.enuToGeographic(enu(0, 0, 0)).ellipsoidHeight).toBeCloseTo(120, 8);
  });
});

describe('WGS 84', () => {
  it('puts known places where they are', () => {
    const out = [0, 0, 0];
    geodeticToEcef(0, 0, 0, out);
    expect(out).toEqual([6378137, 0, 0]);
    geodeticToEcef(0, 90, 0, out);
    expect(out[2]).toBeCloseTo(6356752.314245, 6);
  });

  it('comes back from anywhere, poles and depths too', () => {
    fc.assert(
      fc.property(real(-180, 180), real(-90, 90), real(-6000, 9000), (longitude, latitude, height) => {
        const [there, again] = [
          [0, 0, 0],
          [0, 0, 0],
        ];
        geodeticToEcef(longitude, latitude, height, there);
        const back = ecefToGeodetic(there[0]!, there[1]!, there[2]!);
        geodeticToEcef(back.longitude, back.latitude, back.height, again);
        expect(Math.hypot(...there.map((v, k) => v - again[k]!))).toBeLessThan(5e-9);
        expect(Math.abs(back.height - height)).toBeLessThan(5e-9);
      }),
    );
  });
});

describe('exaggeration', () => {
  it('draws with the matrix exactly what the functions say, and comes back', () => {
    fc.assert(
      fc.property(
        fc.tuple(real(-5000, 5000), real(-5000, 5000), real(-1500, 900)),
        real(0.2, 20),
        real(-500, 500),
        (p, factor, pivot) => {
          const point = enu(...p);
          const drawn = exaggerate(point, factor, metres(pivot));
          const m = exaggerationMatrix(frame.enuToEcefMatrix, factor, metres(pivot));
          const moved = transformPoint(m, ...(frame.enuToEcef(point) as unknown as [number, number, number]));
          const seen = frame.ecefToEnu(ecef(...moved));
          for (let k = 0; k < 3; k++) {
            expect(seen[k]).toBeCloseTo(drawn[k]!, 5);
            expect(unexaggerate(drawn, factor, metres(pivot))[k]).toBeCloseTo(point[k]!, 6);
          }
        },
      ),
    );
    expect(() => exaggerationMatrix(frame.enuToEcefMatrix, 0, metres(0))).toThrow(RangeError);
  });
});
