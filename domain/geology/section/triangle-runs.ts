import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';

/** Triangles a run. Neighbours in a mesh's list mostly are neighbours in space, so a run is small; measured, not guessed. */
const RUN = 16;

const known = new WeakMap<TriangleMesh, Float64Array>();

/** Boxes of each run of a mesh, 6 doubles: middle, then half the extent, both east, north, up. Kept as long as the mesh. */
const boxesOf = (mesh: TriangleMesh): Float64Array => {
  const kept = known.get(mesh);
  if (kept) return kept;
  const { positions, indices } = mesh;
  const size = RUN * 3;
  const boxes = new Float64Array(Math.ceil(indices.length / size) * 6);
  for (let from = 0, at = 0; from < indices.length; from += size, at += 6) {
    const to = Math.min(from + size, indices.length);
    for (let axis = 0; axis < 3; axis++) {
      let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let i = from; i < to; i++) {
        const value = positions[indices[i]! * 3 + axis]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
      boxes[at + axis] = (low + high) / 2;
      boxes[at + 3 + axis] = (high - low) / 2;
    }
  }
  known.set(mesh, boxes);
  return boxes;
};

/** Metres by which a box may be off the plane through rounding; no triangle is to be missed. */
const SLACK = 1e-6;

/**
 * Calls `visit` with the range of `indices` of every run of triangles that may reach to both sides of a plane; none that
 * does is left out. The mesh must not change afterwards: its boxes are kept.
 * @param normal unit vector
 */
export const visitRunsAt = (
  mesh: TriangleMesh,
  [oe, on, ou]: readonly [number, number, number],
  [ne, nn, nu]: readonly [number, number, number],
  visit: (from: number, to: number) => void,
): void => {
  const boxes = boxesOf(mesh);
  const [ae, an, au] = [Math.abs(ne), Math.abs(nn), Math.abs(nu)];
  for (let at = 0, from = 0; at < boxes.length; at += 6, from += RUN * 3) {
    const off = (boxes[at]! - oe) * ne + (boxes[at + 1]! - on) * nn + (boxes[at + 2]! - ou) * nu;
    const reach = boxes[at + 3]! * ae + boxes[at + 4]! * an + boxes[at + 5]! * au + SLACK;
    if (off <= reach && off >= -reach) visit(from, Math.min(from + RUN * 3, mesh.indices.length));
  }
};
