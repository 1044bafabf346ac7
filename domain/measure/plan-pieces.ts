import type { PlanPoint } from '../geology/section/curtain.ts';
import { trianglesOf } from '../geology/slice/polygon-triangles.ts';

/** Squares the plane is laid out in: lines at east + i·cell and north + j·cell. */
export interface PlanCells {
  readonly east: number;
  readonly north: number;
  readonly cell: number;
}

/** A convex polygon in plan: (east, north), two numbers a corner, counter-clockwise. */
export type ConvexPlan = readonly number[];

/** A ring as triangles, counter-clockwise. */
export const planTriangles = (ring: readonly PlanPoint[]): ConvexPlan[] => {
  const flat = Float64Array.from(ring.flat());
  const indices = trianglesOf([flat]);
  const found: ConvexPlan[] = [];
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]! * 2, indices[i + 1]! * 2, indices[i + 2]! * 2];
    const triangle = [flat[a]!, flat[a + 1]!, flat[b]!, flat[b + 1]!, flat[c]!, flat[c + 1]!];
    const twice = planArea(triangle);
    if (twice > 0) found.push(triangle);
    else if (twice < 0)
      found.push([triangle[0]!, triangle[1]!, triangle[4]!, triangle[5]!, triangle[2]!, triangle[3]!]);
  }
  return found;
};

/** m², negative where the polygon runs clockwise. */
export const planArea = (polygon: ConvexPlan): number => {
  let twice = 0;
  const [ox, oy] = [polygon[0]!, polygon[1]!];
  for (let i = 2; i + 3 < polygon.length; i += 2)
    twice += (polygon[i]! - ox) * (polygon[i + 3]! - oy) - (polygon[i + 2]! - ox) * (polygon[i + 1]! - oy);
  return twice / 2;
};

/** What of a convex polygon lies where sign·(coordinate − at) ≥ 0 (I. Sutherland, G. Hodgman, CACM 17(1), 1974). */
const clipped = (polygon: ConvexPlan, axis: 0 | 1, at: number, sign: 1 | -1): number[] => {
  const out: number[] = [];
  const count = polygon.length;
  for (let i = 0; i < count; i += 2) {
    const j = (i + 2) % count;
    const a = sign * (polygon[i + axis]! - at);
    const b = sign * (polygon[j + axis]! - at);
    if (a >= 0) out.push(polygon[i]!, polygon[i + 1]!);
    if (a > 0 !== b > 0 && a !== 0 && b !== 0) {
      const share = a / (a - b);
      out.push(
        polygon[i]! + share * (polygon[j]! - polygon[i]!),
        polygon[i + 1]! + share * (polygon[j + 1]! - polygon[i + 1]!),
      );
    }
  }
  return out.length < 6 ? [] : out;
};

/** Calls `each` with the triangles of a ring cut along the lines of the cells: every triangle lies in one cell. */
export const forPieces = (
  ring: readonly PlanPoint[],
  { east, north, cell }: PlanCells,
  each: (triangle: ConvexPlan) => void,
): void => {
  const strips = (
    polygon: ConvexPlan,
    axis: 0 | 1,
    first: number,
    then: (part: ConvexPlan) => void,
  ): void => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = axis; i < polygon.length; i += 2) {
      low = Math.min(low, polygon[i]!);
      high = Math.max(high, polygon[i]!);
    }
    const from = Math.floor((low - first) / cell);
    const to = Math.ceil((high - first) / cell);
    let rest: ConvexPlan = polygon;
    for (let k = from; k < to && rest.length > 0; k++) {
      const line = first + (k + 1) * cell;
      const last = k + 1 === to;
      const part = last ? rest : clipped(rest, axis, line, -1);
      if (part.length > 0) then(part);
      if (!last) rest = clipped(rest, axis, line, 1);
    }
  };
  for (const triangle of planTriangles(ring))
    strips(triangle, 0, east, (strip) =>
      strips(strip, 1, north, (piece) => {
        for (let i = 2; i + 3 < piece.length; i += 2)
          each([piece[0]!, piece[1]!, piece[i]!, piece[i + 1]!, piece[i + 2]!, piece[i + 3]!]);
      }),
    );
};

/** Three places inside a triangle whose mean is the mean of any quadratic over it (A. Stroud, 1971, T2:2-1). */
export const quadraturePlaces = ([ax, ay, bx, by, cx, cy]: ConvexPlan): readonly PlanPoint[] => {
  const at = (u: number, v: number, w: number): PlanPoint => [
    ax! * u + bx! * v + cx! * w,
    ay! * u + by! * v + cy! * w,
  ];
  return [at(2 / 3, 1 / 6, 1 / 6), at(1 / 6, 2 / 3, 1 / 6), at(1 / 6, 1 / 6, 2 / 3)];
};
