import { boxOfPositions, type Vec3 } from '../geometry/bounds.ts';
import { bendMesh, type Section, sectionArea } from '../geometry/tube.ts';
import { type TubeSegment, tubeSegments } from '../geometry/tube-frames.ts';
import { type Body, meshBody } from './body.ts';

/** A straight piece of a heading; its section stands square to it all along. */
export interface HeadingPiece extends TubeSegment {
  /** Chainage of its beginning, metres from the beginning of the line. */
  readonly start: number;
}

/** What is cut away between two pieces that do not run straight on; it belongs to the chainages about the bend. */
export interface HeadingBend {
  readonly from: number;
  readonly to: number;
  /** As a node of a tree: min east, north, up, max east, north, up. */
  readonly box: Float64Array;
  /** Made when first asked for: most bends are near nothing. */
  readonly body: Body;
}

/**
 * A heading as the volume its section sweeps along its line. At chainage s stands the face: the section, square to the
 * line. The volume is all faces together, and at each bend the corner between the two square faces there, which is
 * counted to the chainages it reaches over. A distance "at chainage s" is that of the face at s, so where the distance of
 * every face is known, so is that of the volume.
 */
export interface Heading {
  /** Metres along the line. */
  readonly length: number;
  /** Convex, counter-clockwise looking along the line. */
  readonly section: Section;
  readonly pieces: readonly HeadingPiece[];
  readonly bends: readonly HeadingBend[];
}

/** Straighter than this (cosine) two pieces leave no corner worth a body: under a micrometre for a section of metres. */
const STRAIGHT = 1 - 1e-14;

/**
 * @param line ENU metres; points on one spot are passed over
 * @throws RangeError where the line has no length, or the section is not convex or encloses nothing
 */
export function createHeading(line: readonly Vec3[], section: Section): Heading {
  const outline = sectionArea(section) > 0 ? section : section.toReversed();
  if (!isConvex(outline))
    throw new RangeError('the section of a heading must be convex and enclose an area: distances need it');
  const pieces = piecesOf(line);
  const length = pieces.at(-1)!.start + pieces.at(-1)!.length;
  const bends = pieces.slice(1).flatMap((after, i): HeadingBend[] => {
    const before = pieces[i]!;
    const [a, b] = [before.direction, after.direction];
    if (
      a[0] * b[0] + a[1] * b[1] + a[2] * b[2] > STRAIGHT &&
      before.right.every((v, k) => v === after.right[k])
    )
      return [];
    const mesh = bendMesh(before, after, outline);
    const over = overhang(mesh.positions, after.from, a, b);
    let body: Body | null = null;
    return [
      {
        from: Math.max(before.start, after.start - over),
        to: Math.min(after.start + after.length, after.start + over),
        box: boxOfCorners(mesh.positions),
        get body() {
          body ??= meshBody(mesh, false);
          return body;
        },
      },
    ];
  });
  return { length, section: outline, pieces, bends };
}

/**
 * A line without a section, as a borehole is to a mine: its face is a point, and it has no corners at bends.
 * @throws RangeError where the line has no length
 */
export function lineHeading(line: readonly Vec3[]): Heading {
  const pieces = piecesOf(line);
  return { length: pieces.at(-1)!.start + pieces.at(-1)!.length, section: [[0, 0]], pieces, bends: [] };
}

function piecesOf(line: readonly Vec3[]): HeadingPiece[] {
  let start = 0;
  const pieces = tubeSegments(line, 'upright').segments.map((segment): HeadingPiece => {
    const piece = { ...segment, start };
    start += segment.length;
    return piece;
  });
  if (pieces.length === 0) throw new RangeError('the line of a heading has no length');
  return pieces;
}

function isConvex(outline: Section): boolean {
  if (!(sectionArea(outline) > 0)) return false;
  const box = boxOfPositions(outline.flatMap(([right, up]) => [right, up, 0]));
  const slack = 1e-12 * Math.hypot(box.max[0] - box.min[0], box.max[1] - box.min[1]) ** 2;
  let turned = 0;
  const left = outline.every((a, i) => {
    const b = outline[(i + 1) % outline.length]!;
    const c = outline[(i + 2) % outline.length]!;
    const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
    turned += Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
    return ux * vy - uy * vx >= -slack;
  });
  // A star turns left at every corner too, but twice round.
  return left && turned < 3 * Math.PI;
}

/** How far a corner reaches past the end of the piece before it, or back past the beginning of the one after, metres. */
function overhang(positions: Float64Array, bend: Vec3, before: Vec3, after: Vec3): number {
  let most = 0;
  for (let i = 0; i < positions.length; i += 3) {
    let past = 0;
    let back = 0;
    for (let k = 0; k < 3; k++) {
      const off = positions[i + k]! - bend[k]!;
      past += off * before[k]!;
      back -= off * after[k]!;
    }
    most = Math.max(most, past, back);
  }
  return most;
}

/** Box of corners in a row, as a node of a tree has it. */
export function boxOfCorners(corners: Float64Array): Float64Array {
  const { min, max } = boxOfPositions(corners);
  return Float64Array.of(...min, ...max);
}

/** Corners of the face at a chainage of a piece, 3 doubles each, ENU metres. */
export function faceOf({ section }: Heading, piece: HeadingPiece, chainage: number): Float64Array {
  const { from, direction: d, right, up } = piece;
  const along = chainage - piece.start;
  return Float64Array.from(
    section.flatMap(([r, u]) => [0, 1, 2].map((k) => from[k]! + d[k]! * along + right[k]! * r + up[k]! * u)),
  );
}

/** The pieces a chainage lies on: two where it is that of a bend. */
export const piecesAt = ({ pieces }: Heading, chainage: number): HeadingPiece[] =>
  pieces.filter(({ start, length }) => chainage >= start && chainage <= start + length);

/** The middle of the section's box at a chainage: a point of the face. */
export function middleAt(heading: Heading, chainage: number): Vec3 {
  const piece = piecesAt(heading, chainage)[0] ?? heading.pieces.at(-1)!;
  const face = faceOf(heading, piece, chainage);
  const middle: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < face.length; i++) middle[i % 3]! += face[i]! / (face.length / 3);
  return middle;
}
