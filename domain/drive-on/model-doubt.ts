import type { Heading } from '../clearance/heading.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';

/** A surface with its standard deviation at each vertex, metres; NaN where not known. */
export interface DoubtedSurface {
  readonly mesh: TriangleMesh;
  readonly deviation: Float32Array;
}

/**
 * The standard deviation of a modelled surface that counts for a heading, metres: the largest of all triangles that may lie
 * within `reach` of it once their own doubt is taken off their distance. Where none may, that of the triangle which comes nearest so.
 * `unknown`: nobody can say of one that counts how far it is off.
 * @param reach metres: the largest distance any rule asks for
 * @param multiple standard deviations that are taken as the ±
 */
export function modelDeviation(
  { mesh, deviation }: DoubtedSurface,
  heading: Heading,
  reach: number,
  multiple: number,
): number | 'unknown' {
  const around = Math.max(...heading.section.map(([right, up]) => Math.hypot(right, up)));
  const largest = deviation.reduce((most, value) => (value > most ? value : most), 0);
  const away = distances(mesh.positions, heading);
  let worst = 0;
  let isUnknown = false;
  let nearest = { off: Infinity, value: 0 as number | 'unknown' };
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const corners = [mesh.indices[i]!, mesh.indices[i + 1]!, mesh.indices[i + 2]!] as const;
    const known = corners.map((corner) => deviation[corner]!).filter((value) => !Number.isNaN(value));
    const value = known.length === 3 ? Math.max(...known) : 'unknown';
    // Of a triangle whose corners are this far away no point is nearer than that less its longest edge.
    const least =
      Math.min(...corners.map((corner) => away[corner]!)) - longestEdge(mesh.positions, corners) - around;
    const off = least - multiple * (value === 'unknown' ? largest : value);
    if (off < nearest.off) nearest = { off, value };
    if (off > reach) continue;
    if (value === 'unknown') isUnknown = true;
    else worst = Math.max(worst, value);
  }
  if (nearest.off > reach) return nearest.value;
  return isUnknown ? 'unknown' : worst;
}

/** Metres from each vertex to the line of the heading. */
function distances(positions: Float64Array, { pieces }: Heading): Float64Array {
  const out = new Float64Array(positions.length / 3).fill(Infinity);
  for (const { from, direction, length } of pieces)
    for (let v = 0; v < out.length; v++) {
      const off: Vec3 = [
        positions[v * 3]! - from[0],
        positions[v * 3 + 1]! - from[1],
        positions[v * 3 + 2]! - from[2],
      ];
      const along = Math.max(
        0,
        Math.min(length, off[0] * direction[0] + off[1] * direction[1] + off[2] * direction[2]),
      );
      const distance = Math.hypot(
        off[0] - along * direction[0],
        off[1] - along * direction[1],
        off[2] - along * direction[2],
      );
      if (distance < out[v]!) out[v] = distance;
    }
  return out;
}

function longestEdge(positions: Float64Array, [a, b, c]: readonly [number, number, number]): number {
  const edge = (p: number, q: number): number =>
    Math.hypot(
      positions[p * 3]! - positions[q * 3]!,
      positions[p * 3 + 1]! - positions[q * 3 + 1]!,
      positions[p * 3 + 2]! - positions[q * 3 + 2]!,
    );
  return Math.max(edge(a, b), edge(b, c), edge(c, a));
}
