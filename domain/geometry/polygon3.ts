import type { Metres } from '../units/quantities.ts';
import type { Vec3 } from './bounds.ts';
import type { TriangleMesh } from './triangle-mesh.ts';

/** A ring of [east, north, up] metres, not closed (the last point is not the first again). */
export type Ring3 = readonly Vec3[];
export interface Plane3 {
  /** Unit normal; its up component is never negative. */
  readonly normal: Vec3;
  readonly point: Vec3;
  /** Largest distance of a ring point from the plane, metres. */
  readonly maxResidual: number;
}
export interface CleanRing {
  readonly ring: Ring3;
  /** Points left out: the closing point and repeats. */
  readonly removed: number;
  readonly selfIntersects: boolean;
  /** Fewer than three different points, or no area: nothing can be drawn. */
  readonly degenerate: boolean;
}
export interface TriangulatedPolygon extends TriangleMesh {
  /** False where the outline crosses itself: closed and drawable, but triangles overlap. */
  readonly exact: boolean;
}
export function bestFitPlane(_ring: Ring3): Plane3 {
  throw new Error('not written yet');
}
/** Area seen from above, holes taken off, m². The first ring is the outline, the others are holes. */
export function planArea(_rings: readonly Ring3[]): number {
  throw new Error('not written yet');
}
/** Area in the panel itself, m². */
export function trueArea(_rings: readonly Ring3[]): number {
  throw new Error('not written yet');
}
export function triangulatePolygon3(_rings: readonly Ring3[]): TriangulatedPolygon {
  throw new Error('not written yet');
}
export function cleanRing(_ring: Ring3, _tolerance?: Metres): CleanRing {
  throw new Error('not written yet');
}
/** Offset vector of a thickness measured across the panel (`normal`) or straight up (`vertical`). */
export function thicknessOffset(
  _rings: readonly Ring3[],
  _thickness: Metres,
  _measured: 'normal' | 'vertical' = 'normal',
): Vec3 {
  throw new Error('not written yet');
}
export function extrudePolygon(
  _rings: readonly Ring3[],
  _offset: Vec3,
  _polygonIs: 'floor' | 'roof' | 'middle' = 'floor',
): TriangulatedPolygon {
  throw new Error('not written yet');
}
