/** A tile's own vertex numbering: `indices` run over `vertices`, which hold the layer's vertex numbers. */
export interface CompactMesh {
  readonly indices: Uint32Array;
  readonly vertices: Uint32Array;
}

/**
 * Makes a function that renumbers a list of layer-wide indices from 0 in order of first use. The scratch table
 * of the whole layer is kept between calls: clearing only what was touched keeps many small tiles cheap.
 */
export const compactor = (layerVertices: number): ((indices: Uint32Array) => CompactMesh) => {
  const local = new Int32Array(layerVertices).fill(-1);
  return (layerIndices) => {
    const indices = new Uint32Array(layerIndices.length);
    const vertices = new Uint32Array(layerIndices.length);
    let count = 0;
    for (let i = 0; i < layerIndices.length; i++) {
      const vertex = layerIndices[i]!;
      let own = local[vertex]!;
      if (own < 0) {
        own = count;
        local[vertex] = own;
        vertices[count++] = vertex;
      }
      indices[i] = own;
    }
    for (let i = 0; i < count; i++) local[vertices[i]!] = -1;
    return { indices, vertices: vertices.slice(0, count) };
  };
};
