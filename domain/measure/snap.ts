import type { TriangleTree } from '../clearance/triangle-tree.ts';
import type { Ray } from '../geology/slice/cap-pick.ts';
import type { Vec3 } from '../geometry/bounds.ts';

/** A corner or an edge near a ray. */
export interface NearCorner {
  readonly kind: 'vertex' | 'edge';
  readonly at: Vec3;
  /** Directions' lengths from the origin, as far as it is along the ray. */
  readonly along: number;
  /** Tangent of the angle it lies off the ray, as drawn. */
  readonly off: number;
  /** Number of a triangle it belongs to. */
  readonly triangle: number;
}

export interface SnapReach {
  /** How many times heights are stretched where the angles are seen. */
  readonly stretch: number;
  /** Tangents of angles off the ray up to which something is found. */
  readonly vertex: number;
  readonly edge: number;
}

/**
 * Corners and edges of a mesh near a ray, the nearest to it first, corners before edges: what a hand that means a corner points
 * beside of. Whether they are hidden is not asked.
 * @param creases which sides of the triangles are edges, as creaseEdges says
 */
export const cornersNear = (
  { boxes, next, count, corners, order }: TriangleTree,
  creases: Uint8Array,
  { origin, direction }: Ray,
  { stretch, vertex, edge }: SnapReach,
): NearCorner[] => {
  const reach = Math.max(vertex, edge);
  const drawn = (x: number, y: number, z: number): Vec3 => [
    x - origin[0],
    y - origin[1],
    (z - origin[2]) * stretch,
  ];
  const d: Vec3 = [direction[0], direction[1], direction[2] * stretch];
  const length = Math.hypot(...d);
  const ray: Vec3 = [d[0] / length, d[1] / length, d[2] / length];
  const found = new Map<string, NearCorner>();
  const keep = (corner: NearCorner): void => {
    const key = `${corner.kind}${corner.at.join()}`;
    if (!found.has(key)) found.set(key, corner);
  };
  const stack = [0];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!meetsCone(boxes, node * 6, drawn, ray, reach)) continue;
    const triangles = count[node]!;
    if (triangles === 0) {
      stack.push(next[node]!, node + 1);
      continue;
    }
    for (let i = next[node]!; i < next[node]! + triangles; i++) {
      const triangle = order[i]!;
      for (let k = 0; k < 3; k++) {
        const a = i * 9 + k * 3;
        const b = i * 9 + ((k + 1) % 3) * 3;
        const from = drawn(corners[a]!, corners[a + 1]!, corners[a + 2]!);
        const off = offRay(from, ray);
        if (off.tangent <= vertex)
          keep({
            kind: 'vertex',
            at: [corners[a]!, corners[a + 1]!, corners[a + 2]!],
            along: off.along / length,
            off: off.tangent,
            triangle,
          });
        if (!((creases[triangle]! >> k) & 1)) continue;
        const to = drawn(corners[b]!, corners[b + 1]!, corners[b + 2]!);
        const share = nearestShare(from, to, ray);
        const point: Vec3 = [0, 1, 2].map((c) => from[c]! + share * (to[c]! - from[c]!)) as unknown as Vec3;
        const beside = offRay(point, ray);
        if (beside.tangent > edge) continue;
        keep({
          kind: 'edge',
          at: [0, 1, 2].map(
            (c) => corners[a + c]! + share * (corners[b + c]! - corners[a + c]!),
          ) as unknown as Vec3,
          along: beside.along / length,
          off: beside.tangent,
          triangle,
        });
      }
    }
  }
  return [...found.values()].sort((x, y) =>
    x.kind === y.kind ? x.off - y.off || x.along - y.along : x.kind === 'vertex' ? -1 : 1,
  );
};

/** How a point lies to a ray from 0: behind it, infinitely far off. */
const offRay = (p: Vec3, ray: Vec3): { readonly along: number; readonly tangent: number } => {
  const along = p[0] * ray[0] + p[1] * ray[1] + p[2] * ray[2];
  if (!(along > 0)) return { along, tangent: Number.POSITIVE_INFINITY };
  const away = Math.hypot(p[0] - along * ray[0], p[1] - along * ray[1], p[2] - along * ray[2]);
  return { along, tangent: away / along };
};

/** 0…1: where on a segment it is nearest to the line of the ray. */
const nearestShare = (from: Vec3, to: Vec3, ray: Vec3): number => {
  const across = (p: Vec3): Vec3 => {
    const along = p[0] * ray[0] + p[1] * ray[1] + p[2] * ray[2];
    return [p[0] - along * ray[0], p[1] - along * ray[1], p[2] - along * ray[2]];
  };
  const a = across(from);
  const b = across(to);
  const side: Vec3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const square = side[0] ** 2 + side[1] ** 2 + side[2] ** 2;
  if (square === 0) return 0;
  const share = -(a[0] * side[0] + a[1] * side[1] + a[2] * side[2]) / square;
  return Math.min(1, Math.max(0, share));
};

/** Whether the ball around a box may meet the cone around the ray. */
const meetsCone = (
  boxes: Float64Array,
  box: number,
  drawn: (x: number, y: number, z: number) => Vec3,
  ray: Vec3,
  reach: number,
): boolean => {
  const low = drawn(boxes[box]!, boxes[box + 1]!, boxes[box + 2]!);
  const high = drawn(boxes[box + 3]!, boxes[box + 4]!, boxes[box + 5]!);
  const middle: Vec3 = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
  const radius = Math.hypot(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / 2;
  const along = middle[0] * ray[0] + middle[1] * ray[1] + middle[2] * ray[2];
  if (along < -radius) return false;
  const away = Math.hypot(middle[0] - along * ray[0], middle[1] - along * ray[1], middle[2] - along * ray[2]);
  // Past the ball's far end the cone is no wider than there; its side leans by √(1 + reach²).
  return away <= radius * Math.hypot(1, reach) + reach * Math.max(0, along + radius);
};
