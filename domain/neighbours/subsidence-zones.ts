import type { Body } from '../clearance/body.ts';
import type { SubsidenceZones } from '../contracts/neighbours.ts';
import { areaInPlan } from '../geometry/plan-polygon.ts';
import type { DrawCone } from './subsidence-gap.ts';
import { type ZoneDepth, zoneDepth } from './zone-depth.ts';
import { drawnRings, fieldOf, grown, levelRings, type Plan, type Ring, zonePlan } from './zone-field.ts';

/** One of the two goafs: its body, its draw angle, and how far the edge of its zone may be off (metres; null: not known). */
export interface ZoneSide {
  readonly body: Body;
  readonly cone: DrawCone;
  readonly off: number | null;
}

/** As they are before anybody is kept from them. */
export type WholeZones = SubsidenceZones & {
  readonly [K in 'here' | 'there' | 'overlap' | 'squareMetres']: NonNullable<SubsidenceZones[K]>;
};

/**
 * The zones on the ground that two goafs may pull down, and where they overlap: their edges are level lines of how deep a place
 * lies in them. `least` and `most` are the overlap of zones that are smaller and larger by what each may be off.
 * @param ground height of the level ground, metres up; not below the bodies
 */
export function subsidenceZones(here: ZoneSide, there: ZoneSide, ground: number): WholeZones {
  const zone = ({ body, cone }: ZoneSide): { plan: Plan; depth: ZoneDepth } => ({
    plan: zonePlan(body, cone, ground),
    depth: zoneDepth(body, cone, ground),
  });
  const [a, b] = [zone(here), zone(there)];
  const isKnown = here.off !== null && there.off !== null;
  const [offA, offB] = isKnown ? [here.off, there.off] : [0, 0];
  const both = fieldOf(intersection(grown(a.plan, offA), grown(b.plan, offB)), [
    { depth: a.depth, levels: [-offA, offA] },
    { depth: b.depth, levels: [-offB, offB] },
  ]);
  const overlap = (more: number): Ring[] =>
    both === null ? [] : levelRings(both, (at) => Math.min(at(0) + more * offA, at(1) + more * offB));
  const shared = overlap(0);
  const outline = ({ plan, depth }: typeof a): [number, number][][] => {
    const field = fieldOf(plan, [{ depth, levels: [0, 0] }]);
    return field === null ? [] : drawnRings(levelRings(field, (at) => at(0)));
  };
  return {
    ground,
    here: outline(a),
    there: outline(b),
    overlap: drawnRings(shared),
    squareMetres: areaOf(shared),
    least: isKnown ? areaOf(overlap(-1)) : null,
    most: isKnown ? areaOf(overlap(1)) : null,
  };
}

/** Holes run the other way round than outlines. */
const areaOf = (rings: readonly Ring[]): number =>
  Math.abs(rings.reduce((sum, ring) => sum + Math.sign(turning(ring)) * areaInPlan([ring]), 0));

function turning(ring: Ring): number {
  return ring.reduce((sum, [x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    return sum + (x - ring[0]![0]) * (v - ring[0]![1]) - (u - ring[0]![0]) * (y - ring[0]![1]);
  }, 0);
}

const intersection = (a: Plan, b: Plan): Plan => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];
