import type { PlanPoint } from '../geology/section/curtain.ts';
import { signedVolume, type TriangleMesh } from '../geometry/triangle-mesh.ts';
import { planTriangles } from './plan-pieces.ts';

/** An upright prism: an outline in plan between two levels, ENU metres. */
export interface Prism {
  readonly ring: readonly PlanPoint[];
  readonly low: number;
  readonly high: number;
}

/** (x, y, z) of a convex polygon, three numbers a corner. */
type Polygon = readonly number[];

/**
 * How much of a closed body lies in a prism, m³, exact but for rounding: over every place the heights of the surfaces, kept
 * between the levels, are summed with + where the body lies below and − where it lies above. Where a mesh overlaps itself the
 * overlap counts twice, as in its own volume.
 * @param mesh closed
 */
export const bodyVolumeIn = (mesh: TriangleMesh, { ring, low, high }: Prism): number => {
  const { positions: p, indices } = mesh;
  const [ox, oy] = ring[0]!;
  const pieces = planTriangles(ring.map(([e, n]): PlanPoint => [e - ox, n - oy]));
  const box = [...boundsOf(ring.map(([e, n]) => [e - ox, n - oy] as const))] as const;
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const corner = (k: number): [number, number, number] => {
      const at = indices[i + k]! * 3;
      return [p[at]! - ox, p[at + 1]! - oy, p[at + 2]!];
    };
    const [a, b, c] = [corner(0), corner(1), corner(2)];
    if (Math.max(a[2], b[2], c[2]) <= low) continue;
    if (Math.max(a[0], b[0], c[0]) <= box[0] || Math.min(a[0], b[0], c[0]) >= box[2]) continue;
    if (Math.max(a[1], b[1], c[1]) <= box[1] || Math.min(a[1], b[1], c[1]) >= box[3]) continue;
    const facing = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
    if (facing === 0) continue;
    const triangle = facing > 0 ? [...a, ...b, ...c] : [...a, ...c, ...b];
    for (const piece of pieces) sum += Math.sign(facing) * heightOver(insidePlan(triangle, piece), low, high);
  }
  // Which way round a file's triangles run is the file's affair.
  return sum * Math.sign(signedVolume(mesh) || 1);
};

const boundsOf = (points: readonly PlanPoint[]): [number, number, number, number] => {
  const e = points.map(([value]) => value);
  const n = points.map(([, value]) => value);
  return [Math.min(...e), Math.min(...n), Math.max(...e), Math.max(...n)];
};

/** Sutherland and Hodgman (1974), with heights. @param piece triangle in plan, counter-clockwise */
const insidePlan = (polygon: Polygon, piece: readonly number[]): Polygon => {
  let rest = polygon;
  for (let i = 0; i < piece.length && rest.length > 0; i += 2) {
    const j = (i + 2) % piece.length;
    const [ax, ay] = [piece[i]!, piece[i + 1]!];
    const [dx, dy] = [piece[j]! - ax, piece[j + 1]! - ay];
    rest = kept(rest, (x, y) => dx * (y - ay) - dy * (x - ax));
  }
  return rest;
};

/** What of a polygon lies where a linear function is not negative. */
const kept = (polygon: Polygon, value: (x: number, y: number, z: number) => number): Polygon => {
  const out: number[] = [];
  const count = polygon.length;
  for (let i = 0; i < count; i += 3) {
    const j = (i + 3) % count;
    const a = value(polygon[i]!, polygon[i + 1]!, polygon[i + 2]!);
    const b = value(polygon[j]!, polygon[j + 1]!, polygon[j + 2]!);
    if (a >= 0) out.push(polygon[i]!, polygon[i + 1]!, polygon[i + 2]!);
    if ((a > 0 && b < 0) || (a < 0 && b > 0)) {
      const share = a / (a - b);
      for (let k = 0; k < 3; k++) out.push(polygon[i + k]! + share * (polygon[j + k]! - polygon[i + k]!));
    }
  }
  return out.length < 9 ? [] : out;
};

/** ∫ of the height over `low`, at most `high` − `low`, over a polygon in plan. */
const heightOver = (polygon: Polygon, low: number, high: number): number => {
  const over = kept(polygon, (_x, _y, z) => z - low);
  const full = kept(over, (_x, _y, z) => z - high);
  const partly = kept(over, (_x, _y, z) => high - z);
  return integral(partly, (z) => z - low) + integral(full, () => high - low);
};

const integral = (polygon: Polygon, of: (z: number) => number): number => {
  let sum = 0;
  for (let i = 3; i + 5 < polygon.length; i += 3) {
    const twice =
      (polygon[i]! - polygon[0]!) * (polygon[i + 4]! - polygon[1]!) -
      (polygon[i + 3]! - polygon[0]!) * (polygon[i + 1]! - polygon[1]!);
    sum += (twice / 6) * (of(polygon[2]!) + of(polygon[i + 2]!) + of(polygon[i + 5]!));
  }
  return sum;
};
