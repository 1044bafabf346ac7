import { windingNumber } from '../clearance/enclosed.ts';
import { edgeReport } from '../geometry/triangle-mesh.ts';
import { isOpenMesh, type PlacedFeature } from './mine-features.ts';

/**
 * Share of all directions in which an open mesh must be seen from within for a place to count as maybe inside it. Inside a hull
 * with one hole it is nearly 1, in a half shell ½; outside, only close to a hole it is more than this.
 */
const MAYBE_INSIDE = 0.1;

/**
 * Whether one of two things may lie inside the other, whose mesh is not watertight: what such a mesh encloses nobody can say, so
 * what is in its middle must not count as far from it.
 * @param off metres both may be off; null: not known
 */
export const mayEnclose = (a: PlacedFeature, b: PlacedFeature, off: number | null): boolean =>
  openMayHold(a, b, off ?? 0) || openMayHold(b, a, off ?? 0);

function openMayHold(outer: PlacedFeature, inner: PlacedFeature, off: number): boolean {
  const { shape } = outer.feature;
  if (!isOpenMesh(outer.feature) || shape.type !== 'mesh') return false;
  const { min, max } = outer.box;
  const { parts } = inner.body().tree;
  let oriented: boolean | null = null;
  for (let i = 0; i < parts.length; i += 3) {
    const at = [parts[i]!, parts[i + 1]!, parts[i + 2]!] as const;
    if (at.some((value, k) => value < min[k]! - off || value > max[k]! + off)) continue;
    // Faces that look both ways cancel each other out: then only the box is left to go by.
    oriented ??= edgeReport(shape.mesh).misoriented === 0;
    if (!oriented || Math.abs(windingNumber(outer.body().tree, at)) >= MAYBE_INSIDE) return true;
  }
  return false;
}
