import type { Metres } from '../units/quantities.ts';
import type { Vec3 } from './bounds.ts';
import { areaVector, fitPlane } from './plane-fit.ts';

export interface CleanRing {
  readonly ring: readonly Vec3[];
  /** Points left out: the closing point and repeats. */
  readonly removed: number;
  /** Two sides that are not neighbours cross or touch, seen across the ring's plane. */
  readonly selfIntersects: boolean;
  /** Fewer than three different points, or all on a line: nothing can be drawn. */
  readonly degenerate: boolean;
}

const SAME_POINT = 1e-6 as Metres;

/** Drops the closing point and points within `tolerance` (a micrometre) of the one before; says what is wrong with the rest. */
export function cleanRing(ring: readonly Vec3[], tolerance: Metres = SAME_POINT): CleanRing {
  const near = (a: Vec3, b: Vec3): boolean => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) <= tolerance;
  const kept: Vec3[] = [];
  for (const p of ring) if (kept.length === 0 || !near(kept.at(-1)!, p)) kept.push(p);
  while (kept.length > 1 && near(kept[0]!, kept.at(-1)!)) kept.pop();
  const removed = ring.length - kept.length;
  const degenerate = kept.length < 3 || isLine(kept, tolerance);
  return { ring: kept, removed, degenerate, selfIntersects: !degenerate && crossesItself(flatten(kept)) };
}

/** Whether all points lie within `tolerance` of the line through the two farthest from the first. */
function isLine(points: readonly Vec3[], tolerance: number): boolean {
  const [o] = points;
  const from = (p: Vec3): [number, number, number] => [p[0] - o![0], p[1] - o![1], p[2] - o![2]];
  let far: [number, number, number] = [0, 0, 0];
  for (const p of points) if (Math.hypot(...from(p)) > Math.hypot(...far)) far = from(p);
  const length = Math.hypot(...far);
  return points.every((p) => {
    const [x, y, z] = from(p);
    const cross = Math.hypot(y * far[2] - z * far[1], z * far[0] - x * far[2], x * far[1] - y * far[0]);
    return cross <= tolerance * length;
  });
}

/** Plane coordinates of points, 2 a point, seen along the normal so that a ring that runs up-left stays so. */
export function flatten(points: readonly Vec3[], normal: Vec3 = viewOf(points)): Float64Array {
  // The axis least along the normal gives the steadiest pair of directions across it.
  const weights = normal.map(Math.abs);
  const least = weights.indexOf(Math.min(...weights));
  const axis: Vec3 = [least === 0 ? 1 : 0, least === 1 ? 1 : 0, least === 2 ? 1 : 0];
  const u = unit(cross(axis, normal));
  const v = cross(normal, u);
  const o = points[0] ?? [0, 0, 0];
  const xy = new Float64Array(points.length * 2);
  points.forEach((p, i) => {
    const [x, y, z] = [p[0] - o[0], p[1] - o[1], p[2] - o[2]];
    xy[i * 2] = x * u[0] + y * u[1] + z * u[2];
    xy[i * 2 + 1] = x * v[0] + y * v[1] + z * v[2];
  });
  return xy;
}

/** Direction from which a ring shows most area; a ring without any (a figure of eight) is seen across its plane. */
export function viewOf(ring: readonly Vec3[]): Vec3 {
  const area = areaVector(ring);
  const size = Math.hypot(...area);
  const reach = Math.max(
    ...ring.map((p) => Math.hypot(p[0] - ring[0]![0], p[1] - ring[0]![1], p[2] - ring[0]![2])),
  );
  return size > 1e-9 * reach * reach
    ? [area[0] / size, area[1] / size, area[2] / size]
    : fitPlane(ring).normal;
}

const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Vec3): Vec3 => {
  const l = Math.hypot(...a);
  return [a[0] / l, a[1] / l, a[2] / l];
};

/** Sides are sorted by their left end, so that only those side by side are compared. */
function crossesItself(xy: Float64Array): boolean {
  const count = xy.length / 2;
  const sides = Array.from({ length: count }, (_, i) => {
    const j = (i + 1) % count;
    return { i, j, left: Math.min(xy[i * 2]!, xy[j * 2]!), right: Math.max(xy[i * 2]!, xy[j * 2]!) };
  }).sort((a, b) => a.left - b.left);
  const side = (a: number, b: number, c: number): number =>
    (xy[b * 2]! - xy[a * 2]!) * (xy[c * 2 + 1]! - xy[a * 2 + 1]!) -
    (xy[c * 2]! - xy[a * 2]!) * (xy[b * 2 + 1]! - xy[a * 2 + 1]!);
  const between = (a: number, b: number, c: number): boolean =>
    [0, 1].every(
      (k) =>
        xy[c * 2 + k]! >= Math.min(xy[a * 2 + k]!, xy[b * 2 + k]!) &&
        xy[c * 2 + k]! <= Math.max(xy[a * 2 + k]!, xy[b * 2 + k]!),
    );
  return sides.some((s, at) => {
    for (let k = at + 1; k < count && sides[k]!.left <= s.right; k++) {
      const t = sides[k]!;
      const [d1, d2, d3, d4] = [
        side(t.i, t.j, s.i),
        side(t.i, t.j, s.j),
        side(s.i, s.j, t.i),
        side(s.i, s.j, t.j),
      ];
      if (s.i === t.j || s.j === t.i) {
        // Neighbours share a point; they overlap only where one folds back along the other.
        const [mid, p, q] = s.j === t.i ? [s.j, s.i, t.j] : [t.j, t.i, s.j];
        const dot =
          (xy[p * 2]! - xy[mid * 2]!) * (xy[q * 2]! - xy[mid * 2]!) +
          (xy[p * 2 + 1]! - xy[mid * 2 + 1]!) * (xy[q * 2 + 1]! - xy[mid * 2 + 1]!);
        if (count > 3 && side(p, mid, q) === 0 && dot > 0) return true;
        continue;
      }
      if (d1 * d2 < 0 && d3 * d4 < 0) return true;
      if (
        (d1 === 0 && between(t.i, t.j, s.i)) ||
        (d2 === 0 && between(t.i, t.j, s.j)) ||
        (d3 === 0 && between(s.i, s.j, t.i)) ||
        (d4 === 0 && between(s.i, s.j, t.j))
      )
        return true;
    }
    return false;
  });
}
