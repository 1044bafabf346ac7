import type { LayerMesh } from './layer-mesh.ts';
import { squaredDistanceToTriangle } from './point-triangle.ts';
import { emptyGridBox, GRID_STEP, growGridBox } from './quantise.ts';

const SAMPLES = 3000;

/**
 * The greatest distance in metres from vertices of the full-detail surface to a simplified one: what a viewer
 * really loses by drawing the coarse tile. Measured at about 3 000 vertices, evenly picked from `full`, against
 * the exact nearest triangle (found through a grid over the plan). Both arguments are layer-wide index lists.
 */
export const measuredError = (mesh: LayerMesh, full: readonly Uint32Array[], coarse: Uint32Array): number => {
  const box = emptyGridBox();
  const corners = new Float64Array(3 * coarse.length);
  for (let i = 0; i < coarse.length; i++) {
    growGridBox(box, mesh.positions, coarse[i]!);
    for (let k = 0; k < 3; k++) corners[3 * i + k] = mesh.positions[3 * coarse[i]! + k]!;
  }
  const triangles = coarse.length / 3;
  const side = Math.max(1, Math.min(256, Math.round(Math.sqrt(triangles))));
  const cell = Math.max(box[3] - box[0], box[4] - box[1], 1) / side;
  const clamp = (at: number, low: number) => Math.max(0, Math.min(side - 1, Math.floor((at - low) / cell)));

  const buckets: number[][] = Array.from({ length: side * side }, () => []);
  for (let t = 0; t < triangles; t++) {
    const [x0, x1, x2] = [corners[9 * t]!, corners[9 * t + 3]!, corners[9 * t + 6]!];
    const [y0, y1, y2] = [corners[9 * t + 1]!, corners[9 * t + 4]!, corners[9 * t + 7]!];
    const east = [clamp(Math.min(x0, x1, x2), box[0]), clamp(Math.max(x0, x1, x2), box[0])] as const;
    const north = [clamp(Math.min(y0, y1, y2), box[1]), clamp(Math.max(y0, y1, y2), box[1])] as const;
    for (let j = north[0]; j <= north[1]; j++)
      for (let i = east[0]; i <= east[1]; i++) buckets[j * side + i]!.push(t);
  }

  const nearest = (vertex: number): number => {
    const [x, y, z] = [0, 1, 2].map((k) => mesh.positions[3 * vertex + k]!) as [number, number, number];
    const [ci, cj] = [clamp(x, box[0]), clamp(y, box[1])];
    let best = Infinity;
    for (let ring = 0; ring < side; ring++) {
      // Nothing beyond the rings already searched can be nearer than (ring − 1) cells.
      if (ring > 0 && best <= ((ring - 1) * cell) ** 2) break;
      for (let j = Math.max(0, cj - ring); j <= Math.min(side - 1, cj + ring); j++) {
        const edge = Math.abs(j - cj) === ring;
        for (let i = Math.max(0, ci - ring); i <= Math.min(side - 1, ci + ring); i++) {
          if (!edge && Math.abs(i - ci) !== ring) continue;
          for (const t of buckets[j * side + i]!)
            best = Math.min(best, squaredDistanceToTriangle(x, y, z, corners, 9 * t));
        }
      }
    }
    return best;
  };

  const total = full.reduce((sum, list) => sum + list.length, 0);
  const stride = Math.max(1, Math.floor(total / SAMPLES));
  let worst = 0;
  let skip = 0;
  for (const list of full) {
    let i = skip;
    for (; i < list.length; i += stride) worst = Math.max(worst, nearest(list[i]!));
    skip = i - list.length;
  }
  return Math.sqrt(worst) * GRID_STEP;
};
