import type { Way } from '../../../../domain/contracts/escape.ts';
import type { RoadwayNetwork } from '../../../../domain/contracts/network.ts';
import type { MinePlace } from '../../../../domain/duties/duties-of-mine.ts';
import { indexEscape } from '../../../../domain/escape/escape-graph.ts';
import { createWaysOut } from '../../../../domain/escape/ways-out.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import type { OpenDuties } from './duties-store.ts';

/** A roadway of a way; `from` is how far one has walked where it begins. Metres. */
export interface WalkedRoadway {
  readonly name: string;
  readonly from: number;
  readonly length: number;
}

/** A way to the surface, told by the roadways one walks. Metres, ENU metres. */
export interface NamedWay {
  readonly length: number;
  /** The exit's place, else the roadway that ends there. */
  readonly exit: string;
  readonly roadways: readonly WalkedRoadway[];
  readonly line: readonly Vec3[];
}

/** Up to two ways out of a place that share nothing but where one stands, the shorter first. */
export interface WaysFrom {
  readonly name: string;
  /** Where the ways begin: the junction nearest to the place. */
  readonly at: Vec3;
  /** Metres between the place and there. */
  readonly apart: number;
  readonly ways: readonly NamedWay[];
  /** Roadways that every way passes, the nearest first, where there are fewer than two. */
  readonly passed: readonly string[];
}

/** An exit is named after a place within so many metres of it. */
const EXIT_REACH = 30;

const distance = (a: Vec3, b: Vec3): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/**
 * The two ways out of a place or roadway; of a roadway, from its end that has the fewest.
 * @param from id of a place, else of a roadway
 * @returns null where there is neither, or no network
 */
export const waysFrom = (
  { network, places, duties }: Pick<OpenDuties, 'network' | 'places' | 'duties'>,
  from: string,
): WaysFrom | null => {
  const start = network && startOf(network, places, duties.escape?.nodes ?? [], from);
  if (!start) return null;
  const index = indexEscape({
    nodes: network.nodes.map(({ id, at, surface }) => ({ id, at, isSurface: surface === true })),
    edges: network.edges.map((edge) => ({ ...edge, open: true })),
  });
  const ways = createWaysOut(index).pair(start.node);
  const edges = new Map(network.edges.map((edge) => [edge.id, edge]));
  const nameOf = (id: string): string => edges.get(id)?.name ?? edges.get(id)?.roadway ?? id;
  const single = duties.escape?.singleNodes.find(({ node }) => node === start.node);
  return {
    name: start.name,
    at: start.at,
    apart: start.apart,
    ways: ways.map((way) => namedWay(way, network, places, nameOf)),
    passed: ways.length === 1 ? [...new Set((single?.bridges ?? []).map(nameOf))] : [],
  };
};

const startOf = (
  { nodes, edges }: RoadwayNetwork,
  places: readonly MinePlace[],
  counted: readonly { readonly node: number; readonly ways: number }[],
  from: string,
): { readonly name: string; readonly node: number; readonly at: Vec3; readonly apart: number } | null => {
  const under = nodes.filter(({ surface }) => surface !== true);
  const place = places.find(({ id }) => id === from);
  if (place) {
    const [first] = under
      .map(({ id, at }) => ({ node: id, at, apart: distance(at, place.at) }))
      .sort((a, b) => a.apart - b.apart);
    return first ? { name: place.name, ...first } : null;
  }
  const own = edges.filter(({ roadway }) => roadway === from);
  const ends = new Set(own.flatMap((edge) => [edge.from, edge.to]));
  const waysAt = new Map(counted.map(({ node, ways }) => [node, ways]));
  const [end] = under
    .filter(({ id }) => ends.has(id))
    .sort((a, b) => (waysAt.get(a.id) ?? 0) - (waysAt.get(b.id) ?? 0) || a.degree - b.degree);
  return end ? { name: own[0]?.name ?? from, node: end.id, at: end.at, apart: 0 } : null;
};

const namedWay = (
  way: Way,
  { nodes, edges }: RoadwayNetwork,
  places: readonly MinePlace[],
  nameOf: (edge: string) => string,
): NamedWay => {
  const roadways: { name: string; from: number; length: number }[] = [];
  const line: Vec3[] = [];
  way.edges.forEach((id, i) => {
    const edge = edges.find((one) => one.id === id)!;
    const last = roadways.at(-1);
    if (last?.name === nameOf(id)) last.length += edge.length;
    else
      roadways.push({
        name: nameOf(id),
        from: last ? last.from + last.length : 0,
        length: edge.length,
      });
    const points = edge.from === way.nodes[i] ? edge.line : edge.line.toReversed();
    line.push(...(line.length === 0 ? points : points.slice(1)));
  });
  const exit = nodes.find(({ id }) => id === way.exit)!;
  const [named] = places
    .filter(({ type, at }) => type === 'exit' && distance(at, exit.at) <= EXIT_REACH)
    .sort((a, b) => distance(a.at, exit.at) - distance(b.at, exit.at));
  return { length: way.length, exit: named?.name ?? roadways.at(-1)?.name ?? '', roadways, line };
};
