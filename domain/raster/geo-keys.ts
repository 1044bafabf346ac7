import { METRES_PER_UNIT } from '../units/quantities.ts';
import type { TiffTag } from './tiff.ts';

/**
 * The coordinate system of a GeoTIFF (OGC 19-008r4): an EPSG code where there is one, else the parameters of the
 * projection, so that any reader places the raster without our bundle.
 */
export interface RasterCrs {
  /** As the manifest calls it: "EPSG:4527", or anything else where there is no code. */
  readonly crs: string;
  readonly name: string;
  readonly proj: string;
}

type Key = readonly [id: number, value: number | string, kind: 'code' | 'double' | 'text'];

const USER_DEFINED = 32767;
const PROJECTED = 1;
const GEOGRAPHIC = 2;
const PIXEL_IS_AREA = 1;
const METRE = 9001;
const DEGREE = 9102;

/** Metres per unit of the coordinates; 1 and degrees for longitude/latitude. */
export const crsMetres = (proj: string): number => {
  if (isGeographic(proj)) return 1;
  const stated = /\+to_meter=([\d.eE+-]+)(?:\/([\d.]+))?/.exec(proj);
  if (stated) return Number(stated[1]) / Number(stated[2] ?? 1);
  const unit = parameter(proj, 'units') ?? 'm';
  return unit === 'us-ft' ? METRES_PER_UNIT['us-survey-foot'] : unit === 'ft' ? METRES_PER_UNIT.foot : 1;
};

const parameter = (proj: string, name: string): string | undefined =>
  new RegExp(`\\+${name}=(\\S+)`).exec(proj)?.[1];
const numberOf = (proj: string, name: string, fallback = 0): number =>
  Number(parameter(proj, name) ?? fallback);
const isGeographic = (proj: string): boolean => /\+proj=(longlat|latlong|lonlat|latlon)\b/.test(proj);

/** Tags 34735, 34736 and 34737. A projection these keys have no words for is named by its proj string, as a citation. */
export const geoKeyTags = (system: RasterCrs): TiffTag[] => {
  const geographic = isGeographic(system.proj);
  const code = /^EPSG:(\d+)$/i.exec(system.crs.trim())?.[1];
  const head: Key[] = [
    [1024, geographic ? GEOGRAPHIC : PROJECTED, 'code'],
    [1025, PIXEL_IS_AREA, 'code'],
    [1026, `${system.name}|`, 'text'],
  ];
  if (code && geographic) return tagsOf([...head, [2048, Number(code), 'code'], [2054, DEGREE, 'code']]);
  // The unit of a system with a code is the code's; said again in metres it would be wrong in feet.
  const metric = crsMetres(system.proj) === 1;
  if (code)
    return tagsOf([
      ...head,
      [3072, Number(code), 'code'],
      ...(metric ? [[3076, METRE, 'code'] as const] : []),
    ]);
  const own: Key[] = [...head, [2048, USER_DEFINED, 'code'], ...datumKeys(system.proj)];
  if (geographic) return tagsOf([...own, [2054, DEGREE, 'code']]);
  const projection = projectionKeys(system.proj);
  if (!projection)
    return tagsOf([
      [1024, USER_DEFINED, 'code'],
      [1025, PIXEL_IS_AREA, 'code'],
      [1026, `${system.proj}|`, 'text'],
    ]);
  return tagsOf([
    ...own,
    [2054, DEGREE, 'code'],
    [3072, USER_DEFINED, 'code'],
    ...projection,
    ...unitKeys(system.proj),
  ]);
};

const unitKeys = (proj: string): Key[] => {
  const length = crsMetres(proj);
  if (length === 1) return [[3076, METRE, 'code']];
  return [
    [3076, USER_DEFINED, 'code'],
    [3077, length, 'double'],
  ];
};

const ELLIPSOIDS: Readonly<Record<string, number>> = {
  GRS80: 7019,
  WGS84: 7030,
  krass: 7024,
  clrk66: 7008,
  airy: 7001,
};

const datumKeys = (proj: string): Key[] => {
  const ellipsoid = parameter(proj, 'ellps') ?? parameter(proj, 'datum') ?? 'WGS84';
  const keys: Key[] = [[2050, USER_DEFINED, 'code']];
  const code = ELLIPSOIDS[ellipsoid === 'NAD83' ? 'GRS80' : ellipsoid];
  const a = numberOf(proj, 'a');
  const b = numberOf(proj, 'b');
  const rf = parameter(proj, 'rf') ? numberOf(proj, 'rf') : a && b && a !== b ? a / (a - b) : 0;
  if (a) keys.push([2056, USER_DEFINED, 'code'], [2057, a, 'double'], [2059, rf, 'double']);
  else keys.push([2056, code ?? ELLIPSOIDS.WGS84!, 'code']);
  return keys;
};

/** Transverse Mercator (also as UTM) and Lambert's conic: what mines without a code are surveyed in. */
const projectionKeys = (proj: string): Key[] | null => {
  const kind = parameter(proj, 'proj');
  const head: Key[] = [[3074, USER_DEFINED, 'code']];
  // Offsets of a proj string are in metres whatever its unit; of the keys, in the unit.
  const length = crsMetres(proj);
  const offsets = (x: number, y: number): Key[] => [
    [3082, x / length, 'double'],
    [3083, y / length, 'double'],
  ];
  if (kind === 'utm')
    return [
      ...head,
      [3075, 1, 'code'],
      [3080, numberOf(proj, 'zone') * 6 - 183, 'double'],
      [3081, 0, 'double'],
      ...offsets(500_000, /\+south\b/.test(proj) ? 10_000_000 : 0),
      [3092, 0.9996, 'double'],
    ];
  if (kind === 'tmerc')
    return [
      ...head,
      [3075, 1, 'code'],
      [3080, numberOf(proj, 'lon_0'), 'double'],
      [3081, numberOf(proj, 'lat_0'), 'double'],
      ...offsets(numberOf(proj, 'x_0'), numberOf(proj, 'y_0')),
      [3092, numberOf(proj, 'k_0', numberOf(proj, 'k', 1)), 'double'],
    ];
  if (kind === 'lcc' && parameter(proj, 'lat_2') !== undefined)
    return [
      ...head,
      [3075, 8, 'code'],
      [3078, numberOf(proj, 'lat_1'), 'double'],
      [3079, numberOf(proj, 'lat_2'), 'double'],
      [3084, numberOf(proj, 'lon_0'), 'double'],
      [3085, numberOf(proj, 'lat_0'), 'double'],
      [3086, numberOf(proj, 'x_0') / length, 'double'],
      [3087, numberOf(proj, 'y_0') / length, 'double'],
    ];
  return null;
};

const tagsOf = (keys: readonly Key[]): TiffTag[] => {
  const directory: number[] = [1, 1, 0, keys.length];
  const doubles: number[] = [];
  let text = '';
  // Readers may rely on keys in rising order.
  for (const [id, value, kind] of [...keys].sort((a, b) => a[0] - b[0])) {
    if (kind === 'code') directory.push(id, 0, 1, value as number);
    else if (kind === 'double') {
      directory.push(id, 34736, 1, doubles.length);
      doubles.push(value as number);
    } else {
      // Counted in bytes of the ASCII tag.
      const ascii = String(value).replace(/[^\x20-\x7e]/g, '?');
      directory.push(id, 34737, ascii.length, text.length);
      text += ascii;
    }
  }
  return [
    { tag: 34735, type: 'short', values: directory },
    ...(doubles.length > 0 ? [{ tag: 34736, type: 'double', values: doubles } as const] : []),
    { tag: 34737, type: 'ascii', values: [...`${text}\0`].map((c) => c.charCodeAt(0)) },
  ];
};
