import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degrees, metres } from '../units/quantities.ts';
import { enu } from './coordinates.ts';
import { createMineFrame, type MineFrame } from './mine-frame.ts';
import { createSurveyPatch, MOST_PATCH_ERROR_METRES, PATCH_METRES } from './survey-patch.ts';
import { createSurveySystem } from './survey-system.ts';

const frameOf = (proj: string, longitude: number, latitude: number): MineFrame =>
  createMineFrame({
    survey: createSurveySystem({ proj, axes: 'x-north-y-east', units: 'metre' }),
    geoidSeparation: metres(-8.5),
    origin: {
      longitude: degrees(longitude),
      latitude: degrees(latitude),
      ellipsoidHeight: metres(120),
    },
  });

const SYSTEMS: readonly (readonly [string, string, number, number])[] = [
  [
    'CGCS2000, zone 39, beside its edge',
    '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
    118.45,
    36.24,
  ],
  [
    'Xian 1980 with a datum shift',
    '+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +x_0=500000 +y_0=0 +a=6378140 +b=6356755.288157528 +towgs84=-15,120,60,0.2,-0.4,1.1,-0.8 +units=m +no_defs',
    113.2,
    29.9,
  ],
  ['UTM 50 south', '+proj=utm +zone=50 +south +ellps=GRS80 +units=m +no_defs', 117.3, -29.2],
  [
    'Lambert, Quebec',
    '+proj=lcc +lat_0=44 +lon_0=-68.5 +lat_1=60 +lat_2=46 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs',
    -74.1,
    53.6,
  ],
  [
    'far north',
    '+proj=tmerc +lat_0=0 +lon_0=24 +k=0.9996 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
    27.3,
    69.1,
  ],
];

describe('survey → ENU by polynomials', () => {
  it.each(SYSTEMS)('%s: a tenth of a millimetre from proj4 anywhere', (_, proj, longitude, latitude) => {
    const frame = frameOf(proj, longitude, latitude);
    const patch = createSurveyPatch(frame)!;
    const { easting, northing } = frame.enuToSurvey(enu(0, 0, 0));
    const out = new Float64Array(3);
    const side = fc.double({ min: -PATCH_METRES, max: PATCH_METRES, noNaN: true });
    fc.assert(
      fc.property(side, side, fc.double({ min: -5_000, max: 9_000, noNaN: true }), (e, n, height) => {
        const [x, y, z] = frame.surveyToEnu({
          easting: metres(easting + e),
          northing: metres(northing + n),
          height: metres(height),
        });
        // Rounding may put a point on the edge outside.
        if (!patch.toEnu(easting + e, northing + n, height, out))
          return expect(Math.max(Math.abs(e), Math.abs(n))).toBeGreaterThan(PATCH_METRES - 1e-6);
        expect(Math.hypot(x - out[0]!, y - out[1]!, z - out[2]!)).toBeLessThan(MOST_PATCH_ERROR_METRES / 10);
      }),
      { numRuns: 400 },
    );
  });

  it('says where it does not know', () => {
    const frame = frameOf(SYSTEMS[0]![1], 117.14, 36.24);
    const patch = createSurveyPatch(frame)!;
    const { easting, northing } = frame.enuToSurvey(enu(0, 0, 0));
    const out = new Float64Array([7, 7, 7]);
    for (const [e, n, h] of [
      [easting + PATCH_METRES + 1, northing, 0],
      [easting, northing - PATCH_METRES - 1, 0],
      [easting, northing, 10_001],
      [Number.NaN, northing, 0],
      [easting, northing, Number.NaN],
      [easting - 39_000_000, northing, 0],
    ] as const)
      expect(patch.toEnu(e, n, h, out)).toBe(false);
    expect([...out]).toEqual([7, 7, 7]);
  });

  it('is none where the system is in degrees', () => {
    expect(createSurveyPatch(frameOf('+proj=longlat +datum=WGS84 +no_defs', 117.14, 36.24))).toBeNull();
  });
});
