import { metres } from '../units/quantities.ts';
import { enu } from './coordinates.ts';
import type { MineFrame } from './mine-frame.ts';

/**
 * Survey → ENU about a mine by polynomials, for what is asked thousands of times a second: a projection's exact way
 * takes some twenty times as long and leaves garbage with every point. Equal to it within MOST_PATCH_ERROR_METRES.
 */
export interface SurveyPatch {
  /**
   * Writes east, north, up (metres) to out[0 … 2]; survey metres as in SurveyPoint.
   * @returns false outside of the patch: nothing is written, ask the frame
   */
  toEnu(easting: number, northing: number, height: number, out: Float64Array): boolean;
}

/** The patch reaches so far to each side of the frame's origin. */
export const PATCH_METRES = 10_000;
/** No patch is made that is farther off at any place it was tried. The fit itself is good to a few micrometres. */
export const MOST_PATCH_ERROR_METRES = 1e-4;
const HIGHEST_METRES = 10_000;
/**
 * Terms shrink by 10 km ÷ 6 371 km from degree to degree: of the fifth, the first left out, less than 10⁻⁹ m is left.
 */
const NODES = 5;
const CHECKS = 9;

/** Chebyshev nodes of −1 … 1: there an interpolating polynomial is near the best one. */
const nodes = Array.from({ length: NODES }, (_, i) => Math.cos((Math.PI * (2 * i + 1)) / (2 * NODES)));

/** Values at the nodes → coefficients of 1, u, u², …: Newton's divided differences, multiplied out. */
const coefficientsOf = (values: readonly number[]): number[] => {
  const divided = [...values];
  for (let order = 1; order < NODES; order++)
    for (let i = NODES - 1; i >= order; i--)
      divided[i] = (divided[i]! - divided[i - 1]!) / (nodes[i]! - nodes[i - order]!);
  let polynomial: number[] = [];
  for (let i = NODES - 1; i >= 0; i--) {
    const next = [divided[i]!, ...polynomial];
    polynomial.forEach((c, k) => {
      next[k]! -= nodes[i]! * c;
    });
    polynomial = next;
  }
  return polynomial;
};

/** NODES × NODES coefficients, of uⁱ·vʲ at i · NODES + j. */
const surfaceOf = (value: (u: number, v: number) => number): Float64Array => {
  const rows = nodes.map((u) => coefficientsOf(nodes.map((v) => value(u, v))));
  const columns = nodes.map((_, j) => coefficientsOf(rows.map((row) => row[j]!)));
  return Float64Array.from({ length: NODES * NODES }, (_, k) => columns[k % NODES]![Math.floor(k / NODES)]!);
};

const surfaceAt = (surface: Float64Array, u: number, v: number): number => {
  let sum = 0;
  for (let i = NODES - 1; i >= 0; i--) {
    let row = 0;
    for (let j = NODES - 1; j >= 0; j--) row = row * v + surface[i * NODES + j]!;
    sum = sum * u + row;
  }
  return sum;
};

/** null where no such polynomials hold: a system in degrees, or one whose projection ends nearby. */
export const createSurveyPatch = (frame: MineFrame): SurveyPatch | null => {
  const { easting, northing } = frame.enuToSurvey(enu(0, 0, 0));
  const exact = (u: number, v: number, height: number) =>
    frame.surveyToEnu({
      easting: metres(easting + u * PATCH_METRES),
      northing: metres(northing + v * PATCH_METRES),
      height: metres(height),
    });
  // At a plan position a point moves in a straight line with its height: along the ellipsoid's normal.
  const axes = [0, 1, 2] as const;
  const [east, north, up] = axes.map((k) => surfaceOf((u, v) => exact(u, v, 0)[k])) as Surfaces;
  const [perEast, perNorth, perUp] = axes.map((k) =>
    surfaceOf((u, v) => (exact(u, v, HIGHEST_METRES)[k] - exact(u, v, 0)[k]) / HIGHEST_METRES),
  ) as Surfaces;
  const patch: SurveyPatch = {
    toEnu: (e, n, height, out) => {
      const u = (e - easting) / PATCH_METRES;
      const v = (n - northing) / PATCH_METRES;
      // Written so that what is not a number fails it as well.
      if (!(Math.max(Math.abs(u), Math.abs(v)) <= 1 && Math.abs(height) <= HIGHEST_METRES)) return false;
      out[0] = surfaceAt(east, u, v) + height * surfaceAt(perEast, u, v);
      out[1] = surfaceAt(north, u, v) + height * surfaceAt(perNorth, u, v);
      out[2] = surfaceAt(up, u, v) + height * surfaceAt(perUp, u, v);
      return true;
    },
  };
  const out = new Float64Array(3);
  for (let i = 0; i < CHECKS; i++)
    for (let j = 0; j < CHECKS; j++)
      for (const height of [-HIGHEST_METRES, 0, HIGHEST_METRES]) {
        const [u, v] = [(2 * i) / (CHECKS - 1) - 1, (2 * j) / (CHECKS - 1) - 1];
        const [x, y, z] = exact(u, v, height);
        patch.toEnu(easting + u * PATCH_METRES, northing + v * PATCH_METRES, height, out);
        if (!(Math.hypot(x - out[0]!, y - out[1]!, z - out[2]!) <= MOST_PATCH_ERROR_METRES)) return null;
      }
  return patch;
};

type Surfaces = [Float64Array, Float64Array, Float64Array];
