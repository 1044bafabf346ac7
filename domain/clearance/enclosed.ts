import type { Vec3 } from '../geometry/bounds.ts';
import type { TriangleTree } from './triangle-tree.ts';

/** Odd directions, so that rays do not run along the faces and edges that surveyed and generated solids prefer. */
const DIRECTIONS: readonly Vec3[] = [
  [0.2371, 0.1709, 0.9563],
  [-0.5113, 0.7429, 0.4321],
  [0.8317, -0.3907, 0.3947],
  [-0.2903, -0.8329, -0.4711],
  [0.4519, 0.6121, -0.6489],
];
/** A ray this near to an edge (share of the triangle) may be counted twice or not at all: another one is sent. */
const NEAR_EDGE = 1e-9;

/**
 * Whether a point lies within what closed triangles enclose. Triangles are counted with the side they show to a ray, so
 * overlapping parts and cavities are told rightly where all face outward; of other closed meshes odd crossings are
 * inside. A point on the surface may be told either way: its distance says 0.
 */
export function isEnclosed(tree: TriangleTree, at: Vec3): boolean {
  for (let k = 0; k < 3; k++) if (at[k]! < tree.box.min[k]! || at[k]! > tree.box.max[k]!) return false;
  for (const direction of DIRECTIONS) {
    const turns = crossings(tree, at, direction);
    if (turns !== null) return turns !== 0;
  }
  return Math.abs(windingNumber(tree, at)) > 0.5;
}

/** Sum of the crossings of a ray, +1 out and −1 in; null where it runs too near to an edge to tell. */
function crossings(tree: TriangleTree, at: Vec3, direction: Vec3): number | null {
  const { boxes, next, count, corners } = tree;
  const stack = [0];
  let sum = 0;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!rayMeetsBox(boxes, node * 6, at, direction)) continue;
    if (count[node] === 0) {
      stack.push(next[node]!, node + 1);
      continue;
    }
    for (let i = next[node]!; i < next[node]! + count[node]!; i++) {
      const turn = crossing(corners, i * 9, at, direction);
      if (turn === null) return null;
      sum += turn;
    }
  }
  return sum;
}

function rayMeetsBox(boxes: Float64Array, box: number, at: Vec3, direction: Vec3): boolean {
  let from = 0;
  let to = Infinity;
  for (let k = 0; k < 3; k++) {
    const a = (boxes[box + k]! - at[k]!) / direction[k]!;
    const b = (boxes[box + 3 + k]! - at[k]!) / direction[k]!;
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  // A flat box and a rounded quotient: better one box too many.
  return from <= to * (1 + 1e-12) + 1e-12;
}

/** After Möller and Trumbore (1997): +1 where the ray leaves through the triangle's face, −1 where it enters. */
function crossing(p: Float64Array, t: number, at: Vec3, d: Vec3): number | null {
  const ax = p[t + 3]! - p[t]!;
  const ay = p[t + 4]! - p[t + 1]!;
  const az = p[t + 5]! - p[t + 2]!;
  const bx = p[t + 6]! - p[t]!;
  const by = p[t + 7]! - p[t + 1]!;
  const bz = p[t + 8]! - p[t + 2]!;
  const nx = ay * bz - az * by;
  const ny = az * bx - ax * bz;
  const nz = ax * by - ay * bx;
  const facing = nx * d[0] + ny * d[1] + nz * d[2];
  const size = Math.sqrt(nx * nx + ny * ny + nz * nz);
  // A collapsed triangle has no face to cross; its neighbours' edges tell when the ray is too near.
  if (size === 0) return 0;
  const wx = at[0] - p[t]!;
  const wy = at[1] - p[t + 1]!;
  const wz = at[2] - p[t + 2]!;
  const mx = wy * d[2] - wz * d[1];
  const my = wz * d[0] - wx * d[2];
  const mz = wx * d[1] - wy * d[0];
  const along = -(nx * wx + ny * wy + nz * wz);
  if (Math.abs(facing) <= NEAR_EDGE * size) {
    // Edge on: it counts only where it lies in the ray's way at all.
    const off = Math.abs(along) / size;
    return off > NEAR_EDGE * (1 + Math.hypot(wx, wy, wz)) ? 0 : null;
  }
  const u = -(bx * mx + by * my + bz * mz) / facing;
  const v = (ax * mx + ay * my + az * mz) / facing;
  if (u < -NEAR_EDGE || v < -NEAR_EDGE || u + v > 1 + NEAR_EDGE || along / facing < 0) return 0;
  if (u < NEAR_EDGE || v < NEAR_EDGE || u + v > 1 - NEAR_EDGE) return null;
  return facing > 0 ? 1 : -1;
}

/** Solid angles of all triangles over 4π, after Van Oosterom and Strackee (1983). */
export function windingNumber({ corners, triangles }: TriangleTree, [x, y, z]: Vec3): number {
  let sum = 0;
  // Without arrays and hypot: an aquifer of a county has tens of thousands of triangles, and is asked of hundreds of times.
  for (let t = 0; t < triangles * 9; t += 9) {
    const ax = corners[t]! - x;
    const ay = corners[t + 1]! - y;
    const az = corners[t + 2]! - z;
    const bx = corners[t + 3]! - x;
    const by = corners[t + 4]! - y;
    const bz = corners[t + 5]! - z;
    const cx = corners[t + 6]! - x;
    const cy = corners[t + 7]! - y;
    const cz = corners[t + 8]! - z;
    const a = Math.sqrt(ax * ax + ay * ay + az * az);
    const b = Math.sqrt(bx * bx + by * by + bz * bz);
    const c = Math.sqrt(cx * cx + cy * cy + cz * cz);
    const volume = ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
    const ab = ax * bx + ay * by + az * bz;
    const bc = bx * cx + by * cy + bz * cz;
    const ca = cx * ax + cy * ay + cz * az;
    sum += 2 * Math.atan2(volume, a * b * c + ab * c + bc * a + ca * b);
  }
  return sum / (4 * Math.PI);
}
