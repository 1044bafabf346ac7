import type { Metres } from '../units/quantities.ts';
import type { Vec3 } from './bounds.ts';
import { fitPlane, lookingUp, type Plane3 } from './plane-fit.ts';
import { triangulateOutline } from './plane-triangulation.ts';
import { createPointIndex } from './point-index.ts';
import { flatten, viewOf } from './ring-clean.ts';
import { surfaceArea, type TriangleMesh } from './triangle-mesh.ts';

export type { Plane3 } from './plane-fit.ts';
export { type CleanRing, cleanRing } from './ring-clean.ts';

/**
 * Polygons with heights (mined panels, water surfaces). A polygon is a list of rings, the outline first, then its
 * holes, in either direction; rings are cleaned (cleanRing) and not closed. Any steepness is handled: work is done
 * in the view along the ring's own area, never in plan.
 */

/** A ring of [east, north, up] metres, not closed: the last point is not the first again. */
export type Ring3 = readonly Vec3[];

export interface TriangulatedPolygon extends TriangleMesh {
  /** False where the outline crosses or touches itself: it is closed and can be drawn, but triangles overlap. */
  readonly exact: boolean;
}

/** Least-squares plane of a ring's points. */
export const bestFitPlane = (ring: Ring3): Plane3 => fitPlane(ring);

/** Area seen from above, m²; holes taken off. */
export function planArea(rings: readonly Ring3[]): number {
  const area = (ring: Ring3): number => {
    const o = ring[0] ?? [0, 0, 0];
    let twice = 0;
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!;
      twice += (a[0] - o[0]) * (b[1] - o[1]) - (b[0] - o[0]) * (a[1] - o[1]);
    });
    return Math.abs(twice) / 2;
  };
  return rings.reduce((sum, ring, i) => (i === 0 ? area(ring) : sum - area(ring)), 0);
}

/** Area along the panel itself, m²: of its triangles, so a bent panel counts its bends. */
export const trueArea = (rings: readonly Ring3[]): number => surfaceArea(triangulatePolygon3(rings));

/** Triangles on the ring points themselves, facing up, or east where the panel stands upright. */
export function triangulatePolygon3(rings: readonly Ring3[]): TriangulatedPolygon {
  const { exact, positions, triangles } = panelOf(rings);
  return { positions, indices: Uint32Array.from(triangles), exact };
}

interface Panel {
  readonly normal: Vec3;
  /** Ring points; where rings touch, one point for both. */
  readonly positions: Float64Array;
  /** Point numbers by ring: the outline counter-clockwise, holes clockwise, seen against the normal. */
  readonly loops: readonly (readonly number[])[];
  readonly triangles: readonly number[];
  readonly exact: boolean;
}

function panelOf(rings: readonly Ring3[]): Panel {
  const normal = lookingUp(viewOf(rings[0]!));
  const index = createPointIndex(0);
  const loops = rings.map((ring, i) => {
    const counterClockwise = flatArea(flatten(ring, normal)) > 0;
    return (counterClockwise === (i === 0) ? ring : ring.toReversed()).map((p) => index.addAt(p, 0));
  });
  const positions = index.points();
  const points = Array.from(
    { length: index.size },
    (_, i): Vec3 => [positions[i * 3]!, positions[i * 3 + 1]!, positions[i * 3 + 2]!],
  );
  const edges = loops.flatMap((loop) => loop.flatMap((from, i) => [from, loop[(i + 1) % loop.length]!]));
  return { normal, positions, loops, ...triangulateOutline(flatten(points, normal), edges) };
}

function flatArea(xy: Float64Array): number {
  let twice = 0;
  for (let i = 0; i < xy.length; i += 2) {
    const j = (i + 2) % xy.length;
    twice += xy[i]! * xy[j + 1]! - xy[j]! * xy[i + 1]!;
  }
  return twice / 2;
}

/**
 * Offset vector of a thickness: `normal` measures it across the panel, as a seam's thickness is logged; `vertical`
 * straight up. Both point upward.
 */
export function thicknessOffset(
  rings: readonly Ring3[],
  thickness: Metres,
  measured: 'normal' | 'vertical' = 'normal',
): Vec3 {
  if (measured === 'vertical') return [0, 0, thickness];
  const { normal } = fitPlane(rings[0]!);
  return [normal[0] * thickness, normal[1] * thickness, normal[2] * thickness];
}

/**
 * Closed solid between a polygon and the same polygon moved by `offset`, facing outward. Lid and floor share their
 * triangulation, so it is watertight however bent the rings are (where rings touch in a point, the edge there belongs
 * to four sides and is reported non-manifold, but nothing is open). The volume is the area vector times the offset: none
 * where the offset lies in the panel.
 * @param polygonIs which face the polygon is: the offset leads from the floor to the roof
 */
export function extrudePolygon(
  rings: readonly Ring3[],
  offset: Vec3,
  polygonIs: 'floor' | 'roof' | 'middle' = 'floor',
): TriangulatedPolygon {
  const { normal, positions: panel, loops, triangles, exact } = panelOf(rings);
  const count = panel.length / 3;
  const down = polygonIs === 'floor' ? 0 : polygonIs === 'roof' ? -1 : -0.5;
  const positions = new Float64Array(count * 6);
  for (let i = 0; i < count * 3; i++) {
    positions[i] = panel[i]! + down * offset[i % 3]!;
    positions[count * 3 + i] = panel[i]! + (down + 1) * offset[i % 3]!;
  }
  const indices: number[] = [];
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!];
    indices.push(a, c, b, count + a, count + b, count + c);
  }
  for (const loop of loops)
    loop.forEach((a, i) => {
      const b = loop[(i + 1) % loop.length]!;
      indices.push(a, b, count + b, a, count + b, count + a);
    });
  // An offset against the panel's normal turns the solid inside out.
  const inward = offset[0] * normal[0] + offset[1] * normal[1] + offset[2] * normal[2] < 0;
  if (inward)
    for (let i = 0; i < indices.length; i += 3) indices.splice(i + 1, 2, indices[i + 2]!, indices[i + 1]!);
  return { positions, indices: Uint32Array.from(indices), exact };
}
