import type { Vec3 } from './bounds.ts';

export interface Plane3 {
  /** Unit normal; its up component is never negative. */
  readonly normal: Vec3;
  readonly point: Vec3;
  /** Largest distance of a ring point from the plane, metres. */
  readonly maxResidual: number;
}

export const centroid = (points: readonly Vec3[]): Vec3 => {
  let [x, y, z] = [0, 0, 0];
  const [ox, oy, oz] = points[0] ?? [0, 0, 0];
  for (const p of points) {
    x += p[0] - ox;
    y += p[1] - oy;
    z += p[2] - oz;
  }
  const n = Math.max(1, points.length);
  return [ox + x / n, oy + y / n, oz + z / n];
};

/**
 * Area vector of a ring (Newell): its length is the area seen along it, the largest seen from anywhere; it points to
 * the side from which the ring runs counter-clockwise.
 */
export function areaVector(ring: readonly Vec3[]): [number, number, number] {
  const o = ring[0] ?? [0, 0, 0];
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = 1; i + 1 < ring.length; i++) {
    const [ax, ay, az] = [ring[i]![0] - o[0], ring[i]![1] - o[1], ring[i]![2] - o[2]];
    const [bx, by, bz] = [ring[i + 1]![0] - o[0], ring[i + 1]![1] - o[1], ring[i + 1]![2] - o[2]];
    sum[0] += (ay * bz - az * by) / 2;
    sum[1] += (az * bx - ax * bz) / 2;
    sum[2] += (ax * by - ay * bx) / 2;
  }
  return sum;
}

/** Turned to look up; a vector that lies flat looks east, or north. */
export const lookingUp = (v: Vec3): Vec3 => {
  const lead = v[2] || v[0] || v[1];
  return lead < 0 ? [-v[0], -v[1], -v[2]] : v;
};

/** Least-squares plane (smallest sum of squared distances) through points; needs three that are not on a line. */
export function fitPlane(points: readonly Vec3[]): Plane3 {
  const point = centroid(points);
  let [xx, xy, xz, yy, yz, zz] = [0, 0, 0, 0, 0, 0];
  for (const p of points) {
    const [x, y, z] = [p[0] - point[0], p[1] - point[1], p[2] - point[2]];
    xx += x * x;
    xy += x * y;
    xz += x * z;
    yy += y * y;
    yz += y * z;
    zz += z * z;
  }
  const normal = lookingUp(leastDirection([xx, xy, xz, xy, yy, yz, xz, yz, zz]));
  let maxResidual = 0;
  for (const p of points) {
    const away =
      (p[0] - point[0]) * normal[0] + (p[1] - point[1]) * normal[1] + (p[2] - point[2]) * normal[2];
    maxResidual = Math.max(maxResidual, Math.abs(away));
  }
  return { normal, point, maxResidual };
}

const JACOBI_SWEEPS = 12;

/** Unit eigenvector of the smallest eigenvalue of a symmetric 3 × 3 matrix, by Jacobi rotations (Golub & Van Loan, §8.5). */
function leastDirection(m: number[]): [number, number, number] {
  const v = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  const at = (i: number, j: number): number => m[i * 3 + j]!;
  for (let sweep = 0; sweep < JACOBI_SWEEPS; sweep++)
    for (const [p, q] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      if (at(p, q) === 0) continue;
      const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
      const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
      const c = 1 / Math.hypot(t, 1);
      const s = t * c;
      for (let k = 0; k < 3; k++) rotate(m, k * 3 + p, k * 3 + q, c, s);
      for (let k = 0; k < 3; k++) rotate(m, p * 3 + k, q * 3 + k, c, s);
      for (let k = 0; k < 3; k++) rotate(v, k * 3 + p, k * 3 + q, c, s);
    }
  const values = [at(0, 0), at(1, 1), at(2, 2)];
  const least = values.indexOf(Math.min(...values));
  return [v[least]!, v[3 + least]!, v[6 + least]!];
}

const rotate = (m: number[], i: number, j: number, c: number, s: number): void => {
  const [a, b] = [m[i]!, m[j]!];
  m[i] = c * a - s * b;
  m[j] = s * a + c * b;
};
