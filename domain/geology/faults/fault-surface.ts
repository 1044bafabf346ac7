import type { Vec3 } from '../../geometry/bounds.ts';
import { fitPlane } from '../../geometry/plane-fit.ts';
import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';
import { metres } from '../../units/quantities.ts';
import type { FaultSurface } from '../geological-model.ts';

/** What is known of a fault besides its sheet. */
export type FaultRecord = Pick<FaultSurface, 'id' | 'name' | 'provenance' | 'throw' | 'conductive'>;

/** Why a sheet makes no fault surface. */
export type SheetFault =
  /** Fewer than three points, or all on one line. */
  | 'no-plane'
  /** It lies flat: neither a hanging wall nor a dip direction can be told. */
  | 'flat'
  /** Seen along its own normal it lies over itself. */
  | 'folded';

/** Nodes along the longer side of the offsets' grid; fewer where the sheet is small. */
const MOST_NODES = 64;
const LEAST_CELL = 1;
/** A plane that dips less has no dip direction worth the name. */
const LEAST_DIP_SINE = Math.sin(Math.PI / 180);

/**
 * A fault as offsets over the mean plane of its sheet. Where the sheet does not reach, the offset is that of its nearest
 * known node: a drawn sheet ends where somebody stopped drawing.
 * @param towards degrees from grid north to the hanging wall; decides where the sheet stands upright, so that neither wall
 * hangs over the other. Left out, which of them counts as hanging is arbitrary there.
 */
export const faultSurface = (
  sheet: TriangleMesh,
  record: FaultRecord,
  towards?: number,
): FaultSurface | SheetFault => {
  const points: Vec3[] = [];
  for (let i = 0; i < sheet.positions.length; i += 3)
    points.push([sheet.positions[i]!, sheet.positions[i + 1]!, sheet.positions[i + 2]!]);
  if (points.length < 3) return 'no-plane';
  const plane = fitPlane(points);
  if (!plane.normal.every(Number.isFinite)) return 'no-plane';
  const { point: origin } = plane;
  const normal = turned(plane.normal, towards);
  const sine = Math.hypot(normal[0], normal[1]);
  if (sine < LEAST_DIP_SINE) return 'flat';
  const downDip: Vec3 = [(normal[0] * normal[2]) / sine, (normal[1] * normal[2]) / sine, -sine];
  const alongStrike = cross(downDip, normal);
  const local = points.map((p) => {
    const d: Vec3 = [p[0] - origin[0], p[1] - origin[1], p[2] - origin[2]];
    return [dot(d, alongStrike), dot(d, downDip), dot(d, normal)] as const;
  });
  const [s0, s1] = span(local, 0);
  const [t0, t1] = span(local, 1);
  if (!(s1 > s0 && t1 > t0)) return 'no-plane';
  const cell = Math.max(LEAST_CELL, Math.max(s1 - s0, t1 - t0) / (MOST_NODES - 1));
  const columns = Math.max(2, Math.ceil((s1 - s0) / cell) + 1);
  const rows = Math.max(2, Math.ceil((t1 - t0) / cell) + 1);
  const values = new Float64Array(columns * rows).fill(Number.NaN);
  for (let i = 0; i < sheet.indices.length; i += 3) {
    const corners = [0, 1, 2].map((k) => local[sheet.indices[i + k]!]!) as [Local, Local, Local];
    if (!putTriangle(values, { s0, t0, cell, columns, rows }, corners)) return 'folded';
  }
  // A sheet finer than the grid's first node may cover none; its plane is then all that is known of it.
  fillFromNearest(values, columns, rows);
  const azimuth = (Math.atan2(normal[0], normal[1]) * 180) / Math.PI;
  return {
    ...record,
    origin,
    alongStrike,
    downDip,
    normal,
    offsets: { s: metres(s0), t: metres(t0), cell: metres(cell), columns, rows, values },
    dip: (Math.asin(Math.min(1, sine)) * 180) / Math.PI,
    dipDirection: (azimuth + 360) % 360,
    endsAt: null,
    sheet,
  };
};

/** Whether neither wall hangs over the other: half a degree is more than a drawn sheet knows of its dip. */
export const standsUpright = ({ dip }: Pick<FaultSurface, 'dip'>): boolean => dip > 89.5;

/** The normal of an upright sheet, turned to the side that counts as hanging. */
const turned = (normal: Vec3, towards: number | undefined): Vec3 => {
  const dip = (Math.acos(Math.min(1, normal[2])) * 180) / Math.PI;
  if (towards === undefined || !standsUpright({ dip })) return normal;
  const azimuth = (towards * Math.PI) / 180;
  const isAway = normal[0] * Math.sin(azimuth) + normal[1] * Math.cos(azimuth) < 0;
  return isAway ? [-normal[0], -normal[1], -normal[2]] : normal;
};

type Local = readonly [s: number, t: number, offset: number];

const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const span = (points: readonly Local[], axis: 0 | 1): [number, number] => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const p of points) {
    low = Math.min(low, p[axis]);
    high = Math.max(high, p[axis]);
  }
  return [low, high];
};

interface OffsetGrid {
  readonly s0: number;
  readonly t0: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
}

/** Writes the triangle's offset to the nodes it covers; false where another part of the sheet lies elsewhere over one. */
const putTriangle = (values: Float64Array, grid: OffsetGrid, corners: readonly [Local, Local, Local]) => {
  const { s0, t0, cell, columns, rows } = grid;
  const [a, b, c] = corners;
  const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
  if (Math.abs(area) < 1e-9) return true;
  const range = (axis: 0 | 1, first: number, count: number): [number, number] => [
    Math.max(0, Math.ceil((Math.min(a[axis], b[axis], c[axis]) - first) / cell - 1e-9)),
    Math.min(count - 1, Math.floor((Math.max(a[axis], b[axis], c[axis]) - first) / cell + 1e-9)),
  ];
  const [i0, i1] = range(0, s0, columns);
  const [j0, j1] = range(1, t0, rows);
  for (let j = j0; j <= j1; j++)
    for (let i = i0; i <= i1; i++) {
      const [s, t] = [s0 + i * cell, t0 + j * cell];
      const v = ((s - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (t - a[1])) / area;
      const w = ((b[0] - a[0]) * (t - a[1]) - (s - a[0]) * (b[1] - a[1])) / area;
      if (v < -1e-9 || w < -1e-9 || v + w > 1 + 1e-9) continue;
      const offset = a[2] + v * (b[2] - a[2]) + w * (c[2] - a[2]);
      const before = values[j * columns + i]!;
      if (Number.isNaN(before)) values[j * columns + i] = offset;
      else if (Math.abs(before - offset) > cell) return false;
    }
  return true;
};

/** Nodes without a value get that of the nearest that has one, in place. */
const fillFromNearest = (values: Float64Array, columns: number, rows: number): void => {
  const known: number[] = [];
  for (let k = 0; k < values.length; k++) if (!Number.isNaN(values[k]!)) known.push(k);
  if (known.length === 0) {
    values.fill(0);
    return;
  }
  const filled = values.slice();
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      if (!Number.isNaN(values[j * columns + i]!)) continue;
      let nearest = known[0]!;
      let least = Number.POSITIVE_INFINITY;
      for (const k of known) {
        const square = (Math.floor(k / columns) - j) ** 2 + ((k % columns) - i) ** 2;
        if (square < least) [least, nearest] = [square, k];
      }
      filled[j * columns + i] = values[nearest]!;
    }
  values.set(filled);
};

/**
 * How far the hanging wall has moved against the footwall: down the dip by throw ÷ sin(dip), for only the vertical part is
 * ever given. A movement along the strike is not in it. null where the throw is not known.
 */
export const faultSlip = ({ throw: drop, downDip, normal }: FaultSurface): Vec3 | null => {
  if (drop === null) return null;
  const slip = drop / Math.hypot(normal[0], normal[1]);
  return [downDip[0] * slip, downDip[1] * slip, downDip[2] * slip];
};
