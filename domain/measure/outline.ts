import type { SurveyPoint } from '../frame/coordinates.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { areaVector, fitPlane } from '../geometry/plane-fit.ts';
import { type Metres, metres } from '../units/quantities.ts';

/** What a closed line through points says of the area in it; m². */
export interface Outline {
  /** Seen from above. */
  readonly plan: number;
  /**
   * Seen along the outline's own normal (Newell): of a plane outline the area of its plane, and of any other the largest area
   * seen from anywhere.
   */
  readonly facing: number;
  /** All the way round, slope and in plan. */
  readonly perimeter: Metres;
  readonly planPerimeter: Metres;
  /** How far a point lies off the plane that fits them best: past a little, `facing` is no surface's area. */
  readonly offPlane: Metres;
  /** In plan two sides cross, so parts count against each other and neither area means anything. */
  readonly crosses: boolean;
}

/** [easting, northing, height], from the first point: differences of large numbers would eat the digits. */
export const surveyOffsets = (points: readonly SurveyPoint[]): Vec3[] => {
  const first = points[0];
  return points.map(({ easting, northing, height }) => [
    easting - first!.easting,
    northing - first!.northing,
    height - first!.height,
  ]);
};

/** @param points at least three, not closed */
export const surveyOutline = (points: readonly SurveyPoint[]): Outline => {
  const ring = surveyOffsets(points);
  const [x, y, z] = areaVector(ring);
  const round = (length: (a: Vec3, b: Vec3) => number): Metres =>
    metres(ring.reduce((sum, point, i) => sum + length(point, ring[(i + 1) % ring.length]!), 0));
  return {
    plan: Math.abs(z),
    facing: Math.hypot(x, y, z),
    perimeter: round((a, b) => Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2])),
    planPerimeter: round((a, b) => Math.hypot(b[0] - a[0], b[1] - a[1])),
    offPlane: metres(fitPlane(ring).maxResidual),
    crosses: crossesItself(ring),
  };
};

type Plan = readonly [number, number, ...number[]];

const side = (a: Plan, b: Plan, c: Plan): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

/** Whether two sides of a ring that are not neighbours cross in plan. */
export const crossesItself = (ring: readonly Plan[]): boolean => {
  const count = ring.length;
  for (let i = 0; i < count; i++)
    for (let j = i + 2; j < count; j++) {
      if (i === 0 && j === count - 1) continue;
      const [a, b, c, d] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[(j + 1) % count]!];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
  return false;
};
