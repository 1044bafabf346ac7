import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import type { Measurement } from '../../../../domain/measure/measurement.ts';

/** Lines of a measurement in the picture, true ENU: what is measured, and thinner what helps to read it. */
export interface MeasureLines {
  readonly main: readonly (readonly [Vec3, Vec3])[];
  readonly help: readonly (readonly [Vec3, Vec3])[];
}

type Piece = readonly [Vec3, Vec3];

const chain = (points: readonly Vec3[], closed: boolean): Piece[] => {
  const pieces = points.slice(1).map((to, i): Piece => [points[i]!, to]);
  return closed && points.length > 2 ? [...pieces, [points.at(-1)!, points[0]!]] : pieces;
};

/** @param next the point the pointer would take */
export const measureLines = (measure: Measurement, next: Vec3 | null): MeasureLines => {
  const { kind, points } = measure;
  const open = next && points.length > 0 ? [[points.at(-1)!, next] as const] : [];
  switch (kind) {
    case 'distance': {
      const [from, to] = [points[0], points[1] ?? next];
      if (!from || !to) return { main: [], help: [] };
      const corner: Vec3 = [to[0], to[1], from[2]];
      return {
        main: [[from, to]],
        help: [
          [from, corner],
          [corner, to],
        ],
      };
    }
    case 'path':
    case 'angle':
      return { main: chain(points, false), help: open };
    case 'area':
      return { main: chain(points, true), help: open };
    case 'attitude':
      return { main: chain(points, true), help: [...open, ...attitudeMark(points)] };
    case 'volume':
      return { main: chain(points, true), help: open };
    case 'block': {
      const at = (up: number): Vec3[] => points.map(([e, n]): Vec3 => [e, n, up]);
      return {
        main: [...chain(at(measure.high), true), ...chain(at(measure.low), true)],
        help: [
          ...open,
          ...points.map(
            ([e, n]): Piece => [
              [e, n, measure.low],
              [e, n, measure.high],
            ],
          ),
        ],
      };
    }
  }
};

/** A strike line through the middle of the triangle, and from it the way the plane falls: the sign of maps, in its plane. */
const attitudeMark = (points: readonly Vec3[]): Piece[] => {
  const [a, b, c] = points;
  if (!a || !b || !c) return [];
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  let [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const size = Math.hypot(nx, ny, nz);
  if (nz < 0) [nx, ny, nz] = [-nx, -ny, -nz];
  const flat = Math.hypot(nx, ny);
  if (!(flat > 1e-6 * size) || size === 0) return [];
  const half = Math.sqrt(size) * 0.4;
  const middle: Vec3 = [0, 1, 2].map((k) => (a[k]! + b[k]! + c[k]!) / 3) as unknown as Vec3;
  const along: Vec3 = [-ny / flat, nx / flat, 0];
  const down: Vec3 = [(nx * nz) / (flat * size), (ny * nz) / (flat * size), -flat / size];
  const at = (direction: Vec3, by: number): Vec3 => [
    middle[0] + direction[0] * by,
    middle[1] + direction[1] * by,
    middle[2] + direction[2] * by,
  ];
  return [
    [at(along, -half), at(along, half)],
    [middle, at(down, half * 0.6)],
  ];
};
