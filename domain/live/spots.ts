import type { Spot } from '../contracts/live/entity.ts';
import type { RoadwayNetwork } from '../contracts/network.ts';
import { createNetworkIndex, OFF_NETWORK_METRES } from '../rules/network-index.ts';
import { createPlaceMembership, type PlaceMembership, type RulePlace } from '../rules/place-membership.ts';

/** A named place people can be in. */
export interface SpotPlace {
  readonly id: string;
  readonly name: string;
  /** ENU metres. */
  readonly at: readonly [number, number, number];
  /** Metres along the roadways. */
  readonly radius: number;
  /** Said to be above ground; where it is not said, its place decides. */
  readonly surface?: boolean | undefined;
}

export interface SpotFinder {
  /** Row 0 is "not known". Fixed for the life of the finder. */
  readonly spots: readonly Spot[];
  /**
   * The spot of a point, ENU metres. @param previous the spot the same thing was in a moment ago, 0 for none: it keeps
   * it until another is clearly nearer, so that who stands at a junction does not flap
   */
  find(east: number, north: number, up: number, previous: number): number;
}

/** Another roadway must be nearer by this before a thing changes over; also how far beyond a place's end it still counts. */
const HYSTERESIS_METRES = 2;
/** A point this near below the highest roadway, and on none, may as well be on the surface beside the portal. */
const PORTAL_METRES = 3;
/** As far below the ground a position on the surface may seem: the terrain's error and the fix's. */
const GROUND_METRES = 5;

const UNKNOWN: Spot = { id: '', name: '', level: null, kind: 'unknown', underground: null };
export const SURFACE: Spot = {
  id: 'surface',
  name: '地表',
  level: null,
  kind: 'surface',
  underground: false,
};

/** One row a roadway, not a piece; pieces of one roadway share name and level. */
const roadwaySpots = (network: RoadwayNetwork): { spots: Spot[]; spotOfEdge: number[] } => {
  const spots: Spot[] = [];
  const rowOf = new Map<string, number>();
  const spotOfEdge = network.edges.map(({ roadway, name, level, type }) => {
    const known = rowOf.get(roadway);
    if (known !== undefined) return known;
    const row = spots.length + 1;
    rowOf.set(roadway, row);
    spots.push({
      id: roadway,
      name: name ?? `${type} ${roadway}`,
      level: level ?? null,
      kind: 'roadway',
      underground: true,
    });
    return row;
  });
  return { spots, spotOfEdge };
};

/** Squared distance of a point from a line, both ENU metres. */
const squaredToLine = (
  line: readonly (readonly [number, number, number])[],
  x: number,
  y: number,
  z: number,
): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay, az] = line[i - 1]!;
    const [bx, by, bz] = line[i]!;
    const dx = bx - ax;
    const dy = by - ay;
    const dz = bz - az;
    const squared = dx * dx + dy * dy + dz * dz;
    const along = (x - ax) * dx + (y - ay) * dy + (z - az) * dz;
    const t = squared > 0 ? Math.min(1, Math.max(0, along / squared)) : 0;
    const distance = (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2 + (z - az - t * dz) ** 2;
    if (distance < best) best = distance;
  }
  return best;
};

/**
 * Where the network can be near at all. The index remembers every cube of space it was asked about, so what lies
 * elsewhere (the surface, a tag gone mad) is not put to it.
 */
const boxOf = (network: RoadwayNetwork | null) => {
  const low = [0, 1, 2].map(() => Number.POSITIVE_INFINITY);
  const high = [0, 1, 2].map(() => Number.NEGATIVE_INFINITY);
  for (const { line } of network?.edges ?? [])
    for (const point of line)
      for (let k = 0; k < 3; k++) {
        low[k] = Math.min(low[k]!, point[k]!);
        high[k] = Math.max(high[k]!, point[k]!);
      }
  const inside = (value: number, k: number): boolean =>
    value >= low[k]! - OFF_NETWORK_METRES && value <= high[k]! + OFF_NETWORK_METRES;
  return {
    highest: high[2]!,
    holds: (x: number, y: number, z: number): boolean => inside(x, 0) && inside(y, 1) && inside(z, 2),
  };
};

/**
 * With the level of the nearest roadway. A place nobody says to be above ground is underground unless it lies on the ground:
 * a stope is off the roadways too, and one person too many looked for is better than one too few.
 */
const placeSpots = (
  places: readonly SpotPlace[],
  edgeAt: (x: number, y: number, z: number) => RoadwayNetwork['edges'][number] | null,
  sideOf: (x: number, y: number, z: number) => Side,
): Spot[] =>
  places.map(({ id, name, at, surface }) => {
    const edge = edgeAt(...at);
    const side = edge ? 'below' : sideOf(...at);
    const underground = surface === undefined ? (side === 'unknown' ? null : side === 'below') : !surface;
    return { id, name, level: (underground && edge?.level) || null, kind: 'place', underground };
  });

/** Of the ground, for what is on no roadway. */
type Side = 'above' | 'below' | 'unknown';

/**
 * Where the terrain is known it says. Where it is not, what is below the highest roadway is underground; above it nobody
 * can say: there are stopes above the top level, and tags that tell 0 where they know no height.
 */
const sideOfGround =
  (network: RoadwayNetwork | null, highest: number, groundAt: GroundAt | null) =>
  (x: number, y: number, z: number): Side => {
    if (!network) return 'above';
    const ground = groundAt?.(x, y) ?? null;
    if (ground !== null) return z >= ground - GROUND_METRES ? 'above' : 'below';
    return z > highest - PORTAL_METRES ? 'unknown' : 'below';
  };

/** Height of the ground at a place in plan, ENU metres; null where nobody surveyed it. */
export type GroundAt = (east: number, north: number) => number | null;

/**
 * Says which named place or roadway a point is in. Named places go before roadways, the earlier in the list before the
 * later. Off every roadway a point is on the surface only where the terrain is known and it is not below it, and not known
 * otherwise: in a shaft, a stope or wrong. A mine without roadways is all surface.
 */
export const createSpotFinder = (
  network: RoadwayNetwork | null,
  places: readonly SpotPlace[],
  groundAt: GroundAt | null = null,
): SpotFinder => {
  const index = network && network.edges.length > 0 ? createNetworkIndex(network) : null;
  const { spots: roadways, spotOfEdge } = network ? roadwaySpots(network) : { spots: [], spotOfEdge: [] };
  const edgeAt = (x: number, y: number, z: number) =>
    index?.snap(x, y, z) ? network!.edges[index.foot.edge]! : null;
  const firstPlace = 1 + roadways.length;
  const box = boxOf(network);
  const sideOf = sideOfGround(network, box.highest, groundAt);
  const spots = [UNKNOWN, ...roadways, ...placeSpots(places, edgeAt, sideOf), SURFACE];
  if (spots.length > 65_536) throw new RangeError(`${spots.length} places and roadways; 65 535 fit`);
  const surface = spots.length - 1;

  const grown = (metres: number): RulePlace[] =>
    places.map((place) => ({ ...place, radius: place.radius + metres, roadways: [] }));
  const inside = createPlaceMembership(index, grown(0));
  const stillInside = createPlaceMembership(index, grown(HYSTERESIS_METRES));
  let hit = -1;
  const takeFirst = (place: number): void => {
    if (hit < 0 || place < hit) hit = place;
  };
  const firstOf = (of: PlaceMembership, edge: number, offset: number, x: number, y: number, z: number) => {
    hit = -1;
    of.each(edge, offset, x, y, z, takeFirst);
    return hit;
  };
  let sought = -1;
  let found = false;
  const noteSought = (place: number): void => {
    if (place === sought) found = true;
  };
  const isStillIn = (place: number, edge: number, offset: number, x: number, y: number, z: number) => {
    sought = place;
    found = false;
    stillInside.each(edge, offset, x, y, z, noteSought);
    return found;
  };

  const edgesOf: number[][] = spots.map(() => []);
  spotOfEdge.forEach((spot, edge) => void edgesOf[spot]!.push(edge));
  const distanceTo = (roadway: number, x: number, y: number, z: number): number => {
    let best = Number.POSITIVE_INFINITY;
    for (const edge of edgesOf[roadway]!)
      best = Math.min(best, squaredToLine(network!.edges[edge]!.line, x, y, z));
    return Math.sqrt(best);
  };
  return {
    spots,
    find: (x, y, z, previous) => {
      const onNetwork = box.holds(x, y, z) && (index?.snap(x, y, z) ?? false);
      const edge = onNetwork ? index!.foot.edge : -1;
      const offset = onNetwork ? index!.foot.offset : 0;
      const distance = onNetwork ? index!.foot.distance : 0;
      const place = firstOf(inside, edge, offset, x, y, z);
      const before = previous - firstPlace;
      if (before >= 0 && before < places.length && (place < 0 || place > before))
        if (isStillIn(before, edge, offset, x, y, z)) return previous;
      if (place >= 0) return firstPlace + place;
      if (!onNetwork) return sideOf(x, y, z) === 'above' ? surface : 0;
      const nearest = spotOfEdge[edge]!;
      const wasRoadway = previous > 0 && previous < firstPlace && previous !== nearest;
      if (wasRoadway && distanceTo(previous, x, y, z) < distance + HYSTERESIS_METRES) return previous;
      return nearest;
    },
  };
};
