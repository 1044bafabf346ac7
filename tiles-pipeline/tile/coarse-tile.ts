import type { CompactMesh } from './compact.ts';
import { joinLists } from './index-lists.ts';
import type { LayerMesh } from './layer-mesh.ts';
import type { TileNode } from './quadtree.ts';
import { type SimplifyOptions, simplifyTile } from './simplify.ts';

/** Parents hold a quarter of their children's triangles. */
const REDUCTION = 4;

/**
 * The triangles of a parent tile, from those of its children: a feature that brought its own coarse mesh is drawn
 * with that, all others are simplified. A feature larger than the cell is spread over neighbours as well, so its
 * coarse mesh would be drawn once in each: it is simplified too.
 */
export const coarseTile = async (
  mesh: LayerMesh,
  node: TileNode,
  merged: Uint32Array,
  compact: (indices: Uint32Array) => CompactMesh,
  options: Omit<SimplifyOptions, 'triangles'>,
): Promise<Uint32Array> => {
  const given = new Set<number>();
  const left: number[] = [];
  for (let i = 0; i < merged.length; i += 3) {
    const feature = mesh.feature[merged[i]!]!;
    const box = mesh.featureBoxes[feature]!;
    const fits = box[3] - box[0] <= node.size && box[4] - box[1] <= node.size;
    if (fits && mesh.coarse[feature]) given.add(feature);
    else left.push(merged[i]!, merged[i + 1]!, merged[i + 2]!);
  }
  const made = Array.from(given, (feature) => mesh.coarse[feature]!);
  if (left.length === 0) return joinLists(made);
  const simplified = await simplifyTile(mesh, compact(Uint32Array.from(left)), {
    ...options,
    triangles: Math.ceil(left.length / 3 / REDUCTION),
  });
  return joinLists([...made, simplified]);
};
