import type { Brand } from '../units/brand.ts';
import type { Degrees, Metres } from '../units/quantities.ts';

/**
 * A point in the mine's own survey system, always in metres and always named, never positional:
 * Chinese tables write X = north and Y = east, so an [x, y] pair is a mistake waiting to happen.
 * `easting` carries the zone number exactly when the survey system's projection does (39 512 345.678).
 * `height` is orthometric (above the survey's vertical datum).
 */
export interface SurveyPoint {
  readonly easting: Metres;
  readonly northing: Metres;
  readonly height: Metres;
}

/** A point in the mine's local frame, metres: [east, north, up] from the origin named in the catalog. */
export type EnuPoint = Brand<readonly [east: number, north: number, up: number], 'ENU m'>;

/** Earth-centred earth-fixed metres (EPSG:4978). */
export type EcefPoint = Brand<readonly [x: number, y: number, z: number], 'ECEF m'>;

/** WGS 84 geographic position; `ellipsoidHeight` in metres above the ellipsoid, not above the sea. */
export interface GeographicPoint {
  readonly longitude: Degrees;
  readonly latitude: Degrees;
  readonly ellipsoidHeight: Metres;
}

export const enu = (east: number, north: number, up: number): EnuPoint =>
  [east, north, up] as unknown as EnuPoint;
export const ecef = (x: number, y: number, z: number): EcefPoint => [x, y, z] as unknown as EcefPoint;
