import { difference, type Geom, union } from 'polyclip-ts';
import type { PlanPolygon } from '../geometry/plan-polygon.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';
import { planTriangles } from './right-prism.ts';

/** What a mine may mine between two heights, whatever its licences are called. */
export interface RightSlab {
  readonly lower: number;
  readonly upper: number;
  /** Apart from one another. */
  readonly polygons: readonly PlanPolygon[];
}

export interface RightPrism {
  readonly polygons: readonly PlanPolygon[];
  readonly lower: number;
  readonly upper: number;
}

type Clipped = [number, number][][][];

/**
 * Several rights as slabs on top of one another that share no volume: a border between two licences of one mine is none.
 * @returns from the lowest up; heights between which there is no right are left out
 */
export function mergeRights(rights: readonly RightPrism[]): RightSlab[] {
  const heights = [...new Set(rights.flatMap(({ lower, upper }) => [lower, upper]))].sort((a, b) => a - b);
  return heights.slice(1).flatMap((upper, i): RightSlab[] => {
    const lower = heights[i]!;
    const within = rights.filter((right) => right.lower <= lower && right.upper >= upper);
    const parts = within.flatMap(({ polygons }) => polygons.map(asGeom));
    if (parts.length === 0) return [];
    return [{ lower, upper, polygons: opened(union(parts[0]!, ...parts.slice(1))) }];
  });
}

/**
 * The outside of merged rights as one closed mesh facing outward: walls, and lids where a slab has none of the right above
 * or below it.
 * @throws RangeError where an outline crosses or touches itself, so that in and out cannot be told
 */
export function rightsMesh(slabs: readonly RightSlab[]): TriangleMesh {
  const positions: number[] = [];
  const triangle = (...corners: readonly (readonly [number, number, number])[]): void => {
    for (const corner of corners) positions.push(...corner);
  };
  const lid = (polygons: readonly PlanPolygon[], height: number, up: boolean): void => {
    for (const polygon of polygons)
      for (const [ax, ay, bx, by, cx, cy] of planTriangles({ id: '', polygon, lower: null, upper: null })) {
        const [a, b, c] = [[ax, ay, height] as const, [bx, by, height] as const, [cx, cy, height] as const];
        if (up) triangle(a, b, c);
        else triangle(a, c, b);
      }
  };
  for (const [i, { lower, upper, polygons }] of slabs.entries()) {
    for (const polygon of polygons)
      polygon.forEach((ring, r) => {
        const forward = signedArea(ring) > 0 === (r === 0) ? ring : ring.toReversed();
        forward.forEach(([ax, ay], k) => {
          const [bx, by] = forward[(k + 1) % forward.length]!;
          triangle([ax, ay, lower], [bx, by, lower], [bx, by, upper]);
          triangle([ax, ay, lower], [bx, by, upper], [ax, ay, upper]);
        });
      });
    const below = slabs[i - 1];
    const above = slabs[i + 1];
    lid(without(polygons, below?.upper === lower ? below.polygons : []), lower, false);
    lid(without(polygons, above?.lower === upper ? above.polygons : []), upper, true);
  }
  return {
    positions: Float64Array.from(positions),
    indices: Uint32Array.from({ length: positions.length / 3 }, (_, i) => i),
  };
}

const asGeom = (polygon: PlanPolygon): Geom =>
  polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y]));

const without = (polygons: readonly PlanPolygon[], less: readonly PlanPolygon[]): readonly PlanPolygon[] =>
  less.length === 0 ? polygons : opened(difference(polygons.map(asGeom) as Geom, ...less.map(asGeom)));

/** The clipper repeats the first point at the end; ours do not. */
const opened = (clipped: Clipped): PlanPolygon[] =>
  clipped.map((polygon) => polygon.map((ring) => ring.slice(0, -1)));

const signedArea = (ring: PlanPolygon[number]): number =>
  ring.reduce((sum, [x, y], k) => {
    const [u, v] = ring[(k + 1) % ring.length]!;
    return sum + x * v - u * y;
  }, 0);
