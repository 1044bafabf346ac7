/**
 * Squared distance from a point to a triangle, all in the same unit. `p` is the point, `t` holds the nine
 * coordinates of the corners from `at`. Method: Ericson, Real-Time Collision Detection (2005), section 5.1.5,
 * regions of the plane told apart by barycentric signs.
 */
export const squaredDistanceToTriangle = (
  px: number,
  py: number,
  pz: number,
  t: Float64Array,
  at: number,
): number => {
  const ax = t[at]!;
  const ay = t[at + 1]!;
  const az = t[at + 2]!;
  const abx = t[at + 3]! - ax;
  const aby = t[at + 4]! - ay;
  const abz = t[at + 5]! - az;
  const acx = t[at + 6]! - ax;
  const acy = t[at + 7]! - ay;
  const acz = t[at + 8]! - az;
  const apx = px - ax;
  const apy = py - ay;
  const apz = pz - az;
  const from = (v: number, w: number): number => {
    const x = apx - v * abx - w * acx;
    const y = apy - v * aby - w * acy;
    const z = apz - v * abz - w * acz;
    return x * x + y * y + z * z;
  };
  const d1 = abx * apx + aby * apy + abz * apz;
  const d2 = acx * apx + acy * apy + acz * apz;
  if (d1 <= 0 && d2 <= 0) return from(0, 0);
  const d3 = d1 - (abx * abx + aby * aby + abz * abz);
  const d4 = d2 - (acx * abx + acy * aby + acz * abz);
  if (d3 >= 0 && d4 <= d3) return from(1, 0);
  const vc = d1 * d4 - d3 * d2;
  if (vc <= 0 && d1 >= 0 && d3 <= 0) return from(d1 / (d1 - d3) || 0, 0);
  const d5 = d1 - (abx * acx + aby * acy + abz * acz);
  const d6 = d2 - (acx * acx + acy * acy + acz * acz);
  if (d6 >= 0 && d5 <= d6) return from(0, 1);
  const vb = d5 * d2 - d1 * d6;
  if (vb <= 0 && d2 >= 0 && d6 <= 0) return from(0, d2 / (d2 - d6) || 0);
  const va = d3 * d6 - d5 * d4;
  if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
    const w = (d4 - d3) / (d4 - d3 + (d5 - d6)) || 0;
    return from(1 - w, w);
  }
  const area = va + vb + vc;
  // Corners in one line: rounding alone led here, and the line's ends bound the distance from above.
  if (!(area > 0)) return Math.min(from(0, 0), from(1, 0), from(0, 1));
  const scale = 1 / area;
  return from(vb * scale, vc * scale);
};
