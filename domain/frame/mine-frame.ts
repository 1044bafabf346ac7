import { degrees, type Metres, metres } from '../units/quantities.ts';
import {
  type EcefPoint,
  type EnuPoint,
  ecef,
  enu,
  type GeographicPoint,
  type SurveyPoint,
} from './coordinates.ts';
import { transformPoint } from './matrix4.ts';
import type { SurveySystem } from './survey-system.ts';
import { ecefToGeodetic, geodeticToEcef, tangentFrame } from './wgs84.ts';

export interface MineFrameOptions {
  readonly survey: SurveySystem;
  /** Metres from the ellipsoid up to the survey's height datum: ellipsoid height = height + separation. */
  readonly geoidSeparation: Metres;
  readonly origin: GeographicPoint;
}

/** The mine's one local frame, and every way in and out of it. Survey → ECEF → survey holds 1 mm. */
export interface MineFrame {
  readonly origin: GeographicPoint;
  /** 16 numbers, column-major: the root transform of every tileset. */
  readonly enuToEcefMatrix: readonly number[];
  surveyToEnu(p: SurveyPoint): EnuPoint;
  enuToSurvey(p: EnuPoint): SurveyPoint;
  surveyToEcef(p: SurveyPoint): EcefPoint;
  ecefToSurvey(p: EcefPoint): SurveyPoint;
  enuToEcef(p: EnuPoint): EcefPoint;
  ecefToEnu(p: EcefPoint): EnuPoint;
  enuToGeographic(p: EnuPoint): GeographicPoint;
  geographicToEnu(p: GeographicPoint): EnuPoint;
  /**
   * Bulk form of `surveyToEnu`: writes east, north, up of each point to `out` (3 a point) and returns it.
   * A point the projection has no answer for becomes NaN, NaN, NaN.
   * @throws RangeError where the arrays do not fit together
   */
  surveyArrayToEnu(
    eastings: ArrayLike<number>,
    northings: ArrayLike<number>,
    heights: ArrayLike<number>,
    out?: Float64Array,
  ): Float64Array;
}

export function createMineFrame({ survey, geoidSeparation, origin }: MineFrameOptions): MineFrame {
  const matrix = tangentFrame(origin.longitude, origin.latitude, origin.ellipsoidHeight);
  const [m0, m1, m2, , m4, m5, m6, , m8, m9, m10, , ox, oy, oz] = matrix as unknown as Matrix16;
  const scratch = new Float64Array(3);

  /** The origin is taken off first: differences of near numbers lose nothing, the inverse matrix's translation would. */
  const toEnu = (x: number, y: number, z: number, out: Float64Array, at: number): void => {
    const dx = x - ox;
    const dy = y - oy;
    const dz = z - oz;
    out[at] = m0 * dx + m1 * dy + m2 * dz;
    out[at + 1] = m4 * dx + m5 * dy + m6 * dz;
    out[at + 2] = m8 * dx + m9 * dy + m10 * dz;
  };
  const surveyInto = (p: SurveyPoint, out: Float64Array, at: number): void => {
    const { longitude, latitude } = survey.toGeographic(p);
    geodeticToEcef(longitude, latitude, p.height + geoidSeparation, out, at);
  };
  const ecefToSurvey = (p: EcefPoint): SurveyPoint => {
    const { longitude, latitude, height } = ecefToGeodetic(p[0], p[1], p[2]);
    return survey.fromGeographic(longitude, latitude, height - geoidSeparation);
  };
  const enuToEcef = (p: EnuPoint): EcefPoint => ecef(...transformPoint(matrix, p[0], p[1], p[2]));
  const pointFromScratch = (): EnuPoint => enu(scratch[0]!, scratch[1]!, scratch[2]!);

  return {
    origin,
    enuToEcefMatrix: matrix,
    enuToEcef,
    ecefToSurvey,
    ecefToEnu: (p) => {
      toEnu(p[0], p[1], p[2], scratch, 0);
      return pointFromScratch();
    },
    surveyToEcef: (p) => {
      surveyInto(p, scratch, 0);
      return ecef(scratch[0]!, scratch[1]!, scratch[2]!);
    },
    surveyToEnu: (p) => {
      surveyInto(p, scratch, 0);
      toEnu(scratch[0]!, scratch[1]!, scratch[2]!, scratch, 0);
      return pointFromScratch();
    },
    enuToSurvey: (p) => ecefToSurvey(enuToEcef(p)),
    enuToGeographic: (p) => {
      const at = enuToEcef(p);
      const { longitude, latitude, height } = ecefToGeodetic(at[0], at[1], at[2]);
      return {
        longitude: degrees(longitude),
        latitude: degrees(latitude),
        ellipsoidHeight: metres(height),
      };
    },
    geographicToEnu: (p) => {
      geodeticToEcef(p.longitude, p.latitude, p.ellipsoidHeight, scratch);
      toEnu(scratch[0]!, scratch[1]!, scratch[2]!, scratch, 0);
      return pointFromScratch();
    },
    surveyArrayToEnu(eastings, northings, heights, out = new Float64Array(eastings.length * 3)) {
      const count = eastings.length;
      if (northings.length !== count || heights.length !== count || out.length < count * 3)
        throw new RangeError(
          `arrays do not fit: ${count} eastings, ${northings.length} northings, ${heights.length} heights, room for ${out.length / 3}`,
        );
      const p = { easting: metres(0), northing: metres(0), height: metres(0) };
      for (let i = 0; i < count; i++) {
        p.easting = metres(eastings[i]!);
        p.northing = metres(northings[i]!);
        p.height = metres(heights[i]!);
        surveyInto(p, out, i * 3);
        toEnu(out[i * 3]!, out[i * 3 + 1]!, out[i * 3 + 2]!, out, i * 3);
      }
      return out;
    },
  };
}

type Matrix16 = [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
