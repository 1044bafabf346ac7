import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';

/**
 * The body between a ground surface and a level below it: the surface, the same turned over at the level, and walls along its
 * open edges. Closed where the surface has no edge with more than two triangles.
 * @param floor ENU up, below all of the surface
 */
export const rockBelow = ({ positions, indices }: TriangleMesh, floor: number): TriangleMesh => {
  const count = positions.length / 3;
  const all = new Float64Array(positions.length * 2);
  all.set(positions);
  for (let i = 0; i < positions.length; i += 3) {
    all[positions.length + i] = positions[i]!;
    all[positions.length + i + 1] = positions[i + 1]!;
    all[positions.length + i + 2] = floor;
  }
  /** Edges met once so far, in the direction they were met in. */
  const open = new Map<number, readonly [from: number, to: number]>();
  const out: number[] = [];
  for (let i = 0; i < indices.length; i += 3) {
    const corners = [indices[i]!, indices[i + 1]!, indices[i + 2]!] as const;
    out.push(...corners, corners[2] + count, corners[1] + count, corners[0] + count);
    for (let k = 0; k < 3; k++) {
      const [from, to] = [corners[k]!, corners[(k + 1) % 3]!];
      const key = Math.min(from, to) * count + Math.max(from, to);
      if (!open.delete(key)) open.set(key, [from, to]);
    }
  }
  for (const [from, to] of open.values()) out.push(to, from, from + count, to, from + count, to + count);
  return { positions: all, indices: Uint32Array.from(out) };
};
