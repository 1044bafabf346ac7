import type { RoadwayNetwork } from '../../domain/contracts/network.ts';
import type { Vec3 } from './simulated-mine.ts';

/** Where people and vehicles can move: the roadways, the cage in a shaft, and the way over the yard. */

export type WayKind = 'roadway' | 'cage' | 'yard';

export interface Way {
  readonly from: number;
  readonly to: number;
  /** 3 a vertex, ENU metres. */
  readonly line: Float64Array;
  /** Metres from the start, one a vertex. */
  readonly chainage: Float64Array;
  readonly length: number;
  readonly roadway: string | null;
  readonly type: string;
  readonly kind: WayKind;
  /** Rise over run of the whole way. */
  readonly steepness: number;
}

/** A point on a way. */
export interface Anchor {
  readonly way: number;
  /** Metres from the way's start. */
  readonly at: number;
}

export interface WayGraph {
  readonly nodes: readonly Vec3[];
  readonly ways: readonly Way[];
  /** Ways that end at each node. */
  readonly at: readonly (readonly number[])[];
}

const makeWay = (
  from: number,
  to: number,
  points: readonly Vec3[],
  o: { readonly roadway: string | null; readonly type: string; readonly kind: WayKind },
): Way => {
  const line = new Float64Array(points.length * 3);
  const chainage = new Float64Array(points.length);
  points.forEach((p, i) => {
    line.set(p, i * 3);
    const q = points[i - 1];
    if (q) chainage[i] = chainage[i - 1]! + Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
  });
  const [a, b] = [points[0]!, points.at(-1)!];
  const run = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const length = chainage.at(-1)!;
  return { from, to, line, chainage, length, ...o, steepness: Math.abs(b[2] - a[2]) / Math.max(run, 1e-6) };
};

/** @param cages vertical rides: a collar and the stations below it; @param yards straight ways over the surface */
export const wayGraph = (
  network: RoadwayNetwork,
  cages: readonly { readonly collar: Vec3; readonly stations: readonly Vec3[] }[] = [],
  yards: readonly (readonly [Vec3, Vec3])[] = [],
): WayGraph => {
  const nodes: Vec3[] = network.nodes.map(({ at }) => at);
  const ways: Way[] = network.edges.map(({ from, to, line, roadway, type }) =>
    makeWay(from, to, line, { roadway, type, kind: 'roadway' }),
  );
  const nodeAt = (p: Vec3): number => {
    const found = nodes.findIndex((q) => Math.hypot(q[0] - p[0], q[1] - p[1], q[2] - p[2]) < SAME_METRES);
    if (found >= 0) return found;
    nodes.push(p);
    return nodes.length - 1;
  };
  for (const { collar, stations } of cages)
    for (const station of stations) {
      const [top, bottom] = [nodeAt(collar), nodeAt(station)];
      ways.push(
        makeWay(top, bottom, [nodes[top]!, nodes[bottom]!], { roadway: null, type: 'cage', kind: 'cage' }),
      );
    }
  for (const [a, b] of yards) {
    const [from, to] = [nodeAt(a), nodeAt(b)];
    ways.push(makeWay(from, to, [nodes[from]!, nodes[to]!], { roadway: null, type: 'yard', kind: 'yard' }));
  }
  const at: number[][] = nodes.map(() => []);
  ways.forEach(({ from, to }, i) => {
    at[from]!.push(i);
    if (to !== from) at[to]!.push(i);
  });
  return { nodes, ways, at };
};

const SAME_METRES = 1;

/** The point `at` metres along a way. */
export const pointOnWay = ({ line, chainage }: Way, at: number): Vec3 => {
  let i = 1;
  while (i < chainage.length - 1 && chainage[i]! < at) i++;
  const span = chainage[i]! - chainage[i - 1]!;
  const share = span > 0 ? Math.min(1, Math.max(0, (at - chainage[i - 1]!) / span)) : 0;
  const k = i * 3;
  return [
    line[k - 3]! + (line[k]! - line[k - 3]!) * share,
    line[k - 2]! + (line[k + 1]! - line[k - 2]!) * share,
    line[k - 1]! + (line[k + 2]! - line[k - 1]!) * share,
  ];
};

/** The nearest point of the ways `allowed`, and how far it is, metres. */
export const nearestAnchor = (
  graph: WayGraph,
  p: Vec3,
  allowed: (way: Way) => boolean = () => true,
): { readonly anchor: Anchor; readonly distance: number } | null => {
  let best: { anchor: Anchor; distance: number } | null = null;
  graph.ways.forEach((way, index) => {
    if (!allowed(way)) return;
    const { line, chainage } = way;
    for (let i = 1; i < chainage.length; i++) {
      const k = i * 3;
      const d = [0, 1, 2].map((axis) => line[k + axis]! - line[k - 3 + axis]!);
      const square = d[0]! ** 2 + d[1]! ** 2 + d[2]! ** 2;
      const along = [0, 1, 2].reduce((sum, axis) => sum + (p[axis as 0] - line[k - 3 + axis]!) * d[axis]!, 0);
      const share = square > 0 ? Math.min(1, Math.max(0, along / square)) : 0;
      const distance = Math.hypot(
        ...[0, 1, 2].map((axis) => p[axis as 0] - line[k - 3 + axis]! - d[axis]! * share),
      );
      if (!best || distance < best.distance)
        best = {
          distance,
          anchor: { way: index, at: chainage[i - 1]! + share * (chainage[i]! - chainage[i - 1]!) },
        };
    }
  });
  return best;
};
