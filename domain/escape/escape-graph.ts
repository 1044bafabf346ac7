import type { Vec3 } from '../geometry/bounds.ts';

export interface EscapeNode {
  readonly id: number;
  /** ENU metres. */
  readonly at: Vec3;
  /** Where one is out: a portal, a collar. */
  readonly isSurface: boolean;
}

export interface EscapeEdge {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Metres along it. */
  readonly length: number;
  readonly type: string;
  /** Whether people can pass. */
  readonly open: boolean;
}

/** The ways of a mine, as far as getting out goes. */
export interface EscapeGraph {
  readonly nodes: readonly EscapeNode[];
  readonly edges: readonly EscapeEdge[];
}

/** The graph by numbers: node and edge numbers are places in the lists. Only open edges are in it. */
export interface EscapeIndex {
  readonly graph: EscapeGraph;
  readonly numberOf: ReadonlyMap<number, number>;
  /** By node: neighbour, edge, neighbour, edge … */
  readonly around: readonly (readonly number[])[];
}

/** @throws RangeError where two nodes share an id, or an edge leads to a node that is not there */
export function indexEscape(graph: EscapeGraph): EscapeIndex {
  const numberOf = new Map(graph.nodes.map(({ id }, i) => [id, i]));
  if (numberOf.size !== graph.nodes.length) throw new RangeError('two nodes of the escape graph share an id');
  const around: number[][] = graph.nodes.map(() => []);
  graph.edges.forEach(({ id, from, to, open }, edge) => {
    const [a, b] = [numberOf.get(from), numberOf.get(to)];
    if (a === undefined || b === undefined)
      throw new RangeError(`edge ${id} leads to node ${a === undefined ? from : to}, which is not there`);
    // A way round that comes back to the same place leads nowhere.
    if (!open || a === b) return;
    around[a]!.push(b, edge);
    around[b]!.push(a, edge);
  });
  return { graph, numberOf, around };
}
