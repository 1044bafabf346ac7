import type { EnuBox } from '../../../domain/contracts/catalog.ts';
import { transformPoint } from '../../../domain/frame/matrix4.ts';
import { glbPrimitives } from '../glb-primitives.ts';

/**
 * Where a feature lies, read from the vertices of its tile's GLB: the engine keeps them on the GPU only, and a
 * tile's bounding sphere says nothing of one borehole among hundreds.
 */

/**
 * Bounds of the features with these rows (EXT_mesh_features, first feature id set).
 * @param tileToEnu 4 × 4 column-major from the tile's Z-up frame to ENU metres; glTF's Y-up is undone here
 * @returns null where no vertex carries one of the rows
 * @throws Error where the bytes are no GLB of the portable profile
 */
export async function featureBounds(
  bytes: Uint8Array,
  rows: ReadonlySet<number>,
  tileToEnu: readonly number[],
): Promise<EnuBox | null> {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const { matrix, column } of await glbPrimitives(bytes, tileToEnu)) {
    const place = column('POSITION');
    const row = column('_FEATURE_ID_0');
    if (!place || !row) continue;
    for (let i = 0; i < place.count; i++) {
      if (!rows.has(row.at(i, 0))) continue;
      const p = transformPoint(matrix, place.at(i, 0), place.at(i, 1), place.at(i, 2));
      for (let axis = 0; axis < 3; axis++) {
        min[axis] = Math.min(min[axis]!, p[axis]!);
        max[axis] = Math.max(max[axis]!, p[axis]!);
      }
    }
  }
  return min[0] === Infinity ? null : { min, max };
}
