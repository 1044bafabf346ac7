import type { Body } from '../clearance/body.ts';
import { type Disc, type DrawCone, nearestOnSide, onFace, zoneReach } from './subsidence-gap.ts';

/** How deep a place of the ground lies in a zone: metres to its edge, negative outside of it. */
export type ZoneDepth = (east: number, north: number) => number;

/**
 * How deep places lie in the subsidence zone of a body: the most, over all its points p, of the disc's radius that the draw angle
 * makes of p's depth less the distance to p in plan. Of two places it differs by no more than they are apart.
 * @param ground height of the level ground, metres up; not below the body
 */
export function zoneDepth({ tree, radius }: Body, cone: DrawCone, ground: number): ZoneDepth {
  const reach = (up: number): number => zoneReach(cone, ground - up, radius);
  return (x, y) => {
    const at = { x, y };
    let most = Number.NEGATIVE_INFINITY;
    const bound = (node: number): number => {
      const [b, o] = [tree.boxes, node * 6];
      const east = Math.max(0, b[o]! - x, x - b[o + 3]!);
      const north = Math.max(0, b[o + 1]! - y, y - b[o + 4]!);
      return reach(b[o + 2]!) - Math.sqrt(east * east + north * north);
    };
    const visit = (node: number, upTo: number): void => {
      if (upTo <= most) return;
      const inLeaf = tree.count[node]!;
      if (inLeaf > 0) {
        for (let t = tree.next[node]!; t < tree.next[node]! + inLeaf; t++)
          most = Math.max(most, depthInTriangle(at, t * 9, tree.corners, reach));
        return;
      }
      const [left, right] = [node + 1, tree.next[node]!];
      const [inLeft, inRight] = [bound(left), bound(right)];
      if (inLeft >= inRight) {
        visit(left, inLeft);
        visit(right, inRight);
      } else {
        visit(right, inRight);
        visit(left, inLeft);
      }
    };
    visit(0, bound(0));
    return most;
  };
}

/**
 * Convex over the triangle but for the place right over it: its best point is on a side, or there. Written out, for it is asked of
 * every triangle near every node of a grid.
 */
function depthInTriangle(
  at: Pick<Disc, 'x' | 'y'>,
  from: number,
  corners: Float64Array,
  reach: (up: number) => number,
): number {
  const discOf = (c: number): Disc => {
    const up = corners[from + c + 2]!;
    return { x: corners[from + c]!, y: corners[from + c + 1]!, up, r: reach(up) };
  };
  const [a, b, c] = [discOf(0), discOf(3), discOf(6)];
  const isLine = b.x === c.x && b.y === c.y && b.up === c.up;
  const onSides = isLine
    ? depthOnSide(at, a, b)
    : Math.max(depthOnSide(at, a, b), depthOnSide(at, b, c), depthOnSide(at, c, a));
  return isLine ? onSides : Math.max(onSides, onFace(at, [a, b, c])?.r ?? onSides);
}

function depthOnSide(at: Pick<Disc, 'x' | 'y'>, a: Disc, b: Disc): number {
  const t = nearestOnSide(at, a, b);
  const [x, y] = [a.x + (b.x - a.x) * t - at.x, a.y + (b.y - a.y) * t - at.y];
  return a.r + (b.r - a.r) * t - Math.sqrt(x * x + y * y);
}
