import type { Vec3 } from '../geometry/bounds.ts';
import type { Body } from './body.ts';
import { bodyDistance, nearestOfTrees } from './body-distance.ts';
import { isEnclosed } from './enclosed.ts';
import { createFaceSweep, SAME } from './face-sweep.ts';
import { type NearestPair, nearestOfFlat, nothingNearer } from './flat-distance.ts';
import { boxOfCorners, faceOf, type Heading, type HeadingPiece, middleAt, piecesAt } from './heading.ts';
import { nearestOfPiece } from './piece-distance.ts';
import { boxGapSquare, isBoxNear } from './triangle-tree.ts';

/** Chainages of a heading, metres from its beginning. */
export interface ChainageRange {
  readonly from: number;
  readonly to: number;
}

export interface HeadingDistance {
  /** Metres; 0 unless they are apart. */
  readonly distance: number;
  /** `cut`: the heading cuts the body or takes in all of it; `within`: the stretch runs wholly inside the body. */
  readonly relation: 'apart' | 'cut' | 'within';
  /** Nearest points, ENU metres: of the heading and of the body. */
  readonly here: Vec3;
  readonly there: Vec3;
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
    const box = boxOfCorners(face);
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
  const faces = joined(found);
  const corners = heading.bends.filter(
    (bend) =>
      !faces.some(({ from, to }) => from <= bend.from && to >= bend.to) &&
      isBoxNear(bend.box, body.tree, (reach + SAME) ** 2) &&
      bodyDistance(bend.body, body, distance + SAME),
  );
  const near = joined([...faces, ...corners]);
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
  { tree, radius, closed }: Body,
  stretch: ChainageRange = { from: 0, to: heading.length },
  within = Infinity,
): HeadingDistance | null {
  const pair = nothingNearer((within + radius + SAME) ** 2);
  const start = pair.square;
  let chainage = 0;
  for (const piece of heading.pieces) {
    const from = Math.max(0, stretch.from - piece.start);
    const to = Math.min(piece.length, stretch.to - piece.start);
    if (!(to >= from)) continue;
    const before = pair.square;
    nearestOfPiece(piece, heading.section, from, to, tree, pair);
    if (pair.square < before) chainage = piece.start + Math.min(to, Math.max(from, alongOf(piece, pair)));
  }
  for (const bend of heading.bends) {
    if (bend.from > stretch.to || bend.to < stretch.from) continue;
    if (!isBoxNear(bend.box, tree, pair.square)) continue;
    const before = pair.square;
    nearestOfTrees(bend.body.tree, tree, pair);
    if (pair.square < before)
      chainage = Math.min(stretch.to, Math.max(stretch.from, (bend.from + bend.to) / 2));
  }
  const distance = Math.sqrt(pair.square) - radius;
  if (distance > 0 && closed) {
    // The surface is met nowhere, so one point tells for the whole stretch.
    const inside = middleAt(heading, stretch.from);
    if (isEnclosed(tree, inside))
      return { distance: 0, relation: 'within', here: inside, there: inside, chainage: stretch.from };
  }
  if (pair.square === start) return null;
  const here: Vec3 = [pair.hereX, pair.hereY, pair.hereZ];
  const there: Vec3 = [pair.thereX, pair.thereY, pair.thereZ];
  if (distance <= 0) return { distance: 0, relation: 'cut', here, there, chainage };
  const share = radius / (distance + radius);
  const skin: Vec3 = [0, 1, 2].map((k) => there[k]! + (here[k]! - there[k]!) * share) as [
    number,
    number,
    number,
  ];
  return { distance, relation: 'apart', here, there: skin, chainage };
}

const alongOf = ({ from, direction }: HeadingPiece, { hereX, hereY, hereZ }: NearestPair): number =>
  (hereX - from[0]) * direction[0] + (hereY - from[1]) * direction[1] + (hereZ - from[2]) * direction[2];
