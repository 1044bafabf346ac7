import { compactMesh, type TriangleMesh } from '../../geometry/triangle-mesh.ts';
import type { SlabMesh } from './slab-mesh.ts';

/**
 * The base of a unit out of its body, vertex for vertex, seen from above: the triangles whose standard deviation is known at every corner.
 * Where the unit just goes on to the model's floor nobody met its base, and there is none.
 * @param deviation one a vertex of the body, metres; NaN where not known
 */
export const baseMesh = (
  { positions, indices, isBase }: SlabMesh,
  deviation: Float32Array,
): TriangleMesh & { readonly deviation: Float32Array } => {
  const kept: number[] = [];
  for (let t = 0; t < isBase.length; t++) {
    if (!isBase[t]) continue;
    const [a, b, c] = [indices[t * 3]!, indices[t * 3 + 1]!, indices[t * 3 + 2]!];
    // A body's base looks down; the surface is looked at from above.
    if (![a, b, c].some((vertex) => Number.isNaN(deviation[vertex]!))) kept.push(a, c, b);
  }
  const mesh = compactMesh({ positions, indices: Uint32Array.from(kept) });
  return { ...mesh, deviation: orderedBy(kept, deviation) };
};

/** Values of the vertices in the order in which a compacted mesh keeps them: that of their first use. */
const orderedBy = (indices: readonly number[], values: Float32Array): Float32Array =>
  Float32Array.from(new Set(indices), (vertex) => values[vertex]!);
