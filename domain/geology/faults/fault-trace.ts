import type { Vec3 } from '../../geometry/bounds.ts';
import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';

/** A fault where it comes to the ground: one line, or several where it is covered in between. */
export type FaultTrace = readonly (readonly Vec3[])[];

/**
 * General strike of a trace, degrees from grid north, 0 ≤ strike < 180: the direction in which its parts lie farthest from
 * their own middles in plan (first principal axis of the line, every metre of it counting alike).
 * @returns null where it has no length in plan
 */
export const generalStrike = (trace: FaultTrace): number | null => {
  let [xx, xy, yy] = [0, 0, 0];
  for (const line of trace) {
    const pieces = line.slice(1).map((b, i) => {
      const a = line[i]!;
      return { a, b, length: Math.hypot(b[0] - a[0], b[1] - a[1]) };
    });
    const total = pieces.reduce((sum, { length }) => sum + length, 0);
    if (total === 0) continue;
    const middle = (k: 0 | 1) =>
      pieces.reduce((sum, { a, b, length }) => sum + (length * (a[k] + b[k])) / 2, 0) / total;
    const [mx, my] = [middle(0), middle(1)];
    for (const { a, b, length } of pieces) {
      const [ax, ay, bx, by] = [a[0] - mx, a[1] - my, b[0] - mx, b[1] - my];
      // Second moments of a straight piece about the middle of the line.
      xx += (length * (ax * ax + ax * bx + bx * bx)) / 3;
      xy += (length * (2 * ax * ay + ax * by + bx * ay + 2 * bx * by)) / 6;
      yy += (length * (ay * ay + ay * by + by * by)) / 3;
    }
  }
  if (!(xx + yy > 0)) return null;
  // Angle of the first principal axis from east, counter-clockwise.
  const axis = Math.atan2(2 * xy, xx - yy) / 2;
  return (((90 - (axis * 180) / Math.PI) % 180) + 180) % 180;
};

/** The direction across a strike that lies nearest to the side stated, and by how much the two differ; degrees. */
export const dipAcross = (
  strike: number,
  side: number,
): { readonly dipDirection: number; readonly off: number } => {
  const [right, left] = [(strike + 90) % 360, (strike + 270) % 360];
  const offOf = (direction: number) => Math.abs(((direction - side + 540) % 360) - 180);
  return offOf(right) <= offOf(left)
    ? { dipDirection: right, off: offOf(right) }
    : { dipDirection: left, off: offOf(left) };
};

/**
 * The sheet of a fault from its trace down its dip, to `depth` metres below each point of the trace: everywhere down the same
 * line, so that bends of the trace go on to depth. Faces look to the hanging wall.
 * @param dip degrees from horizontal, above 0, to 90
 * @param dipDirection degrees from grid north
 */
export const traceSheet = (
  trace: FaultTrace,
  {
    dip,
    dipDirection,
    depth,
  }: { readonly dip: number; readonly dipDirection: number; readonly depth: number },
): TriangleMesh => {
  const [azimuth, fall] = [(dipDirection * Math.PI) / 180, (dip * Math.PI) / 180];
  const out = dip >= 90 ? 0 : depth / Math.tan(fall);
  const [east, north] = [out * Math.sin(azimuth), out * Math.cos(azimuth)];
  const positions: number[] = [];
  const indices: number[] = [];
  for (const line of trace) {
    const first = positions.length / 3;
    for (const [x, y, z] of line) positions.push(x, y, z, x + east, y + north, z - depth);
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [first + 2 * (i - 1), first + 2 * i];
      const [from, to] = [line[i - 1]!, line[i]!];
      // A piece that runs with the hanging wall on its left is turned the other way.
      const rightward = (to[1] - from[1]) * Math.sin(azimuth) - (to[0] - from[0]) * Math.cos(azimuth) >= 0;
      if (rightward) indices.push(a, a + 1, b + 1, a, b + 1, b);
      else indices.push(a, b + 1, a + 1, a, b, b + 1);
    }
  }
  return { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
};
