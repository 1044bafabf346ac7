import fc from 'fast-check';
import type { EscapeEdge, EscapeGraph } from './escape-graph.ts';

/** Small mines with loops, dead ends, closed ways, parallel ways and parts nobody gets out of. */
export const randomGraph: fc.Arbitrary<EscapeGraph> = fc
  .record({
    nodes: fc.integer({ min: 2, max: 8 }),
    surface: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    edges: fc.array(
      fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 7 })),
      { maxLength: 13 },
    ),
  })
  .map(({ nodes, surface, edges }) => ({
    nodes: Array.from({ length: nodes }, (_, i) => ({
      id: 10 + i,
      at: [i, 0, 0] as const,
      isSurface: surface[i]! && i % 2 === 1,
    })),
    edges: edges.map(
      ([a, b, length, closed], i): EscapeEdge => ({
        id: `e${i}`,
        from: 10 + (a % nodes),
        to: 10 + (b % nodes),
        length,
        type: 'roadway',
        open: closed !== 0,
      }),
    ),
  }));

export interface Path {
  readonly nodes: readonly number[];
  readonly edges: readonly string[];
  readonly length: number;
}

/** Every way out of a node that passes no place twice, without cleverness; nodes and edges in `without` are barred. */
export function allPaths(
  graph: EscapeGraph,
  start: number,
  without: ReadonlySet<number | string> = new Set(),
): Path[] {
  const isOut = new Map(graph.nodes.map(({ id, isSurface }) => [id, isSurface]));
  const found: Path[] = [];
  const walk = (at: number, nodes: number[], edges: string[], length: number): void => {
    if (isOut.get(at)) {
      found.push({ nodes, edges, length });
      return;
    }
    for (const edge of graph.edges) {
      if (!edge.open || without.has(edge.id)) continue;
      const to = edge.from === at ? edge.to : edge.to === at ? edge.from : null;
      if (to === null || nodes.includes(to) || without.has(to)) continue;
      walk(to, [...nodes, to], [...edges, edge.id], length + edge.length);
    }
  };
  if (!without.has(start)) walk(start, [start], [], 0);
  return found;
}
