/**
 * WGS 84 ellipsoid (NGA.STND.0036): a and 1/f are defining. CGCS2000 differs in flattening by 0.1 mm at the
 * pole: the two are taken as one here.
 */
const A = 6378137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const B = A * (1 - F);
const EP2 = E2 / (1 - E2);
const RADIANS = Math.PI / 180;

/** Degrees and ellipsoid height → ECEF metres, written to out[at … at + 2]. */
export function geodeticToEcef(
  longitude: number,
  latitude: number,
  height: number,
  out: Float64Array | number[],
  at = 0,
): void {
  const sinLat = Math.sin(latitude * RADIANS);
  const cosLat = Math.cos(latitude * RADIANS);
  const n = A / Math.sqrt(1 - E2 * sinLat * sinLat);
  out[at] = (n + height) * cosLat * Math.cos(longitude * RADIANS);
  out[at + 1] = (n + height) * cosLat * Math.sin(longitude * RADIANS);
  out[at + 2] = (n * (1 - E2) + height) * sinLat;
}

/**
 * ECEF metres → degrees and ellipsoid height. Bowring's formula (Survey Review 23 (1976), 323–327), repeated once:
 * one pass is good to 1e-9 m within 10 km of the ellipsoid, the second covers every height met here.
 */
export function ecefToGeodetic(
  x: number,
  y: number,
  z: number,
): { longitude: number; latitude: number; height: number } {
  const p = Math.hypot(x, y);
  let reduced = Math.atan2(z * A, p * B);
  let latitude = 0;
  for (let pass = 0; pass < 2; pass++) {
    const s = Math.sin(reduced);
    const c = Math.cos(reduced);
    latitude = Math.atan2(z + EP2 * B * s * s * s, p - E2 * A * c * c * c);
    reduced = Math.atan2((1 - F) * Math.sin(latitude), Math.cos(latitude));
  }
  const sinLat = Math.sin(latitude);
  // This form keeps its digits at the poles too, where p / cos(latitude) does not.
  const height = p * Math.cos(latitude) + z * sinLat - A * Math.sqrt(1 - E2 * sinLat * sinLat);
  return { longitude: Math.atan2(y, x) / RADIANS, latitude: latitude / RADIANS, height };
}

/** Rigid ENU → ECEF matrix (16, column-major) of the tangent frame at a place: east, north, up and the place itself. */
export function tangentFrame(longitude: number, latitude: number, height: number): number[] {
  const sinLon = Math.sin(longitude * RADIANS);
  const cosLon = Math.cos(longitude * RADIANS);
  const sinLat = Math.sin(latitude * RADIANS);
  const cosLat = Math.cos(latitude * RADIANS);
  const origin = [0, 0, 0];
  geodeticToEcef(longitude, latitude, height, origin);
  return [
    -sinLon,
    cosLon,
    0,
    0,
    -sinLat * cosLon,
    -sinLat * sinLon,
    cosLat,
    0,
    cosLat * cosLon,
    cosLat * sinLon,
    sinLat,
    0,
    origin[0]!,
    origin[1]!,
    origin[2]!,
    1,
  ];
}
