import { normal, uniform } from './chance.ts';
import { type GroundPlan, isWalkable, type Station } from './ground-plan.ts';
import { type Itinerary, itineraryFrom, type Whereabouts, whereaboutsAt } from './itinerary.ts';
import { createRouter, type Router, type Stretch } from './route.ts';
import { DAY_MS, type ShiftTurn } from './shift-hours.ts';
import type { SimulatedPerson, Vec3 } from './simulated-mine.ts';
import { WALKING_SPEED } from './walking-figures.ts';
import { type Anchor, pointOnWay } from './way-graph.ts';

/** One person's shift: lamp room, cage or ramp, work place, and back before the shift is long over. */

/** Before the shift starts, everybody is on the way already: the day's window begins this much earlier. */
export const LEAD_MS = 60 * 60_000;
const MINUTE_MS = 60_000;
/** Working time is made up in stretches of this, each from and to the same place: only one need be kept. */
const WORK_MS = 40 * MINUTE_MS;
/** m/s; no figures for cages are in the reference data, this is a slow man cage. */
const CAGE_SPEED = 4;

/** Whose work takes them everywhere. */
const ROUNDS = /安全|通风|巡查|爆破|班长|维修/u;
/** Whose work is at a key place of these kinds. */
const POSTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/水泵/u, ['pump-room']],
  [/信号/u, ['signal-chamber', 'shaft-station']],
  [/皮带/u, ['belt-head', 'belt-tail']],
];
const SURFACE_TEAM = /地面|surface/iu;

export interface PersonShift {
  at(time: number): Whereabouts;
}

export interface Walkers {
  /** @param key chance is drawn by it */
  shift(person: SimulatedPerson, key: number, turn: ShiftTurn): PersonShift;
  /** A place in the lamp room's rack. */
  rack(key: number): Vec3;
}

/** A pace within what was measured, m/s. */
export const paceOf = (key: number): number =>
  Math.min(
    WALKING_SPEED.most,
    Math.max(WALKING_SPEED.least, WALKING_SPEED.mean + WALKING_SPEED.sd * normal(key, 11)),
  );

export const createWalkers = (
  plan: GroundPlan,
  seed: number,
  allowedTeams: ReadonlyMap<string, readonly string[]>,
): Walkers => {
  const routers = new Map<string, Router>();
  /** Teams with the same closed zones share what was found. */
  const routerOf = (team: string | null): Router => {
    const closed = [...allowedTeams].filter(([, teams]) => team === null || !teams.includes(team));
    const key = closed.map(([zone]) => zone).join(' ');
    const known = routers.get(key);
    if (known) return known;
    const zones = new Set(closed.map(([zone]) => zone));
    const open = new Map(
      plan.graph.ways.map((way, i) => [way, ![...plan.zonesOfWay[i]!].some((z) => zones.has(z))]),
    );
    const router = createRouter(plan.graph, (way) => isWalkable(way) && open.get(way) === true);
    routers.set(key, router);
    return router;
  };
  const mains = plan.workPlaces.filter(({ kind }) => kind === 'main');
  const works = mains.length > 0 ? mains : plan.workPlaces;

  const stationsOf = (person: SimulatedPerson, key: number): readonly Station[] => {
    const role = person.role ?? '';
    if (ROUNDS.test(role)) return [...plan.workPlaces, ...plan.keyPlaces];
    const post = POSTS.find(([pattern]) => pattern.test(role));
    const posts = post ? plan.keyPlaces.filter(({ kind }) => post[1].includes(kind)) : [];
    const choice = posts.length > 0 ? posts : works;
    const one = choice[Math.floor(uniform(seed, key, 21) * choice.length)];
    return one ? [one] : [];
  };
  const rack = (key: number): Vec3 => [
    plan.home[0] + (uniform(seed, key, 31) - 0.5) * 12,
    plan.home[1] + (uniform(seed, key, 32) - 0.5) * 6,
    plan.home[2],
  ];
  const straight = (a: Vec3, b: Vec3): Stretch => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
    return { kind: 'yard', line: Float64Array.of(...a, ...b), chainage: Float64Array.of(0, length), length };
  };

  /** The ways to and from a place are the same for all who may go there. */
  const kept = new Map<string, readonly Stretch[] | null>();
  const keptRoute = (router: Router, name: string, from: Anchor, to: Anchor) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const route = router.route(from, to);
    kept.set(name, route);
    return route;
  };

  /** What somebody does in one stretch of the working time: works, walks a little, fetches something, comes back. */
  const work = (o: {
    readonly from: number;
    readonly to: number;
    readonly base: Station;
    readonly stations: readonly Station[];
    readonly router: Router;
    readonly pace: number;
    readonly keys: readonly number[];
  }): Itinerary => {
    const { base, stations, router, pace } = o;
    let draws = 0;
    const chance = () => uniform(seed, ...o.keys, 42, draws++);
    const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
    const itinerary = itineraryFrom(o.from, pointOnWay(plan.graph.ways[base.anchor.way]!, base.anchor.at));
    const speed = ({ kind }: Stretch) => (kind === 'cage' ? CAGE_SPEED : pace);
    let here: Anchor = base.anchor;
    for (;;) {
      // Never so late that the way back to the base is not done by the end.
      const spare = o.to - itinerary.now - (router.metres(here, base.anchor) / pace) * 1000;
      const dwell = (0.3 + 3.7 * chance()) * MINUTE_MS;
      if (spare <= dwell) {
        itinerary.go(router.route(here, base.anchor)!, speed);
        return itinerary.done(o.to);
      }
      itinerary.rest(dwell);
      const next = one(stations);
      const there = one(chance() < 0.2 ? next.beyond : next.around);
      const metres = router.metres(here, there) + router.metres(there, base.anchor);
      if (itinerary.now + (metres / pace) * 1000 > o.to) continue;
      itinerary.go(router.route(here, there)!, speed);
      here = there;
    }
  };

  return {
    rack,
    shift(person, key, { day, start, end }) {
      const from = start - LEAD_MS;
      const bed = rack(key);
      const itinerary = itineraryFrom(from, bed);
      let draws = 0;
      const chance = () => uniform(seed, key, day, 41, draws++);
      const between = (low: number, high: number) => low + (high - low) * chance();
      const router = routerOf(person.team);
      const stations = stationsOf(person, key);
      const pace = paceOf(seed ^ key);
      const speed = ({ kind }: Stretch) => (kind === 'cage' ? CAGE_SPEED : pace);
      /** Whoever takes the cage waits for it first. */
      const go = (route: readonly Stretch[]) => {
        for (const stretch of route) {
          if (stretch.kind === 'cage') itinerary.rest(between(30, 180) * 1000);
          itinerary.go([stretch], speed);
        }
      };
      const base = stations[Math.floor(chance() * stations.length)];
      const name =
        base &&
        `${[...allowedTeams].map(([, teams]) => teams.includes(person.team ?? '')).join()} ${base.id}`;
      const inbound = base && keptRoute(router, `in ${name}`, plan.homeAnchor, base.anchor);
      const outbound = base && keptRoute(router, `out ${name}`, base.anchor, plan.homeAnchor);
      if (SURFACE_TEAM.test(person.team ?? '') || !base || !inbound || !outbound) {
        // About the lamp room and the yard, a few metres at a time.
        itinerary.rest(LEAD_MS - 10 * MINUTE_MS);
        while (itinerary.now < end) {
          const spot: Vec3 = [plan.home[0] + between(-14, 14), plan.home[1] + between(-9, 9), plan.home[2]];
          itinerary.go([straight(itinerary.at, spot)], speed);
          itinerary.rest(between(2, 15) * MINUTE_MS);
        }
        itinerary.go([straight(itinerary.at, bed)], speed);
        const whole = itinerary.done(from + DAY_MS);
        return { at: (time) => whereaboutsAt(whole, time) };
      }
      itinerary.rest(LEAD_MS - between(20, 40) * MINUTE_MS);
      itinerary.go([straight(bed, plan.home)], speed);
      go(inbound);
      const arrived = itinerary.now;
      const metres = outbound.reduce((sum, { length }) => sum + length, 0);
      const leaveAt = Math.max(arrived, end + between(-5, 8) * MINUTE_MS - (metres / pace) * 1000);
      itinerary.rest(leaveAt - arrived);
      go(outbound);
      itinerary.go([straight(itinerary.at, bed)], speed);
      const whole = itinerary.done(from + DAY_MS);
      let held: Itinerary | null = null;
      return {
        at(time) {
          if (time < arrived || time >= leaveAt) return whereaboutsAt(whole, time);
          if (!held || time < held.from || time >= held.to) {
            const nth = Math.floor((time - arrived) / WORK_MS);
            const begin = arrived + nth * WORK_MS;
            held = work({
              ...{ base, stations, router, pace },
              from: begin,
              to: Math.min(leaveAt, begin + WORK_MS),
              keys: [key, day, nth],
            });
          }
          return whereaboutsAt(held, time);
        },
      };
    },
  };
};
