import type { RoadwayNetwork } from '../contracts/network.ts';
import type { EnuPoint } from '../frame/coordinates.ts';
import type { Metres } from '../units/quantities.ts';
import { findJoints, type Joint } from './network-joints.ts';

export interface NetworkLine {
  /** Of the roadway feature. Lines that share one (parts of a multi-line) get edges numbered on. */
  readonly id: string;
  readonly line: readonly EnuPoint[];
  /** As the survey writes them, where it does. */
  readonly name?: string;
  readonly level?: string;
  readonly type: string;
  /** Metres. */
  readonly width: number;
  readonly height: number;
  /** Left out: a roadway. */
  readonly kind?: 'shaft';
}

export interface NetworkOptions {
  /**
   * Also split a line where another one's end touches it or where they share a vertex (default). false joins ends to
   * ends only, to compare with networks built that way.
   */
  readonly joinInterior?: boolean;
}

/**
 * The roadway graph. Ends within `tolerance` of each other (in space, not in plan) are one node; lines are split where
 * others join them. Node and edge ids depend on the input order only. Edges keep the surveyed geometry, so an edge may
 * end up to the tolerance away from its node; a line shorter than the tolerance stays as an edge from a node to itself.
 * Lines of fewer than two points make no edge.
 */
export function buildNetwork(
  lines: readonly NetworkLine[],
  tolerance: Metres,
  { joinInterior = true }: NetworkOptions = {},
): RoadwayNetwork {
  const usable = lines.filter(({ line }) => line.length >= 2);
  const joints = findJoints(
    usable.map(({ line }) => line),
    tolerance,
    joinInterior,
  );
  const nodes: RoadwayNetwork['nodes'] = [];
  const nodeOfCluster = new Map<number, number>();
  const nodeOf = ({ cluster, at }: Joint): number => {
    const known = nodeOfCluster.get(cluster);
    if (known !== undefined) return known;
    nodeOfCluster.set(cluster, nodes.length);
    nodes.push({ id: nodes.length, at: [...at] as [number, number, number], degree: 0 });
    return nodes.length - 1;
  };
  const edges: RoadwayNetwork['edges'] = [];
  const pieces = new Map<string, number>();
  usable.forEach(({ id, line, name, level, type, width, height, kind }, index) => {
    const stops = joints[index]!;
    for (let k = 1; k < stops.length; k++) {
      const piece = cut(line, stops[k - 1]!, stops[k]!);
      const from = nodeOf(stops[k - 1]!);
      const to = nodeOf(stops[k]!);
      nodes[from]!.degree++;
      nodes[to]!.degree++;
      const number = (pieces.get(id) ?? 0) + 1;
      pieces.set(id, number);
      edges.push({
        id: `${id}/${number}`,
        roadway: id,
        from,
        to,
        line: piece,
        length: lengthOf(piece),
        ...(name === undefined ? {} : { name }),
        ...(level === undefined ? {} : { level }),
        type,
        width,
        height,
        ...(kind === undefined ? {} : { kind }),
      });
    }
  });
  return { format: 'hyalite-network/1', nodes, edges, components: componentsOf({ nodes, edges }) };
}

/**
 * The roadways alone, for what walks or looks along them: no shafts, and no node that only shafts meet. Ids stay; the
 * same network comes back where it has no shafts.
 */
export function withoutShafts(network: RoadwayNetwork): RoadwayNetwork {
  const edges = network.edges.filter(({ kind }) => kind !== 'shaft');
  if (edges.length === network.edges.length) return network;
  const degree = new Map<number, number>();
  for (const { from, to } of edges)
    for (const node of [from, to]) degree.set(node, (degree.get(node) ?? 0) + 1);
  const nodes = network.nodes.flatMap((node) => {
    const ends = degree.get(node.id);
    return ends === undefined ? [] : [{ ...node, degree: ends }];
  });
  return { ...network, nodes, edges, components: componentsOf({ nodes, edges }) };
}

type Point = [number, number, number];

/** The line from one joint to the next, both ends included. */
function cut(line: readonly EnuPoint[], from: Joint, to: Joint): Point[] {
  const points: Point[] = [[...from.at] as Point];
  for (let i = Math.floor(from.place) + 1; i < to.place; i++) points.push([...line[i]!] as Point);
  points.push([...to.at] as Point);
  return points;
}

const lengthOf = (line: readonly Point[]): number =>
  line.reduce((sum, p, i) => {
    const q = line[i - 1];
    return q ? sum + Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]) : 0;
  }, 0);

function componentsOf({
  nodes,
  edges,
}: Pick<RoadwayNetwork, 'nodes' | 'edges'>): RoadwayNetwork['components'] {
  const numberOf = new Map(nodes.map(({ id }, i) => [id, i]));
  const parent = nodes.map((_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) {
      parent[r] = parent[parent[r]!]!;
      r = parent[r]!;
    }
    return r;
  };
  for (const { from, to } of edges) parent[root(numberOf.get(from)!)] = root(numberOf.get(to)!);
  const found = new Map<number, { nodes: number; length: number }>();
  for (let i = 0; i < nodes.length; i++) {
    const component = found.get(root(i)) ?? { nodes: 0, length: 0 };
    component.nodes++;
    found.set(root(i), component);
  }
  for (const { from, length } of edges) found.get(root(numberOf.get(from)!))!.length += length;
  return [...found.values()].sort((a, b) => b.length - a.length);
}
