import type { Vec3 } from '../geometry/bounds.ts';
import type { Body } from './body.ts';
import { type BodyDistance, bodyDistance, nearestOfTrees } from './body-distance.ts';
import { isEnclosed } from './enclosed.ts';
import { createFaceSweep, SAME } from './face-sweep.ts';
import { nearestOfFlat, nothingNearer } from './flat-distance.ts';
import { bodyOfPiece, faceOf, type Heading, middleAt, piecesAt } from './heading.ts';
import { boxGapSquare } from './triangle-tree.ts';

/** Chainages of a heading, metres from its beginning. */
export interface ChainageRange {
  readonly from: number;
  readonly to: number;
}

export interface HeadingDistance extends BodyDistance {
  /** Of the face the nearest point lies on, metres. */
  readonly chainage: number;
}

/**
 * Distance of the face at a chainage to a body, metres; 0 where it cuts it or stands within it. Where a
 * bend reaches, the corner there counts too.
 * @throws RangeError where the chainage is not on the heading
 */
export function distanceAt(heading: Heading, chainage: number, { tree, radius, closed }: Body): number {
  const pieces = piecesAt(heading, chainage);
  if (pieces.length === 0)
    throw new RangeError(`chainage ${chainage} is not on the heading, which is ${heading.length} m long`);
  const pair = nothingNearer();
  for (const piece of pieces) {
    const face = faceOf(heading, piece, chainage);
    const box = boxOf(face);
    const visit = (node: number): void => {
      if (boxGapSquare(box, 0, tree.boxes, node * 6) >= pair.square) return;
      if (tree.count[node]! > 0) {
        for (let i = tree.next[node]!; i < tree.next[node]! + tree.count[node]!; i++)
          nearestOfFlat(face, 0, face.length / 3, tree.corners, i * 9, 3, pair);
        return;
      }
      const [a, b] = [node + 1, tree.next[node]!];
      const nearer = boxGapSquare(box, 0, tree.boxes, a * 6) <= boxGapSquare(box, 0, tree.boxes, b * 6);
      visit(nearer ? a : b);
      visit(nearer ? b : a);
    };
    visit(0);
  }
  for (const bend of heading.bends)
    if (chainage >= bend.from && chainage <= bend.to) nearestOfTrees(bend.body.tree, tree, pair);
  if (closed && isEnclosed(tree, middleAt(heading, chainage))) return 0;
  return Math.max(0, Math.sqrt(pair.square) - radius);
}

function boxOf(face: Float64Array): Float64Array {
  const box = Float64Array.of(Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity);
  for (let i = 0; i < face.length; i++) {
    const k = i % 3;
    box[k] = Math.min(box[k]!, face[i]!);
    box[k + 3] = Math.max(box[k + 3]!, face[i]!);
  }
  return box;
}

/** Gaps shorter than this between two stretches are rounding, metres. */
const JOINED = 1e-6;

/**
 * The stretches along a heading at which its face is within a distance of a body, in order, apart from one another. Their
 * ends are where the distance is entered and left: exact to the micrometre, except where the body is only grazed, and
 * there never too short. 0 asks for where the heading cuts the body or runs within it.
 * @param distance metres
 * @throws RangeError where the distance is not 0 or more metres
 */
export function chainagesWithin(heading: Heading, body: Body, distance: number): ChainageRange[] {
  if (!(distance >= 0 && Number.isFinite(distance)))
    throw new RangeError(`a distance must be 0 or more metres, got ${distance}`);
  const reach = distance + body.radius;
  const found: ChainageRange[] = [];
  for (const piece of heading.pieces) {
    const sweep = createFaceSweep(piece, heading.section, body.tree);
    let from = 0;
    let at = 0;
    let to = sweep.stays(0, reach);
    while (from <= piece.length) {
      if (to >= from) {
        // Handed on from triangle to triangle as far as it goes.
        for (at = from; to > at; to = sweep.stays(at, reach)) at = to;
        found.push({ from: piece.start + from, to: piece.start + at });
      }
      from = sweep.comes(at, reach);
      to = from <= piece.length ? Math.max(from, sweep.stays(from, reach)) : -1;
    }
  }
  for (const { from, to, body: corner } of heading.bends)
    if (bodyDistance(corner, body, distance + SAME)) found.push({ from, to });
  const near = joined(found);
  return body.closed ? joined([...near, ...stretchesInside(heading, body, near)]) : near;
}

function joined(stretches: readonly ChainageRange[]): ChainageRange[] {
  const out: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from <= last.to + JOINED) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
}

/** Between two stretches near the surface a heading is either all inside or all outside: one point tells. */
function stretchesInside(heading: Heading, { tree }: Body, near: readonly ChainageRange[]): ChainageRange[] {
  const gaps: ChainageRange[] = [];
  let from = 0;
  for (const stretch of [...near, { from: heading.length, to: heading.length }]) {
    if (stretch.from > from) gaps.push({ from, to: stretch.from });
    from = Math.max(from, stretch.to);
  }
  return gaps.filter((gap) => isEnclosed(tree, middleAt(heading, (gap.from + gap.to) / 2)));
}

/**
 * The least distance between a stretch of a heading and a body, with its points and its chainage; null where it is more
 * than `within`.
 * @param within metres
 */
export function leastDistance(
  heading: Heading,
  body: Body,
  stretch: ChainageRange = { from: 0, to: heading.length },
  within = Infinity,
): HeadingDistance | null {
  let best: HeadingDistance | null = null;
  let inside = true;
  const take = (found: BodyDistance | null, chainageOf: (here: Vec3) => number): void => {
    if (!found) return;
    // A cut says more than a part that lies within or around.
    const better =
      !best ||
      found.distance < best.distance ||
      (found.distance === 0 && found.relation === 'cut' && best.relation !== 'cut');
    if (better) best = { ...found, chainage: chainageOf(found.here) };
  };
  for (const piece of heading.pieces) {
    const part = bodyOfPiece(heading, piece, stretch.from, stretch.to);
    if (!part) continue;
    const found = bodyDistance(
      part,
      body,
      Math.min(within, best ? (best as HeadingDistance).distance : Infinity),
    );
    inside &&= found?.relation === 'within';
    const [low, high] = [
      Math.max(stretch.from, piece.start),
      Math.min(stretch.to, piece.start + piece.length),
    ];
    take(found, (here) => {
      const along = here.reduce((sum, v, k) => sum + (v - piece.from[k]!) * piece.direction[k]!, piece.start);
      return Math.min(high, Math.max(low, along));
    });
  }
  for (const bend of heading.bends)
    if (bend.from < stretch.to && bend.to > stretch.from) {
      const found = bodyDistance(
        bend.body,
        body,
        Math.min(within, best ? (best as HeadingDistance).distance : Infinity),
      );
      const middle = (bend.from + bend.to) / 2;
      take(found, () => Math.min(stretch.to, Math.max(stretch.from, middle)));
    }
  const result = best as HeadingDistance | null;
  return result?.relation === 'within' && !inside ? { ...result, relation: 'cut' } : result;
}
