import type { Way } from '../contracts/escape.ts';
import type { EscapeIndex } from './escape-graph.ts';

export interface WaysOut {
  /**
   * How many ways lead to the surface that share no node but the one they begin at; each ends at an exit of its own.
   * Of an exit itself: 0 more than it takes, so null.
   */
  count(node: number): number | null;
  /**
   * The shortest two such ways together (the shorter first), or the only one, or none. A way ends at the first exit it
   * reaches. The shortest way of all need not be among them, where it bars the second.
   */
  pair(node: number): Way[];
}

/** Arcs of the network of flow: every node is split in two, so that one way at most passes it (Menger). */
interface Arcs {
  readonly head: number[];
  readonly cost: number[];
  readonly room: Uint8Array;
  /** Number of the edge of the graph, or −1. */
  readonly edge: number[];
  readonly out: number[][];
}

/**
 * Ways by successive shortest augmenting paths (Suurballe 1974; Bhandari 1999 with nodes split): n of them are the n
 * shortest disjoint ways together.
 */
export function createWaysOut(index: EscapeIndex): WaysOut {
  const { graph, around, numberOf } = index;
  const nodes = graph.nodes.length;
  const sink = 2 * nodes;
  const arcs = buildArcs(index, sink);
  const fresh = arcs.room.slice();
  const distance = new Float64Array(sink + 1);
  const through = new Int32Array(sink + 1);

  const numberOfNode = (id: number): number => {
    const number = numberOf.get(id);
    if (number === undefined) throw new RangeError(`node ${id} is not in the escape graph`);
    return number;
  };
  const reset = (): void => {
    arcs.room.set(fresh);
  };
  const push = (): void => {
    for (let at = sink; through[at]! >= 0; ) {
      const arc = through[at]!;
      arcs.room[arc]!--;
      arcs.room[arc ^ 1]!++;
      at = arcs.head[arc ^ 1]!;
    }
  };
  /** Breadth first: enough to count. */
  const reach = (source: number): boolean => {
    through.fill(-2);
    through[source] = -1;
    const queue = [source];
    for (let next = 0; next < queue.length; next++)
      for (const arc of arcs.out[queue[next]!]!) {
        const to = arcs.head[arc]!;
        if (arcs.room[arc] === 0 || through[to] !== -2) continue;
        through[to] = arc;
        if (to === sink) return true;
        queue.push(to);
      }
    return false;
  };
  /** Bellman and Ford with a queue: arcs taken back cost less than nothing. */
  const reachShortest = (source: number): boolean => {
    distance.fill(Infinity);
    through.fill(-2);
    distance[source] = 0;
    through[source] = -1;
    const waiting = new Uint8Array(sink + 1);
    const queue = [source];
    for (let next = 0; next < queue.length; next++) {
      const at = queue[next]!;
      waiting[at] = 0;
      for (const arc of arcs.out[at]!) {
        const to = arcs.head[arc]!;
        const length = distance[at]! + arcs.cost[arc]!;
        if (arcs.room[arc] === 0 || length >= distance[to]! - 1e-9) continue;
        distance[to] = length;
        through[to] = arc;
        if (waiting[to] || to === sink) continue;
        waiting[to] = 1;
        queue.push(to);
      }
    }
    return distance[sink]! < Infinity;
  };

  /** Follows an arc that carries a way from the node it begins at to the sink, and takes the way away. */
  const follow = (start: number): Way => {
    const way = {
      nodes: [graph.nodes[start]!.id],
      edges: [] as string[],
      length: 0,
      exit: graph.nodes[start]!.id,
    };
    for (let at = 2 * start + 1; at !== sink; ) {
      const arc = arcs.out[at]!.find((one) => one % 2 === 0 && arcs.room[one] === 0 && fresh[one]! > 0)!;
      arcs.room[arc] = 1;
      const edge = arcs.edge[arc]!;
      if (edge >= 0) {
        way.edges.push(graph.edges[edge]!.id);
        way.length += graph.edges[edge]!.length;
        way.exit = graph.nodes[arcs.head[arc]! >> 1]!.id;
        way.nodes.push(way.exit);
      }
      at = arcs.head[arc]!;
    }
    return way;
  };

  return {
    count(id) {
      const start = numberOfNode(id);
      if (graph.nodes[start]!.isSurface) return null;
      reset();
      let found = 0;
      // No more ways than there are roadways to begin with.
      while (found < around[start]!.length / 2 && reach(2 * start + 1)) {
        push();
        found++;
      }
      return found;
    },
    pair(id) {
      const start = numberOfNode(id);
      if (graph.nodes[start]!.isSurface) return [];
      reset();
      let found = 0;
      while (found < 2 && reachShortest(2 * start + 1)) {
        push();
        found++;
      }
      return Array.from({ length: found }, () => follow(start)).sort((a, b) => a.length - b.length);
    },
  };
}

/** Node i comes in at 2i and leaves at 2i + 1; arc 2k runs forward and 2k + 1 takes it back. */
function buildArcs({ graph, around }: EscapeIndex, sink: number): Arcs {
  const head: number[] = [];
  const cost: number[] = [];
  const room: number[] = [];
  const edge: number[] = [];
  const out: number[][] = Array.from({ length: sink + 1 }, () => []);
  const add = (from: number, to: number, length: number, of: number): void => {
    out[from]!.push(head.length);
    out[to]!.push(head.length + 1);
    head.push(to, from);
    cost.push(length, -length);
    room.push(1, 0);
    edge.push(of, of);
  };
  graph.nodes.forEach(({ isSurface }, i) => {
    add(2 * i, 2 * i + 1, 0, -1);
    // Who is out stays out: no way runs over the surface and down again.
    if (isSurface) add(2 * i + 1, sink, 0, -1);
    else
      for (let k = 0; k < around[i]!.length; k += 2) {
        const number = around[i]![k + 1]!;
        add(2 * i + 1, 2 * around[i]![k]!, graph.edges[number]!.length, number);
      }
  });
  return { head, cost, room: Uint8Array.from(room), edge, out };
}
