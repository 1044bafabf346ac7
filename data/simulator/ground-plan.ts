import type { LiveSetup } from '../../domain/contracts/live/setup.ts';
import type { SimulatedMine, Vec3 } from './simulated-mine.ts';
import { type Anchor, nearestAnchor, pointOnWay, type Way, type WayGraph, wayGraph } from './way-graph.ts';

/** The mine as the simulator uses it: ways, the lamp room, and what may be gone to. */
export interface GroundPlan {
  readonly graph: WayGraph;
  /** Lamp room: where everybody starts and ends the shift. */
  readonly home: Vec3;
  readonly homeAnchor: Anchor;
  /** Where vehicles come from: the ramp's portal, in an open pit the lamp room. */
  readonly portal: Anchor;
  readonly workPlaces: readonly Station[];
  readonly keyPlaces: readonly Station[];
  /** For each way: which restricted zones it lies in. */
  readonly zonesOfWay: readonly ReadonlySet<string>[];
}

export interface Station {
  readonly id: string;
  /** Kind of key place; 'main' or 'work' for work places. */
  readonly kind: string;
  readonly anchor: Anchor;
  /** Points of the ways that still belong to it. */
  readonly around: readonly Anchor[];
  /** Points farther off, where things are fetched. */
  readonly beyond: readonly Anchor[];
}

/** A station of a shaft lies under its hoist to within this, metres in plan. */
const SHAFT_METRES = 8;
/** A place farther than this from every way is on the surface, and is not walked to. */
const OFF_WAY_METRES = 15;
/** Raises and sumps: steeper than 45° nobody walks. */
const WALKABLE = 1;
/** How far somebody goes to fetch something. */
const FETCH_METRES = 120;
const WATER_TYPES: ReadonlySet<string> = new Set(['水仓', 'sump']);

export const isWalkable = ({ kind, steepness, type }: Way): boolean =>
  kind === 'cage' || (steepness < WALKABLE && !WATER_TYPES.has(type));

/** Vehicles: ramps up to 20 %, no cage, no foot paths. */
export const isDrivable = ({ kind, steepness, type }: Way): boolean =>
  kind === 'roadway' && steepness < 0.2 && type !== 'path' && !WATER_TYPES.has(type);

/** @returns null where the mine has no ways: then nobody moves and none is simulated */
export const groundPlan = ({ network, setup }: SimulatedMine): GroundPlan | null => {
  if (!network || network.edges.length === 0) return null;
  const bare = wayGraph(network);
  const offWay = setup.workPlaces.find(({ enu }) => {
    const near = nearestAnchor(bare, enu);
    return near === null || near.distance > OFF_WAY_METRES;
  });
  const home: Vec3 | undefined = (offWay ?? setup.workPlaces[0])?.enu;
  if (!home) return null;
  const stations = setup.keyPlaces.filter(({ kind }) => kind === 'shaft-station');
  const cages = setup.devices
    .filter(({ kind }) => kind === 'hoist')
    .map(({ enu }) => ({
      collar: enu,
      stations: stations
        .map((station) => station.enu)
        .filter((at) => Math.hypot(at[0] - enu[0], at[1] - enu[1]) < SHAFT_METRES),
    }))
    .filter((cage) => cage.stations.length > 0);
  // Without a shaft the way from the lamp room is over the ground to the nearest way.
  const near = nearestAnchor(bare, home)!;
  const entry = cages[0]?.collar ?? pointOnWay(bare.ways[near.anchor.way]!, near.anchor.at);
  const graph = wayGraph(network, cages, cages.length > 0 ? [[home, entry]] : []);

  const anchorAt = (p: Vec3): Anchor | null => {
    const found = nearestAnchor(graph, p, (way) => way.kind === 'roadway' && isWalkable(way));
    return found && found.distance <= OFF_WAY_METRES ? found.anchor : null;
  };
  const station = (id: string, kind: string, enu: Vec3, radius: number): Station[] => {
    const anchor = anchorAt(enu);
    if (!anchor) return [];
    const beyond = around(graph, anchor, radius + FETCH_METRES);
    return [{ id, kind, anchor, around: around(graph, anchor, radius), beyond }];
  };
  const highest = graph.nodes.reduce(
    (best, p, i) =>
      graph.at[i]!.some((w) => isDrivable(graph.ways[w]!)) && p[2] > (graph.nodes[best]?.[2] ?? -1e9)
        ? i
        : best,
    -1,
  );
  const driven = graph.ways.findIndex(
    (way) => isDrivable(way) && (way.from === highest || way.to === highest),
  );
  const drivenWay = graph.ways[driven];
  const nearDriven = nearestAnchor(graph, home, isDrivable)?.anchor;
  const homeAnchor = nearestAnchor(graph, home, isWalkable)!.anchor;
  return {
    graph,
    home,
    homeAnchor,
    portal:
      cages.length > 0 && drivenWay
        ? { way: driven, at: drivenWay.from === highest ? 0 : drivenWay.length }
        : (nearDriven ?? homeAnchor),
    workPlaces: setup.workPlaces.flatMap(({ id, main, enu, radius }) =>
      id === offWay?.id ? [] : station(id, main ? 'main' : 'work', enu, radius),
    ),
    keyPlaces: setup.keyPlaces.flatMap(({ id, kind, enu, radius }) => station(id, kind, enu, radius)),
    zonesOfWay: graph.ways.map((way) => zonesOf(way, setup)),
  };
};

const zonesOf = (way: Way, { restrictedZones }: LiveSetup): ReadonlySet<string> =>
  new Set(
    restrictedZones
      .filter(({ roadways, enu, radius }) => {
        if (way.roadway !== null && roadways.includes(way.roadway)) return true;
        if (!enu || radius === null) return false;
        for (let i = 0; i < way.line.length; i += 3)
          if (
            Math.hypot(way.line[i]! - enu[0], way.line[i + 1]! - enu[1], way.line[i + 2]! - enu[2]) <= radius
          )
            return true;
        return false;
      })
      .map(({ id }) => id),
  );

/** Points every 3 m of the walkable ways within `radius` along the ways, the anchor itself first. */
const around = (graph: WayGraph, anchor: Anchor, radius: number): Anchor[] => {
  const found: Anchor[] = [anchor];
  const STEP = 3;
  const seen = new Set<number>([anchor.way]);
  const way = graph.ways[anchor.way]!;
  for (let d = STEP; d <= radius; d += STEP)
    for (const at of [anchor.at - d, anchor.at + d])
      if (at >= 0 && at <= way.length) found.push({ way: anchor.way, at });
  const spread = (node: number, left: number) => {
    if (left < STEP) return;
    for (const index of graph.at[node]!) {
      const next = graph.ways[index]!;
      if (seen.has(index) || next.kind !== 'roadway' || !isWalkable(next)) continue;
      seen.add(index);
      const forward = next.from === node;
      for (let d = STEP; d <= Math.min(left, next.length); d += STEP)
        found.push({ way: index, at: forward ? d : next.length - d });
      spread(forward ? next.to : next.from, left - next.length);
    }
  };
  spread(way.from, radius - anchor.at);
  spread(way.to, radius - (way.length - anchor.at));
  return found;
};
