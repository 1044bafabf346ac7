import type { PlanPolygon } from '../geometry/plan-polygon.ts';
import { triangulateOutline } from '../geometry/plane-triangulation.ts';

/** A mining right: a polygon in plan between two heights, ENU metres. */
export interface MiningRight {
  readonly id: string;
  readonly polygon: PlanPolygon;
  /** null: the licence gives none, and none is judged. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A triangle in plan, counter-clockwise. */
export type PlanTriangle = readonly [ax: number, ay: number, bx: number, by: number, cx: number, cy: number];

/**
 * The polygon of a right cut into triangles.
 * @throws RangeError where its outline crosses or touches itself, so that in and out cannot be told
 */
export function planTriangles({ id, polygon }: MiningRight): PlanTriangle[] {
  const points: number[] = [];
  const edges: number[] = [];
  polygon.forEach((ring, i) => {
    const area = ring.reduce((sum, [x, y], k) => {
      const [u, v] = ring[(k + 1) % ring.length]!;
      return sum + x * v - u * y;
    }, 0);
    const start = points.length / 2;
    for (const [x, y] of area > 0 === (i === 0) ? ring : ring.toReversed()) points.push(x, y);
    ring.forEach((_, k) => {
      edges.push(start + k, start + ((k + 1) % ring.length));
    });
  });
  const { triangles, exact } = triangulateOutline(points, edges);
  if (!exact || triangles.length === 0)
    throw new RangeError(`the outline of mining right ${id} crosses or touches itself`);
  const found: PlanTriangle[] = [];
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t]! * 2, triangles[t + 1]! * 2, triangles[t + 2]! * 2];
    found.push([points[a]!, points[a + 1]!, points[b]!, points[b + 1]!, points[c]!, points[c + 1]!]);
  }
  return found;
}
