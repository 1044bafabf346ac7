import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import { circleSection, sweepTube } from '../../domain/geometry/tube.ts';
import type { CoarseMesh } from './layer-model.ts';

const SIDES = 3;
/** A triangle's flats lie at half its corners' distance: corners a little outside the round tube split the difference. */
const REACH = 1.25;

/**
 * A round tube as it looks from afar: three sides, open ends, shaded round. Off by 0.4 radii at most.
 * Two triangles a side and no cap: a quarter of the full tube's triangles, a fifth of its vertices.
 */
export const coarseTube = (line: readonly EnuPoint[], radius: number): CoarseMesh => {
  const { positions, indices } = sweepTube(line, circleSection(radius * REACH, SIDES), {
    frame: 'transport',
    caps: false,
  });
  const normals = new Float32Array(positions.length);
  for (let ring = 0; ring < positions.length; ring += 3 * SIDES)
    for (let axis = 0; axis < 3; axis++) {
      let middle = 0;
      for (let k = 0; k < SIDES; k++) middle += positions[ring + 3 * k + axis]! / SIDES;
      for (let k = 0; k < SIDES; k++) {
        const at = ring + 3 * k + axis;
        normals[at] = (positions[at]! - middle) / (radius * REACH);
      }
    }
  return { positions, indices, normals };
};
