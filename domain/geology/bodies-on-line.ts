import type { GeologicalBody } from './geological-model.ts';

/** A stretch of a vertical line inside a body, ENU up. */
export interface BodyStretch {
  /** Index of the body. */
  readonly body: number;
  readonly top: number;
  readonly base: number;
}

/** Metres by which the line is moved aside, so that it passes no edge that two triangles share: counting would be off by one. */
const ASIDE = [1.3e-6, 0.7e-6] as const;

/**
 * Where the vertical line through (east, north) is inside closed bodies, from the top down. A body with open edges has no inside; one
 * whose skin the line passes an odd number of times is not closed there, and is left out as well.
 */
export const bodiesOnLine = (
  bodies: readonly GeologicalBody[],
  east: number,
  north: number,
): BodyStretch[] => {
  const [e, n] = [east + ASIDE[0], north + ASIDE[1]];
  const found: BodyStretch[] = [];
  bodies.forEach(({ closed, mesh }, body) => {
    if (!closed) return;
    const ups = crossings(mesh.positions, mesh.indices, e, n);
    if (ups.length % 2 === 1) return;
    for (let i = 0; i < ups.length; i += 2) found.push({ body, top: ups[i]!, base: ups[i + 1]! });
  });
  return found.sort((a, b) => b.top - a.top);
};

/** Heights at which the line passes the mesh, from the top down. */
const crossings = (positions: Float64Array, indices: Uint32Array, e: number, n: number): number[] => {
  const ups: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [indices[t]! * 3, indices[t + 1]! * 3, indices[t + 2]! * 3];
    const [ax, ay] = [positions[a]! - e, positions[a + 1]! - n];
    const [bx, by] = [positions[b]! - e, positions[b + 1]! - n];
    const [cx, cy] = [positions[c]! - e, positions[c + 1]! - n];
    // Twice the areas of the triangles that the line makes with each side, in plan.
    const [wa, wb, wc] = [bx * cy - by * cx, cx * ay - cy * ax, ax * by - ay * bx];
    const inside = (wa > 0 && wb > 0 && wc > 0) || (wa < 0 && wb < 0 && wc < 0);
    if (!inside) continue;
    ups.push((wa * positions[a + 2]! + wb * positions[b + 2]! + wc * positions[c + 2]!) / (wa + wb + wc));
  }
  return ups.sort((x, y) => y - x);
};
