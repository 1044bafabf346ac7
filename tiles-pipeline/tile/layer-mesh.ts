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
  /** Metres a vertex (domain/contracts/deviation.ts); null where the layer's surfaces are no model. */
  readonly deviation: Float32Array | null;
  /** The feature of each vertex: position in `LayerModel.features`. */
  readonly feature: Uint32Array;
  /** Full detail, 3 a triangle. */
  readonly indices: Uint32Array;
  /** Of each feature, its coarse triangles as its author made them; null where the tiler has to simplify. */
  readonly coarse: readonly (Uint32Array | null)[];
  /** Of each feature at full detail. */
  readonly featureBoxes: readonly GridBox[];
}

const join = (parts: readonly GridMesh[]) => {
  const vertices = parts.reduce((sum, { positions }) => sum + positions.length / 3, 0);
  const positions = new Int32Array(3 * vertices);
  const normals = new Int8Array(3 * vertices);
  const deviation = parts.every((part) => part.deviation) ? new Float32Array(vertices) : null;
  let vertex = 0;
  const indices = parts.map((part) => {
    const first = vertex;
    positions.set(part.positions, 3 * first);
    normals.set(part.normals, 3 * first);
    deviation?.set(part.deviation!, first);
    vertex += part.positions.length / 3;
    return part.indices.map((index) => index + first);
  });
  return { positions, normals, deviation, indices };
};

/** Puts every feature on the grid. Throws, naming layer and feature, when a mesh is unusable. */
export const layerMesh = async (model: LayerModel): Promise<LayerMesh> => {
  const full: GridMesh[] = [];
  const coarse: { readonly of: number; readonly mesh: GridMesh }[] = [];
  for (const [i, { mesh, properties }] of model.features.entries()) {
    try {
      full.push(await gridMesh(mesh));
      if (mesh.coarse) coarse.push({ of: i, mesh: await gridMesh({ ...mesh.coarse, colour: mesh.colour }) });
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`layer ${model.id}, feature ${i} ${JSON.stringify(properties)}: ${why}`, { cause });
    }
  }
  const joined = join([...full, ...coarse.map(({ mesh }) => mesh)]);
  const feature = new Uint32Array(joined.positions.length / 3);
  const featureBoxes: GridBox[] = full.map(emptyGridBox);
  const coarseIndices: (Uint32Array | null)[] = full.map(() => null);
  const owners = [...full.keys(), ...coarse.map(({ of }) => of)];
  for (const [part, owner] of owners.entries()) {
    const isCoarse = part >= full.length;
    if (isCoarse) coarseIndices[owner] = joined.indices[part]!;
    for (const vertex of joined.indices[part]!) {
      feature[vertex] = owner;
      if (!isCoarse) growGridBox(featureBoxes[owner]!, joined.positions, vertex);
    }
  }
  const fullParts = joined.indices.slice(0, full.length);
  const indices = new Uint32Array(fullParts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of fullParts) {
    indices.set(part, at);
    at += part.length;
  }
  return {
    positions: joined.positions,
    normals: joined.normals,
    deviation: joined.deviation,
    feature,
    indices,
    coarse: coarseIndices,
    featureBoxes,
  };
};
