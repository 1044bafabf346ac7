import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type EscapeGraph, indexEscape } from './escape-graph.ts';
import { allPaths, randomGraph } from './random-graph.test-kit.ts';
import { findSingleWays } from './single-ways.ts';
import { createWaysOut } from './ways-out.ts';

const sorted = <T>(list: readonly T[]) => [...list].sort();

it('names exactly the nodes and edges without which there is no way out', () => {
  fc.assert(
    fc.property(randomGraph, (graph) => {
      const index = indexEscape(graph);
      const single = findSingleWays(index);
      const ways = createWaysOut(index);
      graph.nodes.forEach(({ id }, number) => {
        const found = single.ofNode(number);
        const count = ways.count(id) ?? 2;
        expect(found === null).toBe(count >= 2);
        if (!found) return;
        expect(found.ways).toBe(count);
        if (count === 0) return;
        const barring = graph.nodes.filter(
          (node) => node.id !== id && allPaths(graph, id, new Set([node.id])).length === 0,
        );
        expect(sorted(found.cutNodes)).toEqual(sorted(barring.map((node) => node.id)));
        const bridges = graph.edges.filter((edge) => allPaths(graph, id, new Set([edge.id])).length === 0);
        expect(sorted(found.bridges)).toEqual(sorted(bridges.map((edge) => edge.id)));
        // The nearest first: on any way they are passed in this order.
        const order = allPaths(graph, id)[0]!.nodes.filter((node) => found.cutNodes.includes(node));
        expect(found.cutNodes).toEqual(order);
      });
    }),
    { numRuns: 400 },
  );
});

it('says the same of somebody in the middle of a roadway as of a node put there', () => {
  fc.assert(
    fc.property(randomGraph, (graph) => {
      const single = findSingleWays(indexEscape(graph));
      graph.edges.forEach((edge, number) => {
        if (!edge.open || edge.from === edge.to) return;
        const split: EscapeGraph = {
          nodes: [...graph.nodes, { id: 99, at: [0, 0, 0], isSurface: false }],
          edges: [
            ...graph.edges.filter((one) => one !== edge),
            { ...edge, id: 'first', to: 99 },
            { ...edge, id: 'second', from: 99 },
          ],
        };
        const truth = findSingleWays(indexEscape(split)).ofNode(split.nodes.length - 1);
        const found = single.ofEdge(number);
        expect(found?.ways ?? 2).toBe(truth?.ways ?? 2);
        expect(sorted(found?.cutNodes ?? [])).toEqual(sorted(truth?.cutNodes ?? []));
        const whole = (bridges: readonly string[]) =>
          sorted(
            new Set(bridges.map((id) => (id === 'first' || id === 'second' ? edge.id : id)))
              .values()
              .toArray(),
          );
        expect(sorted(found?.bridges ?? [])).toEqual(whole(truth?.bridges ?? []));
      });
    }),
    { numRuns: 400 },
  );
});

it('walks a roadway of a hundred thousand pieces', () => {
  const length = 100_000;
  const graph: EscapeGraph = {
    nodes: Array.from({ length }, (_, id) => ({ id, at: [id, 0, 0] as const, isSurface: id === 0 })),
    edges: Array.from({ length: length - 1 }, (_, i) => ({
      ...{ id: `${i}`, from: i, to: i + 1, length: 1, type: 'r', open: true },
    })),
  };
  expect(findSingleWays(indexEscape(graph)).ofNode(length - 1)!.bridges).toHaveLength(length - 1);
});
