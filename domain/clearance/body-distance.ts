import type { Vec3 } from '../geometry/bounds.ts';
import type { Body } from './body.ts';
import { isEnclosed } from './enclosed.ts';
import { type NearestPair, nearestOfFlat, nothingNearer } from './flat-distance.ts';
import { boxGapSquare, type TriangleTree } from './triangle-tree.ts';

/**
 * How two bodies lie to each other. `apart`: there is rock between them; `cut`: their surfaces meet; `within`: the first
 * lies wholly inside the second; `around`: the second wholly inside the first.
 */
export type Relation = 'apart' | 'cut' | 'within' | 'around';

export interface BodyDistance {
  /** Metres; 0 unless they are apart. */
  readonly distance: number;
  readonly relation: Relation;
  /** The nearest points, ENU metres: on the first body and on the second. Where surfaces meet, one point of the cut. */
  readonly here: Vec3;
  readonly there: Vec3;
}

/**
 * The least distance between two bodies and where it is; null where they are further apart than `within`. Exact: every
 * pair of triangles is either compared or known by their boxes to be further apart.
 * @param within metres
 */
export function bodyDistance(a: Body, b: Body, within = Infinity): BodyDistance | null {
  const radii = a.radius + b.radius;
  const reach = within + radii;
  // One step more than the bound, so that exactly the bound counts as within it.
  const pair = nothingNearer(reach === Infinity ? Infinity : reach * reach * (1 + 1e-15) + Number.MIN_VALUE);
  const start = pair.square;
  nearestOfTrees(a.tree, b.tree, pair);
  if (pair.square > 0) {
    const held = holds(a, b);
    if (held) return held;
  }
  if (pair.square === start) return null;
  const between = Math.sqrt(pair.square);
  const here: Vec3 = [pair.hereX, pair.hereY, pair.hereZ];
  const there: Vec3 = [pair.thereX, pair.thereY, pair.thereZ];
  if (between <= radii) return { distance: 0, relation: 'cut', here, there };
  return {
    distance: between - radii,
    relation: 'apart',
    here: towards(here, there, a.radius / between),
    there: towards(there, here, b.radius / between),
  };
}

/** Where surfaces do not meet, one point of each part tells whether all of it lies inside the other body. */
function holds(a: Body, b: Body): BodyDistance | null {
  const inside = b.closed ? enclosedPart(a.tree, b.tree) : null;
  if (inside) return { distance: 0, relation: 'within', here: inside, there: inside };
  const held = a.closed ? enclosedPart(b.tree, a.tree) : null;
  return held && { distance: 0, relation: 'around', here: held, there: held };
}

function enclosedPart({ parts }: TriangleTree, outer: TriangleTree): Vec3 | null {
  for (let i = 0; i < parts.length; i += 3) {
    const at: Vec3 = [parts[i]!, parts[i + 1]!, parts[i + 2]!];
    if (isEnclosed(outer, at)) return at;
  }
  return null;
}

const towards = (from: Vec3, to: Vec3, share: number): Vec3 => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** Brings `pair` down to the nearest points of two trees' triangles, where they are nearer than it. */
export function nearestOfTrees(a: TriangleTree, b: TriangleTree, pair: NearestPair): void {
  const visit = (i: number, j: number): void => {
    const inA = a.count[i]!;
    const inB = b.count[j]!;
    if (inA > 0 && inB > 0) {
      for (let s = a.next[i]!; s < a.next[i]! + inA; s++)
        for (let t = b.next[j]!; t < b.next[j]! + inB; t++)
          nearestOfFlat(a.corners, s * 9, 3, b.corners, t * 9, 3, pair);
      return;
    }
    const cutA = inB > 0 || (inA === 0 && size(a.boxes, i * 6) > size(b.boxes, j * 6));
    const near = cutA ? gap(i + 1, j) : gap(i, j + 1);
    const other = cutA ? a.next[i]! : b.next[j]!;
    const far = cutA ? gap(other, j) : gap(i, other);
    const first = near <= far;
    for (let k = 0; k < 2; k++) {
      const left = (k === 0) === first;
      if ((left ? near : far) >= pair.square) continue;
      const child = left ? (cutA ? i : j) + 1 : other;
      if (cutA) visit(child, j);
      else visit(i, child);
    }
  };
  const gap = (i: number, j: number): number => boxGapSquare(a.boxes, i * 6, b.boxes, j * 6);
  if (gap(0, 0) < pair.square) visit(0, 0);
}

/** Longest side of a box. */
const size = (boxes: Float64Array, at: number): number =>
  Math.max(boxes[at + 3]! - boxes[at]!, boxes[at + 4]! - boxes[at + 1]!, boxes[at + 5]! - boxes[at + 2]!);
