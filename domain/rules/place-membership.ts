import type { NetworkIndex } from './network-index.ts';
import { createReach } from './network-reach.ts';

/** A place by what belongs to it: everything within `radius` metres along the roadways of a point, and whole roadways. */
export interface RulePlace {
  readonly id: string;
  readonly name: string;
  /** ENU metres; null where it is roadways only. */
  readonly at: readonly [number, number, number] | null;
  /** Metres. */
  readonly radius: number;
  /** Ids of whole roadways. */
  readonly roadways: readonly string[];
}

export interface PlaceMembership {
  readonly places: readonly RulePlace[];
  /**
   * Calls `hit` with the number of every place something belongs to. On the network (edge ≥ 0) that is by way along
   * it; off it (a stope, a pit) by the straight line, since no way is known.
   */
  each(edge: number, offset: number, x: number, y: number, z: number, hit: (place: number) => void): void;
}

/** Which places a spot of the network belongs to, worked out once so that asking costs a few comparisons. */
export const createPlaceMembership = (
  index: NetworkIndex | null,
  places: readonly RulePlace[],
): PlaceMembership => {
  /** By edge: place, from, to; three numbers a stretch. */
  const byEdge: number[][] = Array.from({ length: index?.edgeCount ?? 0 }, () => []);
  /** Places that can only be judged by the straight line: their point is not on the network. */
  const straight: number[] = [];
  if (index) {
    const reach = createReach(index);
    places.forEach(({ at, radius, roadways }, number) => {
      const whole = new Set(roadways);
      index.network.edges.forEach(({ roadway }, edge) => {
        if (whole.has(roadway)) byEdge[edge]!.push(number, 0, Number.POSITIVE_INFINITY);
      });
      if (!at) return;
      if (!index.snap(...at)) {
        straight.push(number);
        return;
      }
      reach.from(index.foot.edge, index.foot.offset, radius);
      for (const { edge, from, to } of merged(reach.stretches())) byEdge[edge]!.push(number, from, to);
    });
  }
  const isNear = (number: number, x: number, y: number, z: number): boolean => {
    const { at, radius } = places[number]!;
    if (!at) return false;
    const dx = x - at[0];
    const dy = y - at[1];
    const dz = z - at[2];
    return dx * dx + dy * dy + dz * dz <= radius * radius;
  };
  return {
    places,
    each: (edge, offset, x, y, z, hit) => {
      if (edge < 0) {
        for (let i = 0; i < places.length; i++) if (isNear(i, x, y, z)) hit(i);
        return;
      }
      const stretches = byEdge[edge]!;
      let last = -1;
      for (let i = 0; i < stretches.length; i += 3) {
        const place = stretches[i]!;
        // A place's roadway and radius may overlap on one edge: told once.
        if (place === last || offset < stretches[i + 1]! || offset > stretches[i + 2]!) continue;
        last = place;
        hit(place);
      }
      for (const place of straight) if (isNear(place, x, y, z) && place !== last) hit(place);
    },
  };
};

interface Stretch {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

/** Stretches of one edge that overlap become one, so that nobody is counted twice. */
const merged = (stretches: readonly Stretch[]): Stretch[] => {
  const sorted = [...stretches].sort((a, b) => a.edge - b.edge || a.from - b.from);
  const out: Stretch[] = [];
  for (const next of sorted) {
    const last = out.at(-1);
    if (last && last.edge === next.edge && next.from <= last.to)
      out[out.length - 1] = { ...last, to: Math.max(last.to, next.to) };
    else out.push(next);
  }
  return out;
};
