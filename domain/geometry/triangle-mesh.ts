import type { Metres } from '../units/quantities.ts';
import { type Box3, type boxCentre, boxOfPositions } from './bounds.ts';

/** Indexed triangles: 3 doubles a vertex (ENU metres), 3 indices a triangle, counter-clockwise seen from outside. */
export interface TriangleMesh {
  readonly positions: Float64Array;
  readonly indices: Uint32Array;
}

export interface WeldedMesh extends TriangleMesh {
  /** Triangles that lost a corner to the weld and were left out. */
  readonly collapsedTriangles: number;
}

/** What the edges say about a mesh, by index: weld first where a file repeats its vertices. */
export interface EdgeReport {
  /** Edges with one triangle. */
  readonly open: number;
  /** Edges with more than two triangles. */
  readonly nonManifold: number;
  /** Edges whose two triangles run the same way, so one of them is inside out. */
  readonly misoriented: number;
  /** Parts connected over edges. */
  readonly components: number;
  /** No open and no non-manifold edge, and at least one triangle. */
  readonly closed: boolean;
}

export const boundingBox = (mesh: TriangleMesh): Box3 => boxOfPositions(mesh.positions);
export declare const _pending: [Metres, typeof boxCentre];
export function weldVertices(
  _positions: Float64Array,
  _indices: Uint32Array,
  _tolerance: Metres,
): WeldedMesh {
  throw new Error('not written yet');
}
export function edgeReport(_mesh: TriangleMesh): EdgeReport {
  throw new Error('not written yet');
}
export function surfaceArea(_mesh: TriangleMesh): number {
  throw new Error('not written yet');
}
export function signedVolume(_mesh: TriangleMesh): number {
  throw new Error('not written yet');
}
export function orientOutward(_mesh: TriangleMesh): TriangleMesh {
  throw new Error('not written yet');
}
