import { gcj02ToWgs84 } from '../../domain/frame/gcj02.ts';
import { createSurveySystem } from '../../domain/frame/survey-system.ts';
import { metres } from '../../domain/units/quantities.ts';
import { resolveCrs } from '../read/crs-registry.ts';

export type Degrees2 = [longitude: number, latitude: number];

/** Degrees to 1 cm: the files of a county are not finer, and short numbers keep the tiles small. */
const DIGITS = 1e7;
const rounded = (value: number): number => Math.round(value * DIGITS) / DIGITS;

export interface PlaceInDegrees {
  /** Easting and northing, or longitude and latitude, as the file's CRS means them → WGS 84; null where it has no answer. */
  readonly of: (east: number, north: number) => Degrees2 | null;
  readonly isGeographic: boolean;
}

const GCJ_02 = /^gcj-?02$/iu;

/** @throws SurveyFileError where the CRS is not known */
export const placeInDegrees = (
  crs: string,
  where: { readonly source: string; readonly file: string },
): PlaceInDegrees => {
  const inWorld = ([longitude, latitude]: readonly [number, number]): Degrees2 | null =>
    Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [rounded(longitude), rounded(latitude)] : null;
  if (GCJ_02.test(crs.trim()))
    return { isGeographic: true, of: (east, north) => inWorld(gcj02ToWgs84([east, north])) };
  const { proj } = resolveCrs(crs, where);
  const system = createSurveySystem({ proj, axes: 'x-east-y-north', units: 'metre' });
  return {
    isGeographic: system.isGeographic,
    of: (east, north) => {
      const { longitude, latitude } = system.toGeographic({
        easting: metres(east),
        northing: metres(north),
        height: metres(0),
      });
      return Number.isFinite(longitude + latitude) ? inWorld([longitude, latitude]) : null;
    },
  };
};
