import type { EnuPoint } from '../../frame/coordinates.ts';
import { enu } from '../../frame/coordinates.ts';
import type { Vec3 } from '../../geometry/bounds.ts';
import type { CapMesh } from './cap-mesh.ts';

/** A ray, ENU metres; the direction need not have length 1. */
export interface Ray {
  readonly origin: Vec3;
  readonly direction: Vec3;
}

export interface CapHit {
  /** Index in the cap's parts. */
  readonly part: number;
  readonly enu: EnuPoint;
  /** Directions' lengths from the origin. */
  readonly along: number;
}

/** Parts of one face lie in one plane; hits nearer to each other than this share of their distance are level. */
const LEVEL = 1e-9;

/**
 * What of a cap a ray meets first; of parts that lie over one another the topmost
 * (T. Möller, B. Trumbore, "Fast, minimum storage ray/triangle intersection", JGT 2(1), 1997). null: none.
 */
export const capHit = (cap: CapMesh, { origin, direction }: Ray): CapHit | null => {
  const { positions: p, indices, ranks, partOf } = cap;
  const [dx, dy, dz] = direction;
  let along = Number.POSITIVE_INFINITY;
  let best = -1;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3];
    const [ax, ay, az] = [p[a]!, p[a + 1]!, p[a + 2]!];
    const [ux, uy, uz] = [p[b]! - ax, p[b + 1]! - ay, p[b + 2]! - az];
    const [vx, vy, vz] = [p[c]! - ax, p[c + 1]! - ay, p[c + 2]! - az];
    const [hx, hy, hz] = [dy * vz - dz * vy, dz * vx - dx * vz, dx * vy - dy * vx];
    const det = ux * hx + uy * hy + uz * hz;
    if (det === 0) continue;
    const [sx, sy, sz] = [origin[0] - ax, origin[1] - ay, origin[2] - az];
    const f = (sx * hx + sy * hy + sz * hz) / det;
    if (f < 0 || f > 1) continue;
    const [qx, qy, qz] = [sy * uz - sz * uy, sz * ux - sx * uz, sx * uy - sy * ux];
    const g = (dx * qx + dy * qy + dz * qz) / det;
    if (g < 0 || f + g > 1) continue;
    const at = (vx * qx + vy * qy + vz * qz) / det;
    if (at <= 0) continue;
    const level = best >= 0 && Math.abs(at - along) <= LEVEL * Math.max(along, 1);
    if (level ? ranks[indices[i]!]! < ranks[indices[best]!]! : at >= along) continue;
    along = at;
    best = i;
  }
  return best < 0
    ? null
    : {
        part: partOf[best / 3]!,
        enu: enu(origin[0] + along * dx, origin[1] + along * dy, origin[2] + along * dz),
        along,
      };
};
