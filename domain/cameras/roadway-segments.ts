import type { RoadwayNetwork } from '../contracts/network.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { type TubeSegment, tubeSegments } from '../geometry/tube-frames.ts';

/** A straight piece of a roadway, and how far its hollow reaches past its two ends to meet its neighbours', metres. */
export interface RoadwaySegment {
  readonly segment: TubeSegment;
  readonly width: number;
  readonly height: number;
  readonly extendFrom: number;
  readonly extendTo: number;
}

/** Steeper than this (horizontal share of the direction, cos 60°) there is no floor to stand on: a raise or a shaft. */
export const STEEP_SHARE = 0.5;
/** Sharper turns than this (cosine of 60°) end square, as in the drawn roadway. */
const SHARP = 0.5;

interface End {
  readonly segment: number;
  readonly side: 'from' | 'to';
  /** Unit vector out of the segment at this end. */
  readonly out: Vec3;
}

/**
 * The straight pieces of all edges. Where two meet at a bend their square ends leave a wedge open at the outer wall;
 * each is drawn out by as much as their mitre reaches, which stays within the other one on the inner side.
 */
export function roadwaySegments(network: RoadwayNetwork): RoadwaySegment[] {
  const pieces: { segment: TubeSegment; width: number; height: number; from: number; to: number }[] = [];
  const atNode = new Map<number, End[]>();
  const arrive = (node: number, end: End) => {
    const ends = atNode.get(node);
    if (ends) ends.push(end);
    else atNode.set(node, [end]);
  };
  const meet = (a: End, b: End) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const piece = pieces[one.segment]!;
      const reach = mitreReach(one.out, other.out, piece.width / 2, piece.height);
      piece[one.side] = Math.max(piece[one.side], reach);
    }
  };
  for (const edge of network.edges) {
    const first = pieces.length;
    for (const segment of tubeSegments(edge.line, 'upright').segments)
      pieces.push({ segment, width: edge.width, height: edge.height, from: 0, to: 0 });
    if (pieces.length === first) continue;
    const last = pieces.length - 1;
    for (let i = first; i < last; i++)
      meet(
        { segment: i, side: 'to', out: pieces[i]!.segment.direction },
        { segment: i + 1, side: 'from', out: opposite(pieces[i + 1]!.segment.direction) },
      );
    arrive(edge.from, { segment: first, side: 'from', out: opposite(pieces[first]!.segment.direction) });
    arrive(edge.to, { segment: last, side: 'to', out: pieces[last]!.segment.direction });
  }
  for (const ends of atNode.values())
    ends.forEach((a, i) => {
      for (const b of ends.slice(i + 1)) meet(a, b);
    });
  return pieces.map(({ from, to, ...piece }) => ({ ...piece, extendFrom: from, extendTo: to }));
}

const opposite = ([x, y, z]: Vec3): Vec3 => [-x, -y, -z];

/** How far past a bend the outer corner of the mitre lies, metres; 0 at sharp turns. `a`, `b`: out of the two ends. */
function mitreReach(a: Vec3, b: Vec3, half: number, height: number): number {
  const cosine = -(a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
  if (cosine < SHARP) return 0;
  const [levelA, levelB] = [Math.hypot(a[0], a[1]), Math.hypot(b[0], b[1])];
  const grade = Math.abs(Math.atan2(a[2], levelA) - Math.atan2(-b[2], levelB));
  const plan = levelA * levelB > 1e-12 ? -(a[0] * b[0] + a[1] * b[1]) / (levelA * levelB) : 1;
  const turn = Math.acos(Math.min(1, Math.max(-1, plan)));
  return Math.max(half * Math.tan(Math.min(turn, Math.PI / 3) / 2), height * Math.tan(grade / 2));
}
