import type {
  LiveMessage,
  PositionTag,
  ReadingKind,
  ReadingMessage,
} from '../../domain/contracts/live/messages.ts';
import { MESSAGE_KINDS, type MessageKind, type Topic } from '../../domain/contracts/live/topic.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { metres } from '../../domain/units/quantities.ts';
import { mix, normal, textKey } from './chance.ts';
import { planGateways } from './gateways.ts';
import { groundPlan } from './ground-plan.ts';
import { type Itinerary, whereaboutsAt } from './itinerary.ts';
import { createWalkers, LEAD_MS, type PersonShift, type Walkers } from './person-shift.ts';
import { createPlant } from './plant.ts';
import { type ShiftTurn, shiftTurnAt } from './shift-hours.ts';
import type { SimulatedMine, SimulatedPerson, Vec3 } from './simulated-mine.ts';
import type { SlopeSeries } from './slope-motion.ts';
import { createDrivers, VEHICLE_BLOCK_MS } from './vehicle-trips.ts';
import { TAG_NOISE_METRES, ZERO_HEIGHT_SHARE } from './walking-figures.ts';

/**
 * A mine at work, made up and repeatable: where everybody really is (truth), and what its gateways say of it. The same
 * seed and second give the same, whatever was asked before; only `seq` counts on.
 */

export interface WorldOptions {
  readonly mine: SimulatedMine;
  readonly seed: number;
  /** How many people; more than are registered wear tags nobody is registered for. Default: the registered. */
  readonly people?: number;
  /** How many gateways; default: those of the set-up. */
  readonly gateways?: number;
  /** Readers that say nothing. */
  readonly silentReaders?: number;
  /** Share of tags with the zero-height fault: they say a height of 0, as the real one did. */
  readonly zeroHeightTags?: number;
  readonly slopeSeries?: readonly SlopeSeries[] | null;
  /** Names this start of the gateways; default from the seed. */
  readonly boot?: string;
}

export interface TagTruth {
  readonly id: string;
  readonly kind: 'person' | 'vehicle';
  /** ENU metres. */
  readonly enu: Vec3;
  /** null while at rest. */
  readonly heading: number | null;
  readonly underground: boolean;
  /** The reader that hears it; null: nothing does (in a mine without readers: a satellite fix). */
  readonly reader: string | null;
  readonly heard: boolean;
}

export interface Truth {
  /** ms since 1970. */
  readonly time: number;
  readonly mine: string;
  readonly tags: readonly TagTruth[];
  readonly readings: readonly {
    readonly device: string;
    readonly kind: ReadingKind;
    readonly values: Readonly<Record<string, number | boolean>>;
  }[];
}

export interface SimulatedMessage {
  readonly topic: Topic;
  readonly message: LiveMessage;
}

export interface World {
  readonly mine: string;
  readonly gateways: readonly string[];
  readonly silentReaders: ReadonlySet<string>;
  readonly downCamera: string | null;
  readonly creepingSlope: string | null;
  readonly tags: number;
  /**
   * One second: what is true at `time`, and one message a gateway and kind about it. `kinds` left out: those that are due,
   * positions always, slopes each minute, the rest every five seconds.
   * @param shownAs time the messages bear, where the world runs faster than the clock
   */
  step(
    time: number,
    o?: { readonly shownAs?: number; readonly kinds?: readonly MessageKind[] },
  ): { readonly truth: Truth; readonly messages: readonly SimulatedMessage[] };
  /** What devices of a kind read at another moment: one message a gateway, not counted, all with seq 0. */
  lookBack(
    kind: ReadingKind,
    time: number,
  ): readonly { readonly topic: Topic; readonly message: ReadingMessage }[];
}

const READING_EVERY_MS = 5_000;
const SLOPE_EVERY_MS = 60_000;
/** Deeper than this below the lamp room is underground, metres; the ramp's open cut is less deep. */
const UNDERGROUND_METRES = 25;
const MOST_TAGS = 2_000;

type Mover = (time: number) => ReturnType<typeof whereaboutsAt>;

export const createWorld = (o: WorldOptions): World => {
  const { mine, seed } = o;
  const { manifest, setup, frame } = mine;
  const plan = groundPlan(mine);
  const gateways = planGateways(mine, o.gateways ?? null, o.silentReaders ?? 0);
  const plant = createPlant(mine, seed, o.slopeSeries ?? null);
  const boot = o.boot ?? `sim-${mix(seed, 7).toString(36)}`;
  const seqs = new Int32Array(gateways.ids.length);
  const teams = new Map(manifest.restrictedZones.map(({ id, allowedTeams }) => [id, allowedTeams]));
  const walkers = plan && createWalkers(plan, seed, teams);
  const drivers = plan && createDrivers(plan, seed);
  const gridTurn = convergence(mine);

  const shifts = new Map(setup.shifts.map((shift) => [shift.id, shift]));
  const walker = (walk: Walkers, person: SimulatedPerson, key: number): Mover => {
    const shift = shifts.get(person.shift ?? '') ?? null;
    let held: { turn: ShiftTurn; own: PersonShift } | null = null;
    return (time) => {
      if (!shift) return { enu: walk.rack(key), heading: null, still: 0, inCage: false };
      const turn = shiftTurnAt(time, shift, setup.timeZone, LEAD_MS);
      if (held?.turn.day !== turn.day) held = { turn, own: walk.shift(person, key, turn) };
      return held.own.at(time);
    };
  };
  const driver = (vehicle: { readonly type: string | null }, key: number): Mover => {
    let held: Itinerary | null = null;
    // Blocks of different vehicles change at different times.
    const shift = mix(seed, key) % VEHICLE_BLOCK_MS;
    return (time) => {
      if (!held || time + shift < held.from || time + shift >= held.to)
        held = drivers!.trips(vehicle, key, Math.floor((time + shift) / VEHICLE_BLOCK_MS));
      return whereaboutsAt(held, time + shift);
    };
  };
  const registered = mine.people.slice(0, o.people ?? mine.people.length);
  const extra = Math.max(0, (o.people ?? 0) - registered.length);
  const strangers = Array.from({ length: extra }, (_, i): SimulatedPerson => {
    const like = mine.people[i % Math.max(1, mine.people.length)];
    const shift = setup.shifts[i % Math.max(1, setup.shifts.length)]?.id ?? null;
    return {
      tag: `SIM-${i + 1}`,
      team: like?.team ?? null,
      role: like?.role ?? null,
      shift: like?.shift ?? shift,
    };
  });
  const movers = plan
    ? [
        ...[...registered, ...strangers].map((person) => ({
          id: person.tag,
          kind: 'person' as const,
          key: textKey(person.tag),
          move: walker(walkers!, person, textKey(person.tag)),
        })),
        ...(drivers ? mine.vehicles : []).map((vehicle) => ({
          id: vehicle.tag,
          kind: 'vehicle' as const,
          key: textKey(vehicle.tag),
          move: driver(vehicle, textKey(vehicle.tag)),
        })),
      ]
    : [];
  const zeroHeight = new Set(
    movers.flatMap(({ key }) => (mix(seed, key, 91) / 4_294_967_296 < (o.zeroHeightTags ?? 0) ? [key] : [])),
  );
  /** A pit is open to the sky, however deep. */
  const goesDown = plan?.graph.ways.some(({ kind }) => kind === 'cage') ?? false;
  const hasReaders = gateways.readers.length > 0;

  const tagOf = (
    { key, id }: (typeof movers)[number],
    where: ReturnType<typeof whereaboutsAt>,
    reader: string | null,
    time: number,
  ): PositionTag => {
    const err = (axis: number) => TAG_NOISE_METRES * normal(seed, key, time, 92 + axis);
    const at = frame.enuToSurvey(enu(where.enu[0] + err(0), where.enu[1] + err(1), where.enu[2] + err(2)));
    const faulty = zeroHeight.has(key) && mix(seed, key, time, 95) / 4_294_967_296 < ZERO_HEIGHT_SHARE;
    return {
      id,
      e: cm(at.easting),
      n: cm(at.northing),
      h: faulty ? 0 : cm(at.height),
      acc: 0.1,
      ...(where.heading === null ? {} : { hd: Math.round((where.heading - gridTurn + 360) % 360) }),
      ...(reader === null ? {} : { reader }),
      still: where.still,
    };
  };

  const devicesOf = new Map<MessageKind, typeof setup.devices>();
  for (const device of setup.devices)
    if (device.kind !== 'reader') {
      const kind = device.kind as MessageKind;
      devicesOf.set(kind, [...(devicesOf.get(kind) ?? []), device]);
    }
  const lastOf = new Map<MessageKind, number>();
  const isDue = (kind: MessageKind, time: number): boolean => {
    if (kind === 'position') return true;
    const every = kind === 'slope' ? SLOPE_EVERY_MS : READING_EVERY_MS;
    const bucket = Math.floor(time / every);
    if (lastOf.get(kind) === bucket) return false;
    lastOf.set(kind, bucket);
    return true;
  };
  const address = (kind: MessageKind, gateway: number): Topic => ({
    county: manifest.county,
    mine: setup.mine,
    kind,
    gateway: gateways.ids[gateway]!,
  });
  const envelope = (gateway: number, at: number, seq = seqs[gateway]!++) => ({
    v: 1 as const,
    boot,
    seq,
    at,
    sent: at,
    synthetic: true as const,
  });

  const readByGateway = (kind: ReadingKind, time: number) => {
    const byGateway = new Map<number, { device: string; values: ReturnType<typeof plant.read> }[]>();
    for (const device of devicesOf.get(kind) ?? []) {
      const gateway = gateways.gatewayOf.get(device.id) ?? 0;
      const list = byGateway.get(gateway) ?? [];
      list.push({ device: device.id, values: plant.read(device, time) });
      byGateway.set(gateway, list);
    }
    return byGateway;
  };

  return {
    mine: setup.mine,
    gateways: gateways.ids,
    silentReaders: gateways.silent,
    downCamera: plant.downCamera,
    creepingSlope: plant.creepingSlope,
    tags: movers.length,
    step(time, { shownAs = time, kinds } = {}) {
      const due = kinds ?? MESSAGE_KINDS.filter((kind) => isDue(kind, time));
      const messages: SimulatedMessage[] = [];
      const tags: TagTruth[] = [];
      if (due.includes('position')) {
        const heardBy: PositionTag[][] = gateways.ids.map(() => []);
        movers.forEach((mover, index) => {
          const where = mover.move(time);
          const nth = hasReaders ? gateways.hearing(where.enu) : -1;
          const reader = gateways.readers[nth]?.id ?? null;
          const heard = !hasReaders || reader !== null;
          const { id, kind } = mover;
          const underground = goesDown && plan !== null && where.enu[2] < plan.home[2] - UNDERGROUND_METRES;
          tags.push({ id, kind, enu: where.enu, heading: where.heading, underground, reader, heard });
          if (!heard) return;
          const gateway = gateways.readers[nth]?.gateway ?? index % gateways.ids.length;
          heardBy[gateway]!.push(tagOf(mover, where, reader, time));
        });
        heardBy.forEach((all, gateway) => {
          // A gateway that hears nobody says so: silence would look like a fault.
          for (let from = 0; from === 0 || from < all.length; from += MOST_TAGS)
            messages.push({
              topic: address('position', gateway),
              message: { ...envelope(gateway, shownAs), tags: all.slice(from, from + MOST_TAGS) },
            });
        });
      }
      const readings: Truth['readings'][number][] = [];
      for (const kind of due) {
        if (kind === 'position') continue;
        for (const [gateway, list] of readByGateway(kind, time)) {
          for (const { device, values } of list) readings.push({ device, kind, values });
          messages.push({
            topic: address(kind, gateway),
            message: { ...envelope(gateway, shownAs), readings: list },
          });
        }
      }
      return { truth: { time, mine: setup.mine, tags, readings }, messages };
    },
    lookBack: (kind, time) =>
      [...readByGateway(kind, time)].map(([gateway, list]) => ({
        topic: address(kind, gateway),
        message: { ...envelope(gateway, time, 0), readings: list },
      })),
  };
};

const cm = (value: number): number => Math.round(value * 100) / 100;

/** Degrees from the frame's north clockwise to grid north at the frame's origin. */
const convergence = ({ frame }: SimulatedMine): number => {
  const origin = frame.enuToSurvey(enu(0, 0, 0));
  const north = frame.surveyToEnu({ ...origin, northing: metres(origin.northing + 10) });
  return (Math.atan2(north[0], north[1]) * 180) / Math.PI;
};
