import earcut from 'earcut';

/**
 * Cuts a face of n ≥ 3 corners into triangles, in the face's own winding. The corners need not lie in one plane: they
 * are cut in the plane of Newell's normal (Sutherland et al. 1974), dropped along its largest axis.
 *
 * @param corners 3 doubles a corner
 * @returns corner numbers, 3 a triangle
 */
export const faceTriangles = (corners: Float64Array): number[] => {
  const count = corners.length / 3;
  if (count === 3) return [0, 1, 2];
  const normal = [0, 0, 0];
  for (let i = 0; i < count; i += 1) {
    const j = (i + 1) % count;
    for (let axis = 0; axis < 3; axis += 1) {
      const u = (axis + 1) % 3;
      const v = (axis + 2) % 3;
      // Differences to the first corner: survey coordinates are too large to multiply as they are.
      const ui = corners[3 * i + u]! - corners[u]!;
      const uj = corners[3 * j + u]! - corners[u]!;
      const vi = corners[3 * i + v]! - corners[v]!;
      const vj = corners[3 * j + v]! - corners[v]!;
      normal[axis]! += (ui - uj) * (vi + vj);
    }
  }
  const sizes = normal.map(Math.abs);
  const dropped = sizes.indexOf(Math.max(...sizes));
  const u = (dropped + 1) % 3;
  const v = (dropped + 2) % 3;
  const flat: number[] = [];
  for (let i = 0; i < count; i += 1) {
    flat.push(corners[3 * i + u]! - corners[u]!, corners[3 * i + v]! - corners[v]!);
  }
  const triangles = earcut(flat);
  if (triangles.length === 0) return [];
  // earcut's triangles may run either way round: turn them to the face's.
  const [a, b, c] = [triangles[0]!, triangles[1]!, triangles[2]!];
  const cross =
    (flat[2 * b]! - flat[2 * a]!) * (flat[2 * c + 1]! - flat[2 * a + 1]!) -
    (flat[2 * b + 1]! - flat[2 * a + 1]!) * (flat[2 * c]! - flat[2 * a]!);
  if (cross > 0 === normal[dropped]! > 0) return triangles;
  for (let i = 0; i < triangles.length; i += 3) {
    [triangles[i + 1], triangles[i + 2]] = [triangles[i + 2]!, triangles[i + 1]!];
  }
  return triangles;
};
