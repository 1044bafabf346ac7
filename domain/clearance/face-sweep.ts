import type { Section } from '../geometry/tube.ts';
import { nearestOfFlat, nothingNearer } from './flat-distance.ts';
import type { HeadingPiece } from './heading.ts';
import { createPieceFrame, sectionAt } from './piece-frame.ts';
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
/** Newton's step at a grazed triangle halves what is left; from kilometres to a nanometre that takes some forty. */
const STEPS = 200;

/** Chainages here run from the beginning of the piece. */
export function createFaceSweep(piece: HeadingPiece, section: Section, tree: TriangleTree): FaceSweep {
  const { next, count } = tree;
  const { length } = piece;
  const frame = createPieceFrame(piece, section, tree);
  const { triangle } = frame;
  const face = sectionAt(section, 0);
  const pair = nothingNearer();
  let slope = 0;

  /** Distance of the face at a place to the triangle; sets `slope`. */
  const distanceAt = (along: number): number => {
    for (let i = 2; i < face.length; i += 3) face[i] = along;
    pair.square = Infinity;
    nearestOfFlat(face, 0, section.length, triangle, 0, 3, pair);
    const distance = Math.sqrt(pair.square);
    slope = distance > 0 ? (pair.hereZ - pair.thereZ) / distance : 0;
    return distance;
  };

  /** Places at which the face can be within reach of the thing looked at: never too few. */
  let enters = 0;
  let leaves = 0;
  const pass = (reach: number): boolean => {
    const most = reach + SAME;
    if (frame.aside > most) return false;
    const along = Math.sqrt(most * most - frame.aside * frame.aside) + SAME;
    enters = Math.max(0, frame.first - along);
    leaves = Math.min(length, frame.last + along);
    return enters <= leaves;
  };
  const passNode = (node: number, reach: number): boolean => {
    frame.lookAtNode(node);
    return pass(reach);
  };

  const stays = (from: number, reach: number): number => {
    let best = -1;
    const visit = (node: number): void => {
      if (count[node]! > 0) {
        for (let i = next[node]!; i < next[node]! + count[node]!; i++) {
          frame.takeTriangle(i);
          if (!pass(reach) || enters > from || leaves < from || leaves <= best) continue;
          const last = leaves;
          if (distanceAt(from) > reach + SAME) continue;
          best = Math.max(best, from, backFrom(last, Math.max(best, from), reach));
        }
        return;
      }
      const [a, b] = [node + 1, next[node]!];
      const lastA = passNode(a, reach) && enters <= from && leaves >= from ? leaves : -1;
      const lastB = passNode(b, reach) && enters <= from && leaves >= from ? leaves : -1;
      const nearer = lastA >= lastB;
      if (Math.max(lastA, lastB) > best) visit(nearer ? a : b);
      if (Math.min(lastA, lastB) > best) visit(nearer ? b : a);
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
          frame.takeTriangle(i);
          if (!pass(reach) || leaves <= from || enters >= best) continue;
          best = Math.min(best, forwardFrom(Math.max(enters, from), from, Math.min(leaves, best), reach));
        }
        return;
      }
      const [a, b] = [node + 1, next[node]!];
      const firstA = passNode(a, reach) && leaves > from ? Math.max(enters, from) : Infinity;
      const firstB = passNode(b, reach) && leaves > from ? Math.max(enters, from) : Infinity;
      const nearer = firstA <= firstB;
      if (Math.min(firstA, firstB) < best) visit(nearer ? a : b);
      if (Math.max(firstA, firstB) < best) visit(nearer ? b : a);
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
