import earcut, { flatten } from 'earcut';
import { BODY_ORDER, BODY_STYLES } from '../../domain/drawing/body-styles.ts';
import type { GeologicalBody, GeologicalModel } from '../../domain/geology/geological-model.ts';
import { evenOddPolygons } from '../../domain/geology/section/even-odd.ts';
import { pieceAt, type Section, toEnu } from '../../domain/geology/section/section.ts';
import type { CutFace } from '../engines/section-view.ts';

const rgb = (colour: string): [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];
const UNKNOWN = '#e6e6e6';
/** Metres between what lies over one another in the cut: a hair to the eye, enough for the depth buffer. */
const LIFT = 0.05;

/**
 * A section as coloured triangles in the mine: units, then bodies over them. What lies on the viewer's side of the first
 * piece's plane is to be taken away; a bent section takes nothing away.
 */
export const cutFace = (
  section: Section,
  bodies: readonly GeologicalBody[],
  model: GeologicalModel | null,
): CutFace | null => {
  const positions: number[] = [];
  const indices: number[] = [];
  const colours: number[] = [];
  const add = (polygon: readonly Float64Array[], colour: string, lift: number): void => {
    const { vertices, holes } = flatten(
      polygon.map((ring) =>
        Array.from({ length: ring.length / 2 }, (_, i) => [ring[i * 2]!, ring[i * 2 + 1]!]),
      ),
    );
    const first = positions.length / 3;
    for (let i = 0; i < vertices.length; i += 2) {
      const { plane } = pieceAt(section.frame, vertices[i]!);
      const [e, n, u] = toEnu(section.frame, vertices[i]!, vertices[i + 1]!);
      positions.push(e + plane.right[1] * lift, n - plane.right[0] * lift, u);
      colours.push(...rgb(colour));
    }
    for (const index of earcut(vertices, holes)) indices.push(first + index);
  };
  for (const { unit, ring } of section.areas)
    add([ring], unit < 0 ? UNKNOWN : (model?.units[unit]?.colour ?? UNKNOWN), 0);
  for (const { body, rings } of section.bodies) {
    const { kind, colour } = bodies[body]!;
    const fill = BODY_STYLES[kind].fill(colour);
    const lift = LIFT * (1 + BODY_ORDER.indexOf(kind));
    if (fill?.colour) for (const polygon of evenOddPolygons(rings)) add(polygon, fill.colour, lift);
  }
  if (indices.length === 0) return null;
  const [first] = section.frame.pieces;
  const straight = section.frame.pieces.length === 1;
  return {
    positions: Float64Array.from(positions),
    indices: Uint32Array.from(indices),
    colours: Uint8Array.from(colours),
    away: straight
      ? {
          normal: [first!.plane.right[1], -first!.plane.right[0], 0],
          through: [first!.plane.origin[0], first!.plane.origin[1], 0],
        }
      : null,
  };
};
