import type { Section } from '../geometry/tube.ts';
import { type NearestPair, nearestOfFlat, nothingNearer } from './flat-distance.ts';
import type { HeadingPiece } from './heading.ts';
import { createPieceFrame, sectionAt } from './piece-frame.ts';
import type { TriangleTree } from './triangle-tree.ts';

/**
 * Brings `pair` down to the nearest points of a straight piece of a heading (between two places along it, metres from its
 * beginning) and the triangles of a tree, where they are nearer than it.
 *
 * A triangle is nearest to the piece either before its first face, or beyond its last, or beside it; and beside it the
 * distance is the one seen along the line, of the section to what of the triangle lies between the two faces.
 */
export function nearestOfPiece(
  piece: HeadingPiece,
  section: Section,
  from: number,
  to: number,
  tree: TriangleTree,
  pair: NearestPair,
): void {
  const { next, count } = tree;
  const frame = createPieceFrame(piece, section, tree);
  const { triangle } = frame;
  const corners = section.length;
  const faces = [from, to].map((along) => sectionAt(section, along));
  const flat = sectionAt(section, 0);
  const beside = new Float64Array(7 * 3);
  const seen = nothingNearer();

  /** Square of the least distance anything looked at can have. */
  const bound = (): number => {
    const along = Math.max(0, frame.first - to, from - frame.last);
    return frame.aside * frame.aside + along * along;
  };
  const boundOfNode = (node: number): number => {
    frame.lookAtNode(node);
    return bound();
  };
  const place = (r: number, u: number, d: number, k: number): number =>
    piece.from[k]! + piece.right[k]! * r + piece.up[k]! * u + piece.direction[k]! * d;
  const keep = (hereAlong: number, thereAlong: number): void => {
    pair.square = seen.square;
    pair.hereX = place(seen.hereX, seen.hereY, hereAlong, 0);
    pair.hereY = place(seen.hereX, seen.hereY, hereAlong, 1);
    pair.hereZ = place(seen.hereX, seen.hereY, hereAlong, 2);
    pair.thereX = place(seen.thereX, seen.thereY, thereAlong, 0);
    pair.thereY = place(seen.thereX, seen.thereY, thereAlong, 1);
    pair.thereZ = place(seen.thereX, seen.thereY, thereAlong, 2);
  };

  const visit = (node: number): void => {
    if (count[node]! > 0) {
      for (let i = next[node]!; i < next[node]! + count[node]!; i++) {
        frame.takeTriangle(i);
        if (bound() >= pair.square) continue;
        const { first, last } = frame;
        seen.square = pair.square;
        if (last >= from && first <= to) {
          const cornersBeside = between(triangle, from, to, beside);
          if (nearestOfFlat(flat, 0, corners, beside, 0, cornersBeside, seen)) {
            const along = alongAt(triangle, seen.thereX, seen.thereY, from, to);
            keep(along, along);
          }
        }
        if (first < from && nearestOfFlat(faces[0]!, 0, corners, triangle, 0, 3, seen))
          keep(from, seen.thereZ);
        if (last > to && nearestOfFlat(faces[1]!, 0, corners, triangle, 0, 3, seen)) keep(to, seen.thereZ);
      }
      return;
    }
    const [a, b] = [node + 1, next[node]!];
    const boundA = boundOfNode(a);
    const boundB = boundOfNode(b);
    const nearer = boundA <= boundB;
    if (Math.min(boundA, boundB) < pair.square) visit(nearer ? a : b);
    if (Math.max(boundA, boundB) < pair.square) visit(nearer ? b : a);
  };
  if (boundOfNode(0) < pair.square) visit(0);
}

/** The part of a triangle between two places along the line, seen along it: corners with 0 for along. Returns how many. */
function between(triangle: Float64Array, from: number, to: number, out: Float64Array): number {
  let count = 0;
  const add = (right: number, up: number): void => {
    out[count * 3] = right;
    out[count * 3 + 1] = up;
    out[count * 3 + 2] = 0;
    count++;
  };
  for (let i = 0; i < 9; i += 3) {
    const j = (i + 3) % 9;
    const a = triangle[i + 2]!;
    const b = triangle[j + 2]!;
    if (a >= from && a <= to) add(triangle[i]!, triangle[i + 1]!);
    const cross = (level: number): void => {
      if ((a < level && b > level) || (a > level && b < level)) {
        const share = (level - a) / (b - a);
        add(
          triangle[i]! + (triangle[j]! - triangle[i]!) * share,
          triangle[i + 1]! + (triangle[j + 1]! - triangle[i + 1]!) * share,
        );
      }
    };
    // In the order they are met from one corner to the next.
    cross(a < b ? from : to);
    cross(a < b ? to : from);
  }
  return count;
}

/** How far along the line a point of a triangle lies that is known by its place across the line. */
function alongAt(triangle: Float64Array, right: number, up: number, from: number, to: number): number {
  // The nearest of all points of the triangle that are seen there: on a steep triangle the least off.
  const at = Float64Array.of(right, up, from, right, up, to);
  const pair = nothingNearer();
  nearestOfFlat(at, 0, 2, triangle, 0, 3, pair);
  return Math.min(to, Math.max(from, pair.thereZ));
}
