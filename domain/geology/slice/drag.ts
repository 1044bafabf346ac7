import type { Vec3 } from '../../geometry/bounds.ts';
import type { PlanPoint } from '../section/curtain.ts';
import type { Ray } from './cap-pick.ts';

/** What a pointer that drags a handle means, ray by ray. ENU metres. */

/** Below this sine between ray and axis a hair's movement would be a kilometre's. */
const LEAST_SINE = 0.03;

/**
 * How far along a line (unit vector `axis`, from `from`) the point nearest to the ray lies; null where one looks along the
 * line, or the point lies behind the eye.
 */
export const alongAxis = ({ origin, direction }: Ray, from: Vec3, axis: Vec3): number | null => {
  const length = Math.hypot(...direction);
  const d = direction.map((value) => value / length) as unknown as Vec3;
  const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const between = dot(d, axis);
  const sine2 = 1 - between * between;
  if (sine2 < LEAST_SINE * LEAST_SINE) return null;
  const w: Vec3 = [origin[0] - from[0], origin[1] - from[1], origin[2] - from[2]];
  const ahead = (between * dot(w, axis) - dot(w, d)) / sine2;
  if (ahead <= 0) return null;
  return dot(w, axis) + ahead * between;
};

/** Where a ray goes through a level; null where it runs along it or away from it. */
export const onLevel = ({ origin, direction }: Ray, up: number): PlanPoint | null => {
  if (Math.abs(direction[2]) < LEAST_SINE * Math.hypot(direction[0], direction[1])) return null;
  const along = (up - origin[2]) / direction[2];
  return along > 0 ? [origin[0] + along * direction[0], origin[1] + along * direction[1]] : null;
};
