import { windingNumber } from '../clearance/enclosed.ts';
import { edgeReport, type TriangleMesh } from '../geometry/triangle-mesh.ts';
import { isOpenMesh, type PlacedFeature } from './mine-features.ts';

/**
 * Share of all directions in which an open mesh must be seen from within for a place to count as maybe inside it. Inside a hull
 * with one hole it is nearly 1, in a half shell ½; outside, only close to a hole it is more than this.
 */
const MAYBE_INSIDE = 0.1;

/**
 * So many pieces of a thing in the mesh's box are looked from, of a cloud of more every so many-th: what is inside with one place of
 * a piece and outside with another crosses the mesh, and is near.
 */
const MOST_PIECES = 64;

/** A mesh of a county is asked of by hundreds of things, and its edges do not change. */
const oriented = new WeakMap<TriangleMesh, boolean>();
const isOriented = (mesh: TriangleMesh): boolean => {
  const known = oriented.get(mesh);
  if (known !== undefined) return known;
  const made = edgeReport(mesh).misoriented === 0;
  oriented.set(mesh, made);
  return made;
};

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
  const inBox: number[] = [];
  for (let i = 0; i < parts.length; i += 3)
    if ([0, 1, 2].every((k) => parts[i + k]! >= min[k]! - off && parts[i + k]! <= max[k]! + off))
      inBox.push(i);
  const step = Math.ceil(inBox.length / MOST_PIECES);
  for (let n = 0; n < inBox.length; n += step) {
    const i = inBox[n]!;
    const at = [parts[i]!, parts[i + 1]!, parts[i + 2]!] as const;
    // Faces that look both ways cancel each other out: then only the box is left to go by.
    if (!isOriented(shape.mesh) || Math.abs(windingNumber(outer.body().tree, at)) >= MAYBE_INSIDE)
      return true;
  }
  return false;
}
