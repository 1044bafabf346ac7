import { describe, expect, it } from 'vitest';
import { egm96Separation } from './geoid.ts';

describe('egm96Separation', () => {
  it.each([
    // NGA's test points for EGM96 (INPUT.DAT, OUTF477.DAT of the F477 program), longitude first.
    [269.779155, 38.628155, -31.628],
    [305.021114, -14.621217, -2.969],
    [102.448729, 46.874319, -43.575],
    [133.874712, -23.617446, 15.871],
    [359.9995, 38.625473, 50.066],
    [0.0023, -0.466744, 17.329],
  ])('at %d°, %d° is %d m', (longitude, latitude, separation) => {
    // Their grid interpolation is a spline, ours bilinear: they differ by centimetres.
    expect(Math.abs(egm96Separation(longitude, latitude) - separation)).toBeLessThan(0.1);
  });

  it.each([
    // PROJ's egm96_15.gtx: the sign is "geoid above ellipsoid", below it in Shandong.
    ['Jining', 116.6, 35.4, -8.861],
    ['Charleroi', 4.44, 50.42, 45.897],
    ['Wheal Pell', -5.21, 50.32, 53.356],
    ['Karara', 117, -29, -22.593],
  ])('%s agrees with PROJ within 2 cm', (_name, longitude, latitude, separation) => {
    expect(Math.abs(egm96Separation(longitude, latitude) - separation)).toBeLessThan(0.02);
  });

  it('wraps longitudes and refuses what is no place', () => {
    expect(egm96Separation(476.6, 35.4)).toBeCloseTo(egm96Separation(116.6, 35.4), 9);
    expect(egm96Separation(-180, 10)).toBeCloseTo(egm96Separation(180, 10), 9);
    expect(egm96Separation(0, 90)).toBeCloseTo(egm96Separation(90, 90), 6);
    for (const [longitude, latitude] of [
      [Number.NaN, 0],
      [0, 90.1],
      [0, Number.NaN],
    ] as const) {
      expect(() => egm96Separation(longitude, latitude)).toThrow(RangeError);
    }
  });
});
