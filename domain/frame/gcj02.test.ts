import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gcj02ToWgs84, wgs84ToGcj02 } from './gcj02.ts';

/** Test vectors of eviltransform: WGS 84, GCJ-02; latitude and longitude. */
const KNOWN = [
  [31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
  [22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
  [39.911954, 116.377817, 39.91334545536069, 116.38404722455657],
] as const;

it('shifts as the published vectors do, and back again', () => {
  for (const [lat, lon, gcjLat, gcjLon] of KNOWN) {
    const shifted = wgs84ToGcj02([lon, lat]);
    expect(shifted[0]).toBeCloseTo(gcjLon, 6);
    expect(shifted[1]).toBeCloseTo(gcjLat, 6);
    const back = gcj02ToWgs84([gcjLon, gcjLat]);
    expect(back[0]).toBeCloseTo(lon, 6);
    expect(back[1]).toBeCloseTo(lat, 6);
  }
});

it('is its own inverse to a millimetre anywhere in the maps', () => {
  const place = fc.tuple(
    fc.double({ min: 73, max: 136, noNaN: true }),
    fc.double({ min: 3, max: 54, noNaN: true }),
  );
  fc.assert(
    fc.property(place, (p) => {
      const [x, y] = gcj02ToWgs84(wgs84ToGcj02(p));
      expect(Math.hypot(x - p[0], y - p[1])).toBeLessThan(1e-8);
    }),
  );
});

it('leaves the rest of the world where it is', () => {
  expect(wgs84ToGcj02([2.35, 48.85])).toEqual([2.35, 48.85]);
  expect(gcj02ToWgs84([2.35, 48.85])).toEqual([2.35, 48.85]);
});
