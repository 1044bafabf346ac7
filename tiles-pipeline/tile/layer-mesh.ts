import type { LayerModel } from '../model/layer-model.ts';
import { type GridMesh, gridMesh } from './feature-mesh.ts';
import { emptyGridBox, type GridBox, growGridBox } from './quantise.ts';

/**
 * All triangles of a layer on the grid. A tile at any level is a list of indices into these vertices, so
 * neighbours and levels share border vertices by construction.
 */
export interface LayerMesh {
  /** 3 grid steps a vertex, ENU. */
  readonly positions: Int32Array;
  /** 3 signed bytes a vertex, ENU. */
  readonly normals: Int8Array;
  /** The feature of each vertex: position in `LayerModel.features`. */
  readonly feature: Uint32Array;
  readonly indices: Uint32Array;
  readonly featureBoxes: readonly GridBox[];
}

/** Puts every feature on the grid. Throws, naming layer and feature, when a mesh is unusable. */
export const layerMesh = async (model: LayerModel): Promise<LayerMesh> => {
  const meshes: GridMesh[] = [];
  for (const [i, feature] of model.features.entries()) {
    try {
      meshes.push(await gridMesh(feature.mesh));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`layer ${model.id}, feature ${i} ${JSON.stringify(feature.properties)}: ${why}`, {
        cause,
      });
    }
  }
  const vertexCount = meshes.reduce((sum, mesh) => sum + mesh.positions.length / 3, 0);
  const indexCount = meshes.reduce((sum, mesh) => sum + mesh.indices.length, 0);
  const positions = new Int32Array(3 * vertexCount);
  const normals = new Int8Array(3 * vertexCount);
  const feature = new Uint32Array(vertexCount);
  const indices = new Uint32Array(indexCount);
  const featureBoxes: GridBox[] = [];
  let vertex = 0;
  let index = 0;
  for (const [i, mesh] of meshes.entries()) {
    const own = mesh.positions.length / 3;
    positions.set(mesh.positions, 3 * vertex);
    normals.set(mesh.normals, 3 * vertex);
    feature.fill(i, vertex, vertex + own);
    for (let k = 0; k < mesh.indices.length; k++) indices[index + k] = mesh.indices[k]! + vertex;
    const box = emptyGridBox();
    for (let v = 0; v < own; v++) growGridBox(box, mesh.positions, v);
    featureBoxes.push(box);
    vertex += own;
    index += mesh.indices.length;
  }
  return { positions, normals, feature, indices, featureBoxes };
};
