import { boundingBox, signedVolume, type TriangleMesh } from '../geometry/triangle-mesh.ts';
import { type MiningRight, type PlanTriangle, planTriangles } from './right-prism.ts';

/** What of a working lies outside the mining right, m³. The parts add up to the whole volume. */
export interface Trespass {
  readonly volume: number;
  readonly inside: number;
  /** Beyond the border seen from above, at whatever height. */
  readonly beyondInPlan: number;
  /** Within the border, above the upper and below the lower height; 0 where the licence gives none. */
  readonly above: number;
  readonly below: number;
  readonly heightsKnown: boolean;
}

/** A share of the volume smaller than this is rounding, not trespass. */
const ROUNDING = 1e-12;

/**
 * The volume of a closed working outside a right, exact in doubles: no body is cut. Every vertical line goes into a closed
 * mesh as often as out of it, so the volume under a cap on heights is the sum over triangles, up-facing ones counted
 * positive and down-facing ones negative, of the integral of the (capped) height over what of the triangle lies in the
 * polygon. Over a piece of a plane cut straight that integral is area times the height at the centroid.
 * @param mesh closed, facing outward (orientOutward)
 * @throws RangeError where the mesh does not face outward or the outline of the right crosses itself
 */
export function trespass(mesh: TriangleMesh, right: MiningRight): Trespass {
  const volume = signedVolume(mesh);
  if (!(volume > 0)) throw new RangeError('the mesh of a working must be closed and face outward');
  const { min, max } = boundingBox(mesh);
  const triangles = planTriangles(right);
  const columns = (low: number, high: number): number =>
    high > low ? volumeBetween(mesh, triangles, low, high) : 0;
  const bottom = min[2] - 1;
  const top = max[2] + 1;
  const lower = Math.max(bottom, Math.min(top, right.lower ?? bottom));
  const upper = Math.max(bottom, Math.min(top, right.upper ?? top));
  const below = columns(bottom, lower);
  const above = columns(upper, top);
  const inside = columns(lower, upper);
  const clean = (value: number): number => (value <= ROUNDING * volume ? 0 : value);
  return {
    volume,
    inside: clean(inside),
    beyondInPlan: clean(volume - below - above - inside),
    above: clean(above),
    below: clean(below),
    heightsKnown: right.lower !== null && right.upper !== null,
  };
}

function volumeBetween(
  { positions, indices }: TriangleMesh,
  right: readonly PlanTriangle[],
  low: number,
  high: number,
): number {
  // From a near origin, or the digits of large coordinates would swallow those of small areas.
  const [ox, oy] = [positions[0]!, positions[1]!];
  const local = right.map((t) => t.map((v, i) => v - (i % 2 === 0 ? ox : oy)));
  const boxes = local.map((t) => [
    Math.min(t[0]!, t[2]!, t[4]!),
    Math.max(t[0]!, t[2]!, t[4]!),
    Math.min(t[1]!, t[3]!, t[5]!),
    Math.max(t[1]!, t[3]!, t[5]!),
  ]);
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const corners: number[] = [];
    for (let k = 0; k < 3; k++) {
      const at = indices[i + k]! * 3;
      corners.push(positions[at]! - ox, positions[at + 1]! - oy, positions[at + 2]!);
    }
    const [ax, ay, , bx, by, , cx, cy] = corners as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const turn = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (turn === 0) continue;
    local.forEach((t, n) => {
      const [left, rightmost, south, north] = boxes[n] as [number, number, number, number];
      if (Math.max(ax, bx, cx) <= left || Math.min(ax, bx, cx) >= rightmost) return;
      if (Math.max(ay, by, cy) <= south || Math.min(ay, by, cy) >= north) return;
      let piece = corners;
      for (let k = 0; k < 6 && piece.length > 0; k += 2)
        piece = cutBySide(piece, t[k]!, t[k + 1]!, t[(k + 2) % 6]!, t[(k + 3) % 6]!);
      // Cut keeps the corners' order, so the sign of the area is that of the triangle.
      sum += integral(piece, low, high);
    });
  }
  return sum;
}

/** Sutherland and Hodgman (1974): what of a flat piece lies left of a side, seen from above; heights go with the corners. */
function cutBySide(piece: readonly number[], px: number, py: number, qx: number, qy: number): number[] {
  return cut(piece, (x, y) => (qx - px) * (y - py) - (qy - py) * (x - px));
}

function cut(piece: readonly number[], sideOf: (x: number, y: number, z: number) => number): number[] {
  const out: number[] = [];
  for (let i = 0; i < piece.length; i += 3) {
    const j = (i + 3) % piece.length;
    const [x, y, z, u, v, w] = [
      piece[i]!,
      piece[i + 1]!,
      piece[i + 2]!,
      piece[j]!,
      piece[j + 1]!,
      piece[j + 2]!,
    ];
    const [a, b] = [sideOf(x, y, z), sideOf(u, v, w)];
    if (a >= 0) out.push(x, y, z);
    if ((a > 0 && b < 0) || (a < 0 && b > 0)) {
      const share = a / (a - b);
      out.push(x + (u - x) * share, y + (v - y) * share, z + (w - z) * share);
    }
  }
  return out;
}

/** Integral over a flat piece, seen from above, of its height over `low`, capped at `high`; signed as its area. */
function integral(piece: readonly number[], low: number, high: number): number {
  const between = cut(
    cut(piece, (_x, _y, z) => z - low),
    (_x, _y, z) => high - z,
  );
  const over = cut(piece, (_x, _y, z) => z - high);
  return heights(between, low) + (high - low) * area(over);
}

function area(piece: readonly number[]): number {
  let twice = 0;
  for (let i = 3; i + 3 < piece.length; i += 3)
    twice +=
      (piece[i]! - piece[0]!) * (piece[i + 4]! - piece[1]!) -
      (piece[i + 3]! - piece[0]!) * (piece[i + 1]! - piece[1]!);
  return twice / 2;
}

/** Sum over a fan of triangles of area times mean height: exact on a plane. */
function heights(piece: readonly number[], low: number): number {
  let sum = 0;
  for (let i = 3; i + 3 < piece.length; i += 3) {
    const twice =
      (piece[i]! - piece[0]!) * (piece[i + 4]! - piece[1]!) -
      (piece[i + 3]! - piece[0]!) * (piece[i + 1]! - piece[1]!);
    sum += (twice / 2) * ((piece[2]! + piece[i + 2]! + piece[i + 5]!) / 3 - low);
  }
  return sum;
}
