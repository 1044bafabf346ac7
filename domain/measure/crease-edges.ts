import type { TriangleMesh } from '../geometry/triangle-mesh.ts';

/** Cosine of 12°: two triangles that lie flatter to each other are one face, and what is between them no edge one sees. */
const FLAT = Math.cos((12 * Math.PI) / 180);

/**
 * Which sides of each triangle are edges of the body: those two faces meet at with an angle, and those with one triangle or
 * more than two. Bit k of a triangle's byte is its side from corner k to corner k + 1.
 */
export const creaseEdges = ({ positions: p, indices }: TriangleMesh): Uint8Array => {
  const triangles = indices.length / 3;
  const vertices = p.length / 3;
  const normals = new Float64Array(triangles * 3);
  for (let t = 0; t < triangles; t++) {
    const [a, b, c] = [indices[t * 3]! * 3, indices[t * 3 + 1]! * 3, indices[t * 3 + 2]! * 3];
    const [ux, uy, uz] = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!];
    const [vx, vy, vz] = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!];
    const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const size = Math.hypot(x, y, z) || 1;
    normals.set([x / size, y / size, z / size], t * 3);
  }
  /** By edge: the half edges on it. */
  const sides = new Map<number, number[]>();
  for (let half = 0; half < indices.length; half++) {
    const from = indices[half]!;
    const to = indices[half % 3 === 2 ? half - 2 : half + 1]!;
    const key = Math.min(from, to) * vertices + Math.max(from, to);
    const list = sides.get(key);
    if (list) list.push(half);
    else sides.set(key, [half]);
  }
  const found = new Uint8Array(triangles);
  for (const halves of sides.values()) {
    const [a, b] = halves.map((half) => Math.floor(half / 3) * 3);
    const flat =
      halves.length === 2 &&
      Math.abs(
        normals[a!]! * normals[b!]! +
          normals[a! + 1]! * normals[b! + 1]! +
          normals[a! + 2]! * normals[b! + 2]!,
      ) > FLAT;
    if (flat) continue;
    for (const half of halves) found[Math.floor(half / 3)]! |= 1 << (half % 3);
  }
  return found;
};
