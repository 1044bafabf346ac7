import { enu } from '../frame/coordinates.ts';
import type { MineFrame } from '../frame/mine-frame.ts';
import { metres } from '../units/quantities.ts';
import type { GridSpec } from './geological-model.ts';

/** Where the nodes of a horizon lie in the survey: easting = c + a·column + b·row, northing = f + d·column + e·row. */
export interface HorizonPlacement {
  /** a, b, c, d, e, f; columns go east, rows north as in the grid; metres (degrees where the CRS is geographic). */
  readonly affine: readonly [number, number, number, number, number, number];
  /** The most any node lies off its affine place, ENU metres in plan. */
  readonly error: number;
}

/**
 * The affine map from a horizon's nodes to its survey that is best in the sense of least squares over the known nodes. It
 * cannot be exact: the grid lies in the frame's plane, the survey on a projected ellipsoid, and a node's place depends on
 * its height where the frame's up is not the plumb line. `error` says what that costs.
 * @returns null where the horizon has no known node
 */
export const placeHorizon = (frame: MineFrame, grid: GridSpec, up: Float64Array): HorizonPlacement | null => {
  const known: number[] = [];
  for (let k = 0; k < up.length; k++) if (!Number.isNaN(up[k]!)) known.push(k);
  if (known.length === 0) return null;
  const middle = { i: (grid.columns - 1) / 2, j: (grid.rows - 1) / 2 };
  const nodes = known.map((k) => {
    const [i, j] = [k % grid.columns, Math.floor(k / grid.columns)];
    const at = enu(grid.east + i * grid.cell, grid.north + j * grid.cell, up[k]!);
    const { easting, northing } = frame.enuToSurvey(at);
    return { i: i - middle.i, j: j - middle.j, at, easting, northing };
  });
  // Differences from one node keep the digits that an easting of 39 million would swallow.
  const [e0, n0] = [nodes[0]!.easting as number, nodes[0]!.northing as number];
  const east = planeThrough(nodes.map(({ i, j, easting }) => [i, j, easting - e0]));
  const north = planeThrough(nodes.map(({ i, j, northing }) => [i, j, northing - n0]));
  let error = 0;
  for (const { i, j, at } of nodes) {
    const height = frame.enuToSurvey(at).height;
    const placed = frame.surveyToEnu({
      easting: metres(e0 + east[0] * i + east[1] * j + east[2]),
      northing: metres(n0 + north[0] * i + north[1] * j + north[2]),
      height,
    });
    error = Math.max(error, Math.hypot(placed[0] - at[0], placed[1] - at[1]));
  }
  const corner = (plane: Plane, first: number) =>
    first + plane[2] - plane[0] * middle.i - plane[1] * middle.j;
  return {
    affine: [east[0], east[1], corner(east, e0), north[0], north[1], corner(north, n0)],
    error,
  };
};

type Plane = readonly [perColumn: number, perRow: number, constant: number];

/** Least squares by normal equations; nodes on one line or in one place leave the missing slopes at 0. */
const planeThrough = (points: readonly (readonly [number, number, number])[]): Plane => {
  const n = points.length;
  const mean = [0, 1, 2].map((k) => points.reduce((sum, point) => sum + point[k]!, 0) / n) as [
    number,
    number,
    number,
  ];
  let [ii, ij, jj, iz, jz] = [0, 0, 0, 0, 0];
  for (const point of points) {
    const [i, j, z] = [point[0] - mean[0], point[1] - mean[1], point[2] - mean[2]];
    ii += i * i;
    ij += i * j;
    jj += j * j;
    iz += i * z;
    jz += j * z;
  }
  const determinant = ii * jj - ij * ij;
  let [a, b] = [0, 0];
  if (determinant > 1e-9 * Math.max(ii * jj, 1e-300)) {
    a = (iz * jj - jz * ij) / determinant;
    b = (jz * ii - iz * ij) / determinant;
  } else if (ii > 0) a = iz / ii;
  else if (jj > 0) b = jz / jj;
  return [a, b, mean[2] - a * mean[0] - b * mean[1]];
};
