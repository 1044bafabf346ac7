import { joinLists } from './index-lists.ts';
import type { LayerMesh } from './layer-mesh.ts';
import { measuredError } from './measured-error.ts';

/** Index lists by feature, in order of first appearance. */
const byFeature = (mesh: LayerMesh, indices: Uint32Array): Map<number, Uint32Array> => {
  const counts = new Map<number, number>();
  for (let i = 0; i < indices.length; i += 3) {
    const feature = mesh.feature[indices[i]!]!;
    counts.set(feature, (counts.get(feature) ?? 0) + 3);
  }
  const lists = new Map<number, Uint32Array>();
  const filled = new Map<number, number>();
  for (const [feature, count] of counts) lists.set(feature, new Uint32Array(count));
  for (let i = 0; i < indices.length; i += 3) {
    const feature = mesh.feature[indices[i]!]!;
    const at = filled.get(feature) ?? 0;
    lists.get(feature)!.set(indices.subarray(i, i + 3), at);
    filled.set(feature, at + 3);
  }
  return lists;
};

/**
 * Sorts features by how simplification went: `good` holds the simplified ones, `damaged` the full triangles of those
 * that were lost or, with `maxError` (metres), are off by more. The simplifier weighs planes by area, so it gladly
 * shortens a long thin tube whose end caps are tiny.
 */
export const sortByDamage = (
  mesh: LayerMesh,
  before: Uint32Array,
  after: Uint32Array,
  maxError: number | null,
): { good: Uint32Array; damaged: Uint32Array } => {
  const kept = byFeature(mesh, after);
  const good: Uint32Array[] = [];
  const damaged: Uint32Array[] = [];
  for (const [feature, full] of byFeature(mesh, before)) {
    const fewer = kept.get(feature);
    if (fewer && (maxError === null || measuredError(mesh, [full], fewer) <= maxError)) good.push(fewer);
    else damaged.push(full);
  }
  return { good: joinLists(good), damaged: joinLists(damaged) };
};
