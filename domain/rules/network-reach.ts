import type { NetworkIndex } from './network-index.ts';

/** A stretch of an edge, metres along it from its first point. */
export interface Stretch {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

/** What can be reached along the roadways from one point. */
export interface Reach {
  /** Walks out `radius` metres from the point; the answers below are of this walk until the next. */
  from(edge: number, offset: number, radius: number): void;
  /** Every stretch within the radius. Stretches of one edge may touch or overlap. */
  stretches(): Stretch[];
  /** Numbers of the edges that hold at least one point within the radius. */
  edges(): readonly number[];
  /** Metres along the roadways from the point to another; Infinity beyond the radius. */
  distanceTo(edge: number, offset: number): number;
}

/** Dijkstra from a point on an edge, given up beyond the radius. One walk at a time; nothing is allocated for a walk. */
export const createReach = (index: NetworkIndex): Reach => {
  const { edgeLength, edgeFrom, edgeTo, edgesAt } = index;
  const distance = new Float64Array(edgesAt.length).fill(Number.POSITIVE_INFINITY);
  const touched: number[] = [];
  const open: number[] = [];
  const edgeSeen = new Uint8Array(index.edgeCount);
  let edgesFound: number[] = [];
  let startEdge = 0;
  let startOffset = 0;
  let limit = 0;

  const relax = (node: number, d: number): void => {
    if (d > limit || d >= distance[node]!) return;
    if (distance[node] === Number.POSITIVE_INFINITY) touched.push(node);
    distance[node] = d;
    open.push(node);
  };
  const note = (edge: number): void => {
    if (edgeSeen[edge]) return;
    edgeSeen[edge] = 1;
    edgesFound.push(edge);
  };
  const distanceTo = (edge: number, offset: number): number => {
    const a = distance[edgeFrom[edge]!]! + offset;
    const b = distance[edgeTo[edge]!]! + edgeLength[edge]! - offset;
    const along = edge === startEdge ? Math.abs(offset - startOffset) : Number.POSITIVE_INFINITY;
    const d = Math.min(a, b, along);
    return d <= limit ? d : Number.POSITIVE_INFINITY;
  };

  return {
    from: (edge, offset, radius) => {
      for (const node of touched) distance[node] = Number.POSITIVE_INFINITY;
      for (const found of edgesFound) edgeSeen[found] = 0;
      touched.length = 0;
      edgesFound = [];
      startEdge = edge;
      startOffset = offset;
      limit = radius;
      note(edge);
      relax(edgeFrom[edge]!, offset);
      relax(edgeTo[edge]!, edgeLength[edge]! - offset);
      // Label-correcting: a walk touches a handful of nodes, for which a heap costs more than it saves.
      while (open.length > 0) {
        const node = open.pop()!;
        const d = distance[node]!;
        for (const next of edgesAt[node]!) {
          note(next);
          relax(edgeFrom[next] === node ? edgeTo[next]! : edgeFrom[next]!, d + edgeLength[next]!);
        }
      }
    },
    edges: () => edgesFound,
    distanceTo,
    stretches: () => {
      const found: Stretch[] = [];
      for (const edge of edgesFound) {
        const length = edgeLength[edge]!;
        const keep = (from: number, to: number): void => {
          const stretch = { edge, from: Math.max(0, from), to: Math.min(length, to) };
          if (stretch.to >= stretch.from) found.push(stretch);
        };
        if (edge === startEdge) keep(startOffset - limit, startOffset + limit);
        const a = distance[edgeFrom[edge]!]!;
        const b = distance[edgeTo[edge]!]!;
        if (a <= limit) keep(0, limit - a);
        if (b <= limit) keep(length - (limit - b), length);
      }
      return found;
    },
  };
};
