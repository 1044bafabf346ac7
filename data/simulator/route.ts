import type { Vec3 } from './simulated-mine.ts';
import { type Anchor, pointOnWay, type Way, type WayGraph, type WayKind } from './way-graph.ts';

/** Stretch of a route on ways of one kind. */
export interface Stretch {
  readonly kind: WayKind;
  /** 3 a vertex, ENU metres. */
  readonly line: Float64Array;
  readonly chainage: Float64Array;
  readonly length: number;
}

export interface Router {
  /** Shortest way by length; null where there is none. */
  route(from: Anchor, to: Anchor): readonly Stretch[] | null;
  /** Length of that way, metres; Infinity where there is none. */
  metres(from: Anchor, to: Anchor): number;
}

/** Finds shortest paths (Dijkstra 1959) on the ways `allowed`; what was found from a node is kept. */
export const createRouter = (graph: WayGraph, allowed: (way: Way) => boolean): Router => {
  const open = graph.ways.map(allowed);
  /** From each start: the way by which each node is best reached, −1 where it is not. */
  const trees = new Map<number, { readonly cost: Float64Array; readonly by: Int32Array }>();

  const treeFrom = (start: number) => {
    const known = trees.get(start);
    if (known) return known;
    const cost = new Float64Array(graph.nodes.length).fill(Number.POSITIVE_INFINITY);
    const by = new Int32Array(graph.nodes.length).fill(-1);
    const done = new Uint8Array(graph.nodes.length);
    cost[start] = 0;
    for (;;) {
      let node = -1;
      for (let i = 0; i < cost.length; i++)
        if (!done[i] && cost[i]! < Number.POSITIVE_INFINITY && (node < 0 || cost[i]! < cost[node]!)) node = i;
      if (node < 0) break;
      done[node] = 1;
      for (const index of graph.at[node]!) {
        if (!open[index]) continue;
        const way = graph.ways[index]!;
        const next = way.from === node ? way.to : way.from;
        const reached = cost[node]! + way.length;
        if (reached < cost[next]!) {
          cost[next] = reached;
          by[next] = index;
        }
      }
    }
    const tree = { cost, by };
    trees.set(start, tree);
    return tree;
  };

  /** Over which ends of the two ways the shortest path goes; null: along one way. */
  const shortest = (from: Anchor, to: Anchor) => {
    if (!open[from.way] || !open[to.way]) return { best: Number.POSITIVE_INFINITY, ends: null };
    const [first, last] = [graph.ways[from.way]!, graph.ways[to.way]!];
    let best = from.way === to.way ? Math.abs(to.at - from.at) : Number.POSITIVE_INFINITY;
    let ends: readonly [number, number] | null = null;
    for (const out of new Set([first.from, first.to]))
      for (const into of new Set([last.from, last.to])) {
        const lead = out === first.from ? from.at : first.length - from.at;
        const tail = into === last.from ? to.at : last.length - to.at;
        const total = lead + treeFrom(out).cost[into]! + tail;
        if (total < best) {
          best = total;
          ends = [out, into];
        }
      }
    return { best, ends };
  };

  return {
    metres: (from, to) => shortest(from, to).best,
    route(from, to) {
      const { best, ends } = shortest(from, to);
      const [first, last] = [graph.ways[from.way]!, graph.ways[to.way]!];
      if (best === Number.POSITIVE_INFINITY) return null;
      const pieces: { way: Way; from: number; to: number }[] = [];
      if (!ends) pieces.push({ way: first, from: from.at, to: to.at });
      else {
        const [out, into] = ends;
        const middle: { way: Way; from: number; to: number }[] = [];
        const { by } = treeFrom(out);
        for (let node = into; node !== out; ) {
          const way = graph.ways[by[node]!]!;
          const forward = way.to === node;
          middle.push({ way, from: forward ? 0 : way.length, to: forward ? way.length : 0 });
          node = forward ? way.from : way.to;
        }
        pieces.push({ way: first, from: from.at, to: out === first.from ? 0 : first.length });
        pieces.push(...middle.reverse());
        pieces.push({ way: last, from: into === last.from ? 0 : last.length, to: to.at });
      }
      return stretches(pieces);
    },
  };
};

const MINIMUM_STEP = 1e-6;

const stretches = (pieces: readonly { way: Way; from: number; to: number }[]): Stretch[] => {
  const done: Stretch[] = [];
  let kind: WayKind | null = null;
  let points: Vec3[] = [];
  const close = () => {
    if (kind === null || points.length < 2) return;
    const line = new Float64Array(points.length * 3);
    const chainage = new Float64Array(points.length);
    points.forEach((p, i) => {
      line.set(p, i * 3);
      const q = points[i - 1];
      if (q) chainage[i] = chainage[i - 1]! + Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
    });
    done.push({ kind, line, chainage, length: chainage.at(-1)! });
  };
  const add = (p: Vec3) => {
    const q = points.at(-1);
    if (!q || Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]) > MINIMUM_STEP) points.push(p);
  };
  for (const { way, from, to } of pieces) {
    if (way.kind !== kind) {
      close();
      const joint = points.at(-1);
      points = joint ? [joint] : [];
      kind = way.kind;
    }
    add(pointOnWay(way, from));
    const inside = [...way.chainage.keys()].filter(
      (i) => way.chainage[i]! > Math.min(from, to) && way.chainage[i]! < Math.max(from, to),
    );
    for (const i of from <= to ? inside : inside.reverse())
      add([way.line[i * 3]!, way.line[i * 3 + 1]!, way.line[i * 3 + 2]!]);
    add(pointOnWay(way, to));
  }
  close();
  return done;
};
