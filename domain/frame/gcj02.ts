/**
 * GCJ-02, the offset coordinates of Chinese web maps. No official formula is published; this is the one in common use
 * (eviltransform, https://github.com/googollee/eviltransform): sines of the position, on the Krasovsky ellipsoid. How well it
 * agrees with the maps is not stated by anybody. The inverse is found by iteration.
 */
const A = 6378245;
const E2 = 0.006693421622965943;
const RADIANS = Math.PI / 180;

type Position = readonly [longitude: number, latitude: number];

/** Outside this box the maps are not shifted. */
const isShifted = ([longitude, latitude]: Position): boolean =>
  longitude > 72.004 && longitude < 137.8347 && latitude > 0.8293 && latitude < 55.8271;

const waves = (x: number): number =>
  ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;

/** Offset in "metres" of the formula, before it is bent to degrees. */
const offset = (x: number, y: number): Position => {
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    waves(x) +
    ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 +
    ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    waves(x) +
    ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 +
    ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y / 30) * Math.PI)) * 2) / 3;
  return [east, north];
};

/** WGS 84 degrees → GCJ-02 degrees. */
export const wgs84ToGcj02 = (position: Position): [longitude: number, latitude: number] => {
  const [longitude, latitude] = position;
  if (!isShifted(position)) return [longitude, latitude];
  const [east, north] = offset(longitude - 105, latitude - 35);
  const sin = Math.sin(latitude * RADIANS);
  const w = Math.sqrt(1 - E2 * sin * sin);
  const meridian = (A * (1 - E2)) / (w * w * w);
  const parallel = (A / w) * Math.cos(latitude * RADIANS);
  return [longitude + east / (parallel * RADIANS), latitude + north / (meridian * RADIANS)];
};

/** Degrees: a tenth of a millimetre. */
const ENOUGH = 1e-9;
const MOST_ROUNDS = 30;

/** GCJ-02 degrees → WGS 84 degrees, the inverse of `wgs84ToGcj02` to under a millimetre. */
export const gcj02ToWgs84 = (position: Position): [longitude: number, latitude: number] => {
  let [longitude, latitude] = position;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [x, y] = wgs84ToGcj02([longitude, latitude]);
    const [east, north] = [position[0] - x, position[1] - y];
    longitude += east;
    latitude += north;
    if (Math.abs(east) < ENOUGH && Math.abs(north) < ENOUGH) break;
  }
  return [longitude, latitude];
};
