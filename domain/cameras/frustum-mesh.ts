import type { Vec3 } from '../geometry/bounds.ts';
import { freeOverGround, type Standpoint, type Surroundings } from './line-of-sight.ts';
import { rayThrough, type ViewCone } from './view-cone.ts';

/** ENU metres without exaggeration, and colours 0…255: what the viewer's overlays are made of. */
export interface OverlayMesh {
  readonly kind: 'triangles' | 'lines';
  readonly positions: Float64Array;
  readonly indices: Uint32Array;
  readonly colours: Uint8Array;
}

export type Rgba = readonly [red: number, green: number, blue: number, opacity: number];

/** Rays across and up: fine enough that the outline follows the walls of a roadway. */
const ACROSS = 32;
const UP = 18;

/**
 * How far each ray of the picture reaches: to the rock or to the range. Row by row from the bottom left.
 * null where it cannot be known what is in the way.
 */
function reaches(
  { space, terrain }: Surroundings,
  cone: ViewCone,
  stands: Standpoint['in'],
): { directions: Vec3[]; lengths: Float64Array } | null {
  if (stands === 'unknown' || (stands === 'surface' && !terrain)) return null;
  const near = space.near(cone.at, cone.range);
  const directions: Vec3[] = [];
  const lengths = new Float64Array((ACROSS + 1) * (UP + 1));
  for (let j = 0; j <= UP; j++)
    for (let i = 0; i <= ACROSS; i++) {
      const direction = rayThrough(cone, (2 * i) / ACROSS - 1, (2 * j) / UP - 1);
      const free =
        stands === 'roadway'
          ? space.freeAlong(cone.at, direction, cone.range, near)
          : freeOverGround(terrain!, cone.at, direction, cone.range);
      lengths[directions.length] = free;
      directions.push(direction);
    }
  return { directions, lengths };
}

/**
 * The volume a camera sees: its picture's rays cut off at the rock, closed by four sides. `lines` is its outline: the
 * four edges and the rim. null where it cannot be known what is in the way; nothing is drawn then.
 */
export function frustumMesh(
  surroundings: Surroundings,
  cone: ViewCone,
  stands: Standpoint['in'],
  colour: Rgba,
  outlineColour: Rgba = [colour[0], colour[1], colour[2], 255],
): { readonly volume: OverlayMesh; readonly outline: OverlayMesh } | null {
  const rays = reaches(surroundings, cone, stands);
  if (!rays) return null;
  const corners = rays.directions.length;
  const positions = new Float64Array((corners + 1) * 3);
  positions.set(cone.at);
  rays.directions.forEach((direction, i) => {
    for (let k = 0; k < 3; k++) positions[(i + 1) * 3 + k] = cone.at[k]! + direction[k]! * rays.lengths[i]!;
  });
  const corner = (i: number, j: number) => 1 + j * (ACROSS + 1) + i;
  const triangles: number[] = [];
  for (let j = 0; j < UP; j++)
    for (let i = 0; i < ACROSS; i++) {
      const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
      // Facing away from the camera, which is outward here.
      triangles.push(a, c, b, a, d, c);
    }
  const rim: number[] = [];
  for (let i = 0; i < ACROSS; i++) rim.push(corner(i, 0));
  for (let j = 0; j < UP; j++) rim.push(corner(ACROSS, j));
  for (let i = ACROSS; i > 0; i--) rim.push(corner(i, UP));
  for (let j = UP; j > 0; j--) rim.push(corner(0, j));
  const lines: number[] = [];
  rim.forEach((from, i) => {
    const to = rim[(i + 1) % rim.length]!;
    triangles.push(0, from, to);
    lines.push(from, to);
  });
  for (const [i, j] of [
    [0, 0],
    [ACROSS, 0],
    [ACROSS, UP],
    [0, UP],
  ] as const)
    lines.push(0, corner(i, j));
  return {
    volume: mesh('triangles', positions, triangles, colour),
    outline: mesh('lines', positions, lines, outlineColour),
  };
}

const mesh = (
  kind: OverlayMesh['kind'],
  positions: Float64Array,
  indices: readonly number[],
  colour: Rgba,
): OverlayMesh => {
  const colours = new Uint8Array((positions.length / 3) * 4);
  for (let i = 0; i < colours.length; i += 4) colours.set(colour, i);
  return { kind, positions, indices: Uint32Array.from(indices), colours };
};
