import {
  type EdgeReport,
  edgeReport,
  type TriangleMesh,
  weldVertices,
} from '../../domain/geometry/triangle-mesh.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { MeshObject } from '../read/read-result.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';

/** Vertices nearer than this are one: STL repeats every vertex, and the repeats may differ in the last digit. */
const WELD_TOLERANCE = metres(0.001);

/** Several meshes as one. */
export const joinMeshes = (meshes: readonly TriangleMesh[]): TriangleMesh => {
  if (meshes.length === 1) return meshes[0]!;
  const positions = new Float64Array(meshes.reduce((sum, mesh) => sum + mesh.positions.length, 0));
  const indices = new Uint32Array(meshes.reduce((sum, mesh) => sum + mesh.indices.length, 0));
  let vertex = 0;
  let corner = 0;
  for (const mesh of meshes) {
    positions.set(mesh.positions, vertex * 3);
    for (const index of mesh.indices) indices[corner++] = index + vertex;
    vertex += mesh.positions.length / 3;
  }
  return { positions, indices };
};

/** A mesh object of a file, in the mine's frame, welded, with what its edges say. */
export const placeMesh = (
  object: MeshObject,
  placed: PlacedSource,
  mine: MineContext,
  yUp: boolean,
): { mesh: TriangleMesh; edges: EdgeReport } => {
  const count = object.positions.length / 3;
  const eastings = new Float64Array(count);
  const northings = new Float64Array(count);
  const heights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [object.positions[i * 3]!, object.positions[i * 3 + 1]!, object.positions[i * 3 + 2]!];
    // Y up: the file's x stays east, its z points south, so that the axes stay right-handed.
    const point = yUp ? placed.place.point(a, -c, b) : placed.place.point(a, b, c);
    eastings[i] = point.easting;
    northings[i] = point.northing;
    heights[i] = point.height;
  }
  const positions = mine.frame.surveyArrayToEnu(eastings, northings, heights);
  // Northing-first axes mirror the mesh, which turns every triangle inside out.
  const indices = placed.place.mirrors ? reversed(object.indices) : object.indices;
  const mesh = weldVertices(positions, indices, WELD_TOLERANCE);
  return { mesh, edges: edgeReport(mesh) };
};

const reversed = (indices: Uint32Array): Uint32Array => {
  const out = indices.slice();
  for (let i = 0; i < out.length; i += 3) {
    out[i + 1] = indices[i + 2]!;
    out[i + 2] = indices[i + 1]!;
  }
  return out;
};

/** Reports a mesh that should enclose a volume and does not. */
export const reportOpenMesh = (placed: PlacedSource, feature: string, edges: EdgeReport): void => {
  if (edges.closed && edges.misoriented === 0) return;
  placed.log.warn(edges.closed ? 'mesh-inside-out' : 'mesh-open', {
    feature,
    params: { open: edges.open, nonManifold: edges.nonManifold, misoriented: edges.misoriented },
  });
};
