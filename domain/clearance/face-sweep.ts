import type { Section } from '../geometry/tube.ts';
import { nearestOfFlat, nothingNearer } from './flat-distance.ts';
import type { HeadingPiece } from './heading.ts';
import type { TriangleTree } from './triangle-tree.ts';

/**
 * A face moving along a straight piece of a heading, and where it is within reach of triangles.
 *
 * The distance of the moving face to one triangle is a convex function of how far it has come (it is the distance of a
 * moving point to the triangle less the face), so the face is within reach of the triangle from one place to one other,
 * and Newton's step from outside, along the slope of the distance, never passes either.
 */
export interface FaceSweep {
  /**
   * The furthest the face can be while it has stayed within reach of one and the same triangle since `from`; −1 where no
   * triangle is within reach at `from`.
   */
  stays(from: number, reach: number): number;
  /** Where after `from` a triangle that was out of reach at `from` first comes within reach; +∞ where none does. */
  comes(from: number, reach: number): number;
}

/** What is this little further away counts as within reach, metres: arithmetic cannot tell it better. */
export const SAME = 1e-9;
const STEPS = 200;

/** Chainages here run from the beginning of the piece. */
export function createFaceSweep(piece: HeadingPiece, section: Section, tree: TriangleTree): FaceSweep {
  const { boxes, next, count, corners } = tree;
  const { from: origin, direction: d, right, up, length } = piece;
  const corner = section.length;
  /** The face and one triangle in the frame of the piece: right, up, along. */
  const face = new Float64Array(corner * 3);
  const triangle = new Float64Array(9);
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  section.forEach(([r, u], i) => {
    face[i * 3] = r;
    face[i * 3 + 1] = u;
    for (let k = 0; k < 3; k++) {
      const off = right[k]! * r + up[k]! * u;
      low[k] = Math.min(low[k]!, off);
      high[k] = Math.max(high[k]!, off);
    }
  });
  const pair = nothingNearer();
  let slope = 0;

  /** Distance of the face at a place to the triangle; sets `slope`. */
  const distanceAt = (along: number): number => {
    for (let i = 0; i < corner; i++) face[i * 3 + 2] = along;
    pair.square = Infinity;
    nearestOfFlat(face, 0, corner, triangle, 0, 3, pair);
    const distance = Math.sqrt(pair.square);
    slope = distance > 0 ? (pair.hereZ - pair.thereZ) / distance : 0;
    return distance;
  };
  const take = (at: number): void => {
    for (let c = 0; c < 9; c += 3) {
      const x = corners[at + c]! - origin[0];
      const y = corners[at + c + 1]! - origin[1];
      const z = corners[at + c + 2]! - origin[2];
      triangle[c] = x * right[0] + y * right[1] + z * right[2];
      triangle[c + 1] = x * up[0] + y * up[1] + z * up[2];
      triangle[c + 2] = x * d[0] + y * d[1] + z * d[2];
    }
  };

  /** Places at which the box of the face is within reach of a box, along each axis by itself: never too few. */
  let enters = 0;
  let leaves = 0;
  const pass = (box: Float64Array, at: number, reach: number): boolean => {
    enters = 0;
    leaves = length;
    for (let k = 0; k < 3; k++) {
      const least = box[at + k]! - high[k]! - reach - SAME - origin[k]!;
      const most = box[at + 3 + k]! - low[k]! + reach + SAME - origin[k]!;
      const step = d[k]!;
      if (Math.abs(step) < 1e-12) {
        // So nearly square to the axis that the whole piece does not move along it by more than the slack.
        if (least > length * 1e-12 || most < -length * 1e-12) return false;
        continue;
      }
      enters = Math.max(enters, (step > 0 ? least : most) / step);
      leaves = Math.min(leaves, (step > 0 ? most : least) / step);
    }
    return enters <= leaves;
  };
  const triangleBox = new Float64Array(6);
  const passTriangle = (at: number, reach: number): boolean => {
    for (let k = 0; k < 3; k++) {
      const [a, b, c] = [corners[at + k]!, corners[at + 3 + k]!, corners[at + 6 + k]!];
      triangleBox[k] = Math.min(a, b, c);
      triangleBox[k + 3] = Math.max(a, b, c);
    }
    return pass(triangleBox, 0, reach);
  };

  const stays = (from: number, reach: number): number => {
    let best = -1;
    const visit = (node: number): void => {
      if (count[node]! > 0) {
        for (let i = next[node]!; i < next[node]! + count[node]!; i++) {
          if (!passTriangle(i * 9, reach) || enters > from || leaves < from || leaves <= best) continue;
          const last = leaves;
          take(i * 9);
          if (distanceAt(from) > reach + SAME) continue;
          best = Math.max(best, from, backFrom(last, Math.max(best, from), reach));
        }
        return;
      }
      const [a, b] = [node + 1, next[node]!];
      const hasA = pass(boxes, a * 6, reach) && enters <= from && leaves >= from;
      const lastA = hasA ? leaves : -1;
      const hasB = pass(boxes, b * 6, reach) && enters <= from && leaves >= from;
      const lastB = hasB ? leaves : -1;
      const [first, then] = lastA >= lastB ? [a, b] : [b, a];
      if (Math.max(lastA, lastB) > best) visit(first);
      if (Math.min(lastA, lastB) > best) visit(then);
    };
    visit(0);
    return best;
  };
  /** From a place beyond back to where the triangle is left; gives up at `enough`. */
  const backFrom = (last: number, enough: number, reach: number): number => {
    let at = last;
    for (let step = 0; step < STEPS && at > enough; step++) {
      const over = distanceAt(at) - reach;
      if (over <= SAME) return at;
      if (!(slope > 0)) return enough;
      at -= over / slope;
    }
    return Math.max(at, enough);
  };

  const comes = (from: number, reach: number): number => {
    let best = Infinity;
    const visit = (node: number): void => {
      if (count[node]! > 0) {
        for (let i = next[node]!; i < next[node]! + count[node]!; i++) {
          if (!passTriangle(i * 9, reach) || leaves <= from || enters >= best) continue;
          const first = Math.max(enters, from);
          const last = leaves;
          take(i * 9);
          best = Math.min(best, forwardFrom(first, from, Math.min(last, best), reach));
        }
        return;
      }
      const [a, b] = [node + 1, next[node]!];
      const firstA = pass(boxes, a * 6, reach) && leaves > from ? Math.max(enters, from) : Infinity;
      const firstB = pass(boxes, b * 6, reach) && leaves > from ? Math.max(enters, from) : Infinity;
      const [first, then] = firstA <= firstB ? [a, b] : [b, a];
      if (Math.min(firstA, firstB) < best) visit(first);
      if (Math.max(firstA, firstB) < best) visit(then);
    };
    visit(0);
    return best;
  };
  /** From a place before on to where the triangle comes within reach; +∞ where it does not before `last`. */
  const forwardFrom = (first: number, from: number, last: number, reach: number): number => {
    let at = first;
    for (let step = 0; step < STEPS; step++) {
      const over = distanceAt(at) - reach;
      // Within reach from the beginning: that is for `stays` to follow.
      if (over <= SAME) return at > from ? at : Infinity;
      if (!(slope < 0) || at >= last) return Infinity;
      // Not past the last place: rounding must not carry it over the end of the piece.
      at = Math.min(last, at - over / slope);
    }
    return at;
  };

  return { stays, comes };
}
