import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EscapeGraph, indexEscape } from './escape-graph.ts';
import { allPaths, type Path, randomGraph } from './random-graph.test-kit.ts';
import { createWaysOut } from './ways-out.ts';

const apart = (a: Path, b: Path) => a.nodes.slice(1).every((node) => !b.nodes.includes(node));

/** The most paths no two of which share a node, tried one by one. */
const mostApart = (paths: readonly Path[], chosen: readonly Path[] = []): number =>
  paths.reduce(
    (most, path, i) =>
      chosen.every((one) => apart(path, one))
        ? Math.max(most, mostApart(paths.slice(i + 1), [...chosen, path]))
        : most,
    chosen.length,
  );

describe('createWaysOut', () => {
  it('counts what trying all ways counts, and finds the shortest two together', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const ways = createWaysOut(indexEscape(graph));
        for (const { id, isSurface } of graph.nodes) {
          if (isSurface) {
            expect(ways.count(id)).toBeNull();
            expect(ways.pair(id)).toEqual([]);
            continue;
          }
          const paths = allPaths(graph, id);
          if (paths.length > 60) continue;
          const count = mostApart(paths);
          expect(ways.count(id)).toBe(count);
          const pair = ways.pair(id);
          expect(pair).toHaveLength(Math.min(2, count));
          for (const way of pair) {
            expect(
              paths.some(({ edges, nodes }) => `${edges} ${nodes}` === `${way.edges} ${way.nodes}`),
            ).toBe(true);
            expect(way.exit).toBe(way.nodes.at(-1));
          }
          const together = pair.reduce((sum, { length }) => sum + length, 0);
          if (count === 1) expect(together).toBe(Math.min(...paths.map(({ length }) => length)));
          if (count < 2) continue;
          expect(apart(pair[0]!, pair[1]!)).toBe(true);
          expect(pair[0]!.length).toBeLessThanOrEqual(pair[1]!.length);
          const best = Math.min(
            ...paths.flatMap((a, i) =>
              paths.slice(i + 1).flatMap((b) => (apart(a, b) ? [a.length + b.length] : [])),
            ),
          );
          expect(together).toBe(best);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives up the shortest way where it bars the second (the trap)', () => {
    const node = (id: number, isSurface = false) => ({ id, at: [0, 0, 0] as const, isSurface });
    const edge = (id: string, from: number, to: number, length: number) => ({
      id,
      from,
      to,
      length,
      type: 'r',
      open: true,
    });
    const graph: EscapeGraph = {
      nodes: [node(0), node(1), node(2), node(3), node(4), node(8, true), node(9, true)],
      edges: [
        edge('a', 0, 1, 1),
        edge('b', 1, 2, 1),
        edge('c', 2, 8, 1),
        edge('d', 0, 3, 5),
        edge('e', 3, 2, 1),
        edge('f', 1, 4, 5),
        edge('g', 4, 9, 1),
      ],
    };
    const ways = createWaysOut(indexEscape(graph));
    // The shortest way a-b-c (3 m) leaves no second one: both others need node 1 or 2.
    expect(ways.count(0)).toBe(2);
    expect(ways.pair(0).map(({ edges, length, exit }) => [edges.join(''), length, exit])).toEqual([
      ['afg', 7, 9],
      ['dec', 7, 8],
    ]);
  });

  it('refuses graphs that are none', () => {
    const one = { id: 1, at: [0, 0, 0] as const, isSurface: false };
    const stray = { id: 'x', from: 1, to: 7, length: 1, type: 'r', open: true };
    expect(() => indexEscape({ nodes: [one, one], edges: [] })).toThrow(/share an id/);
    expect(() => indexEscape({ nodes: [one], edges: [stray] })).toThrow(/edge x leads to node 7/);
    expect(() => createWaysOut(indexEscape({ nodes: [one], edges: [] })).count(5)).toThrow(/node 5/);
  });
});
