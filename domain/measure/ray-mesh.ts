import type { TriangleTree } from '../clearance/triangle-tree.ts';
import type { Ray } from '../geology/slice/cap-pick.ts';
import type { Vec3 } from '../geometry/bounds.ts';

export interface MeshHit {
  /** Directions' lengths from the origin. */
  readonly along: number;
  /** Number of the triangle in the mesh. */
  readonly triangle: number;
}

/** Share of a triangle by which its edges are widened: a ray along an edge two triangles share must not slip between them. */
const EDGE = 1e-10;

/**
 * The first triangle a ray meets, from either side (T. Möller, B. Trumbore, "Fast, minimum storage ray/triangle
 * intersection", JGT 2(1), 1997), in doubles; null: none.
 * @param keeps whether what is met at a distance counts: what a slice takes away does not
 */
export const rayHit = (
  { boxes, next, count, corners, order }: TriangleTree,
  { origin, direction }: Ray,
  most = Number.POSITIVE_INFINITY,
  keeps: (along: number) => boolean = () => true,
): MeshHit | null => {
  let along = most;
  let best = -1;
  const stack = [0];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!(entersBox(boxes, node * 6, origin, direction) < along)) continue;
    const triangles = count[node]!;
    if (triangles === 0) {
      stack.push(next[node]!, node + 1);
      continue;
    }
    for (let i = next[node]!; i < next[node]! + triangles; i++) {
      const at = triangleAt(corners, i * 9, origin, direction);
      if (!(at > 0 && at < along) || !keeps(at)) continue;
      along = at;
      best = i;
    }
  }
  return best < 0 ? null : { along, triangle: order[best]! };
};

/** Where a ray enters a box, directions' lengths; NaN where it misses it. */
export const entersBox = (boxes: Float64Array, box: number, origin: Vec3, direction: Vec3): number => {
  let from = 0;
  let to = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 3; k++) {
    const d = direction[k]!;
    const low = boxes[box + k]! - origin[k]!;
    const high = boxes[box + 3 + k]! - origin[k]!;
    if (d === 0) {
      if (low > 0 || high < 0) return Number.NaN;
      continue;
    }
    const [a, b] = [low / d, high / d];
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  // A flat box and rounded quotients: better one box too many.
  return from <= to * (1 + 1e-12) + 1e-12 ? from * (1 - 1e-12) : Number.NaN;
};

const triangleAt = (p: Float64Array, t: number, origin: Vec3, [dx, dy, dz]: Vec3): number => {
  const [ax, ay, az] = [p[t]!, p[t + 1]!, p[t + 2]!];
  const [ux, uy, uz] = [p[t + 3]! - ax, p[t + 4]! - ay, p[t + 5]! - az];
  const [vx, vy, vz] = [p[t + 6]! - ax, p[t + 7]! - ay, p[t + 8]! - az];
  const [hx, hy, hz] = [dy * vz - dz * vy, dz * vx - dx * vz, dx * vy - dy * vx];
  const det = ux * hx + uy * hy + uz * hz;
  if (det === 0) return Number.NaN;
  const [sx, sy, sz] = [origin[0] - ax, origin[1] - ay, origin[2] - az];
  const f = (sx * hx + sy * hy + sz * hz) / det;
  if (f < -EDGE || f > 1 + EDGE) return Number.NaN;
  const [qx, qy, qz] = [sy * uz - sz * uy, sz * ux - sx * uz, sx * uy - sy * ux];
  const g = (dx * qx + dy * qy + dz * qz) / det;
  if (g < -EDGE || f + g > 1 + EDGE) return Number.NaN;
  return (vx * qx + vy * qy + vz * qz) / det;
};
