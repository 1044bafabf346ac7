import { uniform } from './chance.ts';
import { type GroundPlan, isDrivable } from './ground-plan.ts';
import { type Itinerary, itineraryFrom } from './itinerary.ts';
import { createRouter, type Stretch } from './route.ts';
import { type Anchor, nearestAnchor, pointOnWay } from './way-graph.ts';

/** Vehicles come and go between the portal and the work places; loaders and excavators stay at theirs. */

export const VEHICLE_BLOCK_MS = 6 * 3_600_000;
const MINUTE_MS = 60_000;

/** m/s; assumed, since the reference data has no vehicles. */
export const VEHICLE_SPEED = { loader: 2, other: 3.5 } as const;
const STAYS = /挖掘机|excavator/iu;
const LOADER = /铲运机|loader|LHD/iu;

export interface Drivers {
  /** Trips of one block of hours; each block starts and ends where the vehicle is parked. */
  trips(vehicle: { readonly type: string | null }, key: number, block: number): Itinerary;
}

/** @returns null where there is nowhere to drive */
export const createDrivers = (plan: GroundPlan, seed: number): Drivers | null => {
  const router = createRouter(plan.graph, isDrivable);
  const reachable = (anchor: Anchor) => router.route(plan.portal, anchor) !== null;
  const goals = plan.workPlaces.flatMap(({ anchor }) => {
    const way = plan.graph.ways[anchor.way]!;
    const near = isDrivable(way)
      ? { anchor }
      : nearestAnchor(plan.graph, pointOnWay(way, anchor.at), isDrivable);
    return near && reachable(near.anchor) ? [near.anchor] : [];
  });
  if (goals.length === 0) return null;
  const pick = (share: number): Anchor => goals[Math.floor(share * goals.length)]!;
  return {
    trips({ type }, key, block) {
      const from = block * VEHICLE_BLOCK_MS;
      let draws = 0;
      const chance = () => uniform(seed, key, block, 51, draws++);
      const isLoader = LOADER.test(type ?? '');
      const stays = STAYS.test(type ?? '');
      const parked = isLoader || stays ? pick(uniform(seed, key, 52)) : plan.portal;
      const speed = isLoader ? VEHICLE_SPEED.loader : VEHICLE_SPEED.other;
      const itinerary = itineraryFrom(from, pointOnWay(plan.graph.ways[parked.way]!, parked.at));
      const until = from + VEHICLE_BLOCK_MS;
      const go = (route: readonly Stretch[]) => itinerary.go(route, () => speed);
      // Not all at once: the first trip of each begins at its own minute.
      itinerary.rest(chance() * 10 * MINUTE_MS);
      const second = isLoader ? nearby(plan, parked, uniform(seed, key, 53)) : null;
      while (!stays) {
        const goal = second ?? pick(chance());
        const out = router.route(parked, goal);
        const back = router.route(goal, parked);
        const dwell = (2 + 4 * chance()) * MINUTE_MS;
        const metres = [...(out ?? []), ...(back ?? [])].reduce((sum, { length }) => sum + length, 0);
        if (!out || !back || itinerary.now + 2 * dwell + (metres / speed) * 1000 > until) break;
        go(out);
        itinerary.rest(dwell);
        go(back);
        itinerary.rest(dwell);
      }
      return itinerary.done(until);
    },
  };
};

/** A point of a drivable way that meets the parked vehicle's way: where a loader tips its bucket. */
const nearby = (plan: GroundPlan, { way, at }: Anchor, share: number): Anchor => {
  const here = plan.graph.ways[way]!;
  const node = at < here.length / 2 ? here.from : here.to;
  const others = plan.graph.at[node]!.filter((i) => i !== way && isDrivable(plan.graph.ways[i]!));
  const other = others[Math.floor(share * others.length)];
  if (other === undefined) return { way, at: here.length / 2 };
  const next = plan.graph.ways[other]!;
  return { way: other, at: next.length * (next.from === node ? 0.8 : 0.2) };
};
