import { areaInPlan, type PlanPolygon } from './plan-polygon.ts';
import { triangulateOutline } from './plane-triangulation.ts';

/** An area in plan as triangles, for whatever follows a surface that is not flat. */
export interface FineArea {
  /** [east, north], metres. */
  readonly points: readonly (readonly [east: number, north: number])[];
  /** Three point numbers a triangle. */
  readonly triangles: readonly number[];
}

/** However large the area: about so many triangles. */
const MOST_TRIANGLES = 4000;

/**
 * Triangles of an area with no side longer than `step`, or than an area of so many triangles allows. Two triangles that share a side
 * share its middle, so there are no gaps.
 * @param step metres
 * @returns nothing where the outline encloses nothing
 */
export function fineArea(polygon: PlanPolygon, step: number): FineArea {
  const points: [number, number][] = [];
  const edges: number[] = [];
  for (const [i, ring] of polygon.entries()) {
    if (ring.length < 3) continue;
    const first = points.length;
    // The inside lies to the left: outlines run counter-clockwise, holes clockwise.
    const turned = signedArea(ring) > 0 === (i === 0) ? ring : ring.toReversed();
    turned.forEach(([east, north], k) => {
      points.push([east, north]);
      edges.push(first + k, first + ((k + 1) % turned.length));
    });
  }
  const longest = Math.max(step, Math.sqrt((2 * areaInPlan(polygon)) / MOST_TRIANGLES));
  let triangles: readonly number[] = triangulateOutline(points.flat(), edges).triangles;
  for (;;) {
    const finer = split(points, triangles, longest);
    if (finer.length === triangles.length) return { points, triangles };
    triangles = finer;
  }
}

const signedArea = (ring: PlanPolygon[number]): number => {
  const [ox, oy] = ring[0]!;
  return ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    return sum + (x - ox) * (v - oy) - (u - ox) * (y - oy);
  }, 0);
};

/** Halves every side that is too long; adds the middles to `points`. */
function split(points: [number, number][], triangles: readonly number[], longest: number): number[] {
  const middles = new Map<string, number>();
  const middle = (a: number, b: number): number | null => {
    const [ax, ay] = points[a]!;
    const [bx, by] = points[b]!;
    if (Math.hypot(bx - ax, by - ay) <= longest) return null;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = middles.get(key);
    if (known !== undefined) return known;
    points.push([(ax + bx) / 2, (ay + by) / 2]);
    middles.set(key, points.length - 1);
    return points.length - 1;
  };
  const finer: number[] = [];
  for (let i = 0; i < triangles.length; i += 3) {
    const corners = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!];
    // The corners in turn, and between them the middles of sides that are too long.
    const around = corners.flatMap((a, k) => {
      const m = middle(a, corners[(k + 1) % 3]!);
      return m === null ? [a] : [a, m];
    });
    finer.push(...fanned(around, corners));
  }
  return finer;
}

/** Triangles of a triangle with points on its sides. */
function fanned(around: readonly number[], corners: readonly number[]): number[] {
  if (around.length === 3) return [...around];
  if (around.length === 6) {
    const [a, ab, b, bc, c, ca] = around as [number, number, number, number, number, number];
    return [a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca];
  }
  // From a middle no side is straight on.
  const start = around.findIndex((point) => !corners.includes(point));
  const from = [...around.slice(start), ...around.slice(0, start)];
  return from.slice(2).flatMap((point, i) => [from[0]!, from[i + 1]!, point]);
}
