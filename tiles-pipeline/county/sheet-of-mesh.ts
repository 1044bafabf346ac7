import type { Vec3 } from '../../domain/geometry/bounds.ts';
import type { TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';

/** A fault as simple as a map draws it: its upper edge, and how it dips on the whole. East, north, up, metres. */
export interface SimpleSheet {
  readonly trace: readonly Vec3[];
  /** Degrees from horizontal. */
  readonly dip: number;
  /** Degrees from north, clockwise; null of a sheet that lies flat. */
  readonly dipDirection: number | null;
}

const STRETCHES = 12;
const DEGREES = 180 / Math.PI;
const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * The mean plane by the triangles' areas, all turned to look up; along its strike the highest point of each stretch.
 * @throws RangeError where the mesh has no area
 */
export const sheetOfMesh = ({ positions, indices }: TriangleMesh): SimpleSheet => {
  const corner = (i: number): Vec3 => [positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!];
  const sum: [number, number, number] = [0, 0, 0];
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [corner(indices[t]!), corner(indices[t + 1]!), corner(indices[t + 2]!)];
    const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
    const cross = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx] as const;
    // An upright triangle looks neither up nor down: it goes with what was summed so far.
    const along = cross[0] * sum[0] + cross[1] * sum[1] + cross[2] * sum[2];
    const turn = (cross[2] === 0 ? along : cross[2]) < 0 ? -1 : 1;
    for (const k of [0, 1, 2] as const) sum[k] += turn * cross[k];
  }
  const length = Math.hypot(...sum);
  if (length === 0) throw new RangeError('a fault without area has no dip; mend its surface');
  const flat = Math.hypot(sum[0], sum[1]);
  const dip = Math.atan2(flat, Math.abs(sum[2])) * DEGREES;
  const strike: readonly [number, number] = flat === 0 ? [1, 0] : [-sum[1] / flat, sum[0] / flat];
  const along = (p: Vec3): number => p[0] * strike[0] + p[1] * strike[1];
  const count = positions.length / 3;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < count; i++) {
    const s = along(corner(i));
    [least, most] = [Math.min(least, s), Math.max(most, s)];
  }
  const highest: (Vec3 | undefined)[] = Array.from({ length: STRETCHES + 1 });
  for (let i = 0; i < count; i++) {
    const point = corner(i);
    const stretch = Math.round(((along(point) - least) / (most - least)) * STRETCHES);
    const known = highest[stretch];
    if (!known || point[2] > known[2]) highest[stretch] = point;
  }
  const azimuth = (Math.atan2(sum[0], sum[1]) * DEGREES + 360) % 360;
  return {
    trace: highest.filter((point) => point !== undefined),
    dip: tenth(dip),
    dipDirection: flat === 0 ? null : tenth(azimuth),
  };
};
