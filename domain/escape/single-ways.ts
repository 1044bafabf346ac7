import type { EscapeIndex } from './escape-graph.ts';

/** What every way out of a place passes. */
export interface SingleWay {
  readonly ways: 0 | 1;
  /** Ids, the nearest first. */
  readonly cutNodes: number[];
  readonly bridges: string[];
}

export interface SingleWays {
  /** null: two ways at least, or it is the surface. */
  ofNode(number: number): SingleWay | null;
  /** Of somebody who stands in the middle of an edge (its number) and may go either way. */
  ofEdge(number: number): SingleWay | null;
}

/**
 * The nodes and edges that all ways out hang on: cut nodes and bridges of the graph with all exits joined to one "outside"
 * (Hopcroft and Tarjan 1973, by lowest reach of a depth-first walk from outside, without recursion). Linear in the graph.
 */
export function findSingleWays({ graph, around }: EscapeIndex): SingleWays {
  const nodes = graph.nodes.length;
  const outside = nodes;
  const exits = graph.nodes.flatMap(({ isSurface }, i) => (isSurface ? [i] : []));
  const neighbours: readonly (readonly number[])[] = [
    ...around.map((list, i) => (graph.nodes[i]!.isSurface ? [...list, outside, -1] : list)),
    exits.flatMap((exit) => [exit, -1]),
  ];
  const found = new Int32Array(nodes + 1).fill(-1);
  const low = new Int32Array(nodes + 1);
  const parent = new Int32Array(nodes + 1).fill(-1);
  const byEdge = new Int32Array(nodes + 1).fill(-2);
  const next = new Int32Array(nodes + 1);
  const order: number[] = [];
  let time = 0;
  const enter = (node: number): void => {
    found[node] = time;
    low[node] = time++;
    order.push(node);
  };
  enter(outside);
  for (let at = outside; at >= 0; ) {
    const list = neighbours[at]!;
    if (next[at]! >= list.length) {
      const up = parent[at]!;
      if (up >= 0) low[up] = Math.min(low[up]!, low[at]!);
      at = up;
      continue;
    }
    const to = list[next[at]!]!;
    const edge = list[next[at]! + 1]!;
    next[at]! += 2;
    // Back over the same edge is no other way; over a second edge beside it, it is.
    const back = edge === -1 ? to === parent[at] : edge === byEdge[at];
    if (back) continue;
    if (found[to]! >= 0) {
      low[at] = Math.min(low[at]!, found[to]!);
      continue;
    }
    parent[to] = at;
    byEdge[to] = edge;
    enter(to);
    at = to;
  }

  /** By node: the nearest node on the way out that cannot be gone round; −1 where there is none. */
  const guard = new Int32Array(nodes + 1).fill(-1);
  /** By node: the nearest node on the way out, itself counted, that is reached by a bridge; −1 where there is none. */
  const bridged = new Int32Array(nodes + 1).fill(-1);
  for (const node of order.slice(1)) {
    const up = parent[node]!;
    guard[node] = up !== outside && low[node]! >= found[up]! ? up : guard[up]!;
    bridged[node] = byEdge[node]! >= 0 && low[node]! > found[up]! ? node : bridged[up]!;
  }
  const NONE: SingleWay = { ways: 0, cutNodes: [], bridges: [] };
  const chain = (node: number): SingleWay => {
    const cutNodes: number[] = [];
    for (let at = guard[node]!; at >= 0; at = guard[at]!) cutNodes.push(graph.nodes[at]!.id);
    const bridges: string[] = [];
    for (let at = bridged[node]!; at >= 0; at = bridged[parent[at]!]!)
      bridges.push(graph.edges[byEdge[at]!]!.id);
    return { ways: 1, cutNodes, bridges };
  };
  const isOut = (node: number): boolean => graph.nodes[node]!.isSurface;
  const numbers = new Map(graph.nodes.map(({ id }, i) => [id, i]));

  return {
    ofNode(node) {
      if (isOut(node)) return null;
      if (found[node]! < 0) return NONE;
      return guard[node]! < 0 ? null : chain(node);
    },
    ofEdge(number) {
      const { from, to, open, id } = graph.edges[number]!;
      const [a, b] = [numbers.get(from)!, numbers.get(to)!];
      if (found[a]! < 0 && found[b]! < 0) return NONE;
      // Closed, or a loop: only one end of it leads on, whichever one stands nearer to; its node is passed too.
      if (!open || a === b) {
        const at = found[a]! >= 0 ? a : b;
        const { cutNodes, bridges } = chain(at);
        return { ways: 1, cutNodes: [graph.nodes[at]!.id, ...cutNodes], bridges };
      }
      // In the walk one end was found from the other, or both lie on one line of descent: the lower one says all.
      const deeper = found[a]! > found[b]! ? a : b;
      const isBridge = byEdge[deeper] === number && low[deeper]! > found[parent[deeper]!]!;
      if (isBridge) {
        const at = parent[deeper]!;
        const { cutNodes, bridges } = chain(at);
        return { ways: 1, cutNodes: [graph.nodes[at]!.id, ...cutNodes], bridges: [id, ...bridges] };
      }
      if (guard[deeper]! < 0) return null;
      return chain(deeper);
    },
  };
}
