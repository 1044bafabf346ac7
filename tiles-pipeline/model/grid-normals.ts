/** Smooth normals: the sum of the triangles about a vertex, weighted by their area, made one metre long. */
export const gridNormals = (p: Float64Array, indices: Uint32Array): Float32Array => {
  const sums = new Float64Array(p.length);
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3];
    const [ux, uy, uz] = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!];
    const [vx, vy, vz] = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!];
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    for (const corner of [a, b, c]) {
      for (let axis = 0; axis < 3; axis++) sums[corner + axis]! += normal[axis]!;
    }
  }
  const normals = new Float32Array(p.length);
  for (let i = 0; i < p.length; i += 3) {
    const length = Math.hypot(sums[i]!, sums[i + 1]!, sums[i + 2]!);
    // A vertex no triangle uses has no normal of its own; up is as good as any.
    for (let axis = 0; axis < 3; axis++)
      normals[i + axis] = length > 0 ? sums[i + axis]! / length : axis === 2 ? 1 : 0;
  }
  return normals;
};
