import type { Section } from '../geometry/tube.ts';
import type { HeadingPiece } from './heading.ts';
import type { TriangleTree } from './triangle-tree.ts';

/**
 * The triangles of a tree seen from a straight piece of a heading: right of its line, up from it, and along it from its
 * beginning. Boxes and triangles are looked at one at a time; what is said of the last one stands in `aside`, `first` and
 * `last`.
 */
export interface PieceFrame {
  /** Corners of the triangle taken last, in the frame of the piece. */
  readonly triangle: Float64Array;
  /** Metres across the line from the box of the section to the thing looked at: never too much. */
  aside: number;
  /** From where to where it lies along the line: never too short. */
  first: number;
  last: number;
  lookAtNode(node: number): void;
  /** @param at number of the triangle in tree order */
  takeTriangle(at: number): void;
}

export function createPieceFrame(piece: HeadingPiece, section: Section, tree: TriangleTree): PieceFrame {
  const { boxes, corners } = tree;
  const [ox, oy, oz] = piece.from;
  const [rx, ry, rz] = piece.right;
  const [ux, uy, uz] = piece.up;
  const [dx, dy, dz] = piece.direction;
  const [arx, ary, arz] = [Math.abs(rx), Math.abs(ry), Math.abs(rz)];
  const [aux, auy, auz] = [Math.abs(ux), Math.abs(uy), Math.abs(uz)];
  const [adx, ady, adz] = [Math.abs(dx), Math.abs(dy), Math.abs(dz)];
  let [leftEnd, rightEnd, lowEnd, highEnd] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [right, up] of section) {
    leftEnd = Math.min(leftEnd, right);
    rightEnd = Math.max(rightEnd, right);
    lowEnd = Math.min(lowEnd, up);
    highEnd = Math.max(highEnd, up);
  }

  const frame: PieceFrame = {
    triangle: new Float64Array(9),
    aside: 0,
    first: 0,
    last: 0,
    lookAtNode(node) {
      const b = node * 6;
      const hx = (boxes[b + 3]! - boxes[b]!) / 2;
      const hy = (boxes[b + 4]! - boxes[b + 1]!) / 2;
      const hz = (boxes[b + 5]! - boxes[b + 2]!) / 2;
      const x = boxes[b]! + hx - ox;
      const y = boxes[b + 1]! + hy - oy;
      const z = boxes[b + 2]! + hz - oz;
      const right = x * rx + y * ry + z * rz;
      const up = x * ux + y * uy + z * uz;
      const along = x * dx + y * dy + z * dz;
      const halfRight = hx * arx + hy * ary + hz * arz;
      const halfUp = hx * aux + hy * auy + hz * auz;
      const halfAlong = hx * adx + hy * ady + hz * adz;
      frame.aside = gap(right - halfRight, right + halfRight, up - halfUp, up + halfUp);
      frame.first = along - halfAlong;
      frame.last = along + halfAlong;
    },
    takeTriangle(at) {
      const { triangle } = frame;
      let right = Infinity;
      let rightMost = -Infinity;
      let up = Infinity;
      let upMost = -Infinity;
      let first = Infinity;
      let last = -Infinity;
      for (let c = 0; c < 9; c += 3) {
        const x = corners[at * 9 + c]! - ox;
        const y = corners[at * 9 + c + 1]! - oy;
        const z = corners[at * 9 + c + 2]! - oz;
        const r = x * rx + y * ry + z * rz;
        const u = x * ux + y * uy + z * uz;
        const d = x * dx + y * dy + z * dz;
        triangle[c] = r;
        triangle[c + 1] = u;
        triangle[c + 2] = d;
        if (r < right) right = r;
        if (r > rightMost) rightMost = r;
        if (u < up) up = u;
        if (u > upMost) upMost = u;
        if (d < first) first = d;
        if (d > last) last = d;
      }
      frame.aside = gap(right, rightMost, up, upMost);
      frame.first = first;
      frame.last = last;
    },
  };
  const gap = (left: number, right: number, low: number, high: number): number => {
    const across = Math.max(0, left - rightEnd, leftEnd - right);
    const over = Math.max(0, low - highEnd, lowEnd - high);
    return Math.sqrt(across * across + over * over);
  };
  return frame;
}

/** Corners of the section at a place along the piece, in its frame, 3 doubles each. */
export function sectionAt(section: Section, along: number): Float64Array {
  const face = new Float64Array(section.length * 3);
  section.forEach(([right, up], i) => {
    face[i * 3] = right;
    face[i * 3 + 1] = up;
    face[i * 3 + 2] = along;
  });
  return face;
}
