import type { ReadingKind } from '../../domain/contracts/live/messages.ts';
import type { LiveSetup, SetupDevice } from '../../domain/contracts/live/setup.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { normal, textKey, uniform, wander } from './chance.ts';
import { DAY_MS, zoneMs } from './shift-hours.ts';
import type { SimulatedMine } from './simulated-mine.ts';
import {
  type Creep,
  madeUpMotion,
  measured,
  motionUnder,
  replayedMotion,
  type SlopeSeries,
  totalOf,
} from './slope-motion.ts';

/** What the mine's devices read: cameras, slopes, water, air, power, hoist, pumps, seals, belt. All values assumed. */
export interface Plant {
  /** Readings of one device at a moment; every number depends on the seed, the device and the time only. */
  read(device: SetupDevice, time: number): Values;
  readonly downCamera: string | null;
  /** Slope that creeps. */
  readonly creepingSlope: string | null;
}

type Values = Readonly<Record<string, number | boolean>>;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A sump fills and is pumped out once in this time. */
const PUMP_CYCLE_MS = 3 * HOUR_MS;
const PUMPING_SHARE = 0.35;
/** A water device this near a pump is in its sump; others are holes whose outflow is measured. */
const SUMP_METRES = 150;
/** 1.2 mm a day on plan and 0.9 mm down: slow enough that nothing need be done today. */
const CREEP = { plan: 1.2, down: 0.9 } as const;

export const createPlant = (
  { setup, frame }: SimulatedMine,
  seed: number,
  slopeSeries: readonly SlopeSeries[] | null,
): Plant => {
  const zone = zoneMs(setup.timeZone);
  const pumps = setup.devices.filter(({ kind }) => kind === 'pump');
  const creeping = setup.slopes.find(({ stations }) => stations.length > 0) ?? null;
  const moving = slopeSeries ? [...slopeSeries].sort((a, b) => totalOf(b) - totalOf(a)).map(motionUnder) : [];
  const down = downCamera(setup);
  const creep = creeping ? creepOf(setup, creeping.stations) : null;

  /** 0 up to 1 through the cycle of the mine's pumps, which go on together as far as they go on at all. */
  const cycle = (time: number) =>
    ((((time + seed * MINUTE_MS) % PUMP_CYCLE_MS) + PUMP_CYCLE_MS) % PUMP_CYCLE_MS) / PUMP_CYCLE_MS;
  const pumping = (time: number) => cycle(time) > 1 - PUMPING_SHARE;
  /** 0 empty, 1 full. */
  const filled = (time: number) => {
    const at = cycle(time);
    return at <= 1 - PUMPING_SHARE ? at / (1 - PUMPING_SHARE) : (1 - at) / PUMPING_SHARE;
  };
  /** Fumes after the blast at each shift's end; they thin out over some ten minutes. */
  const fumes = (time: number, key: number) => {
    const ends = setup.shifts.map(({ end }) => {
      const [h = '0', m = '0'] = end.split(':');
      const since = (time + zone - (Number(h) * 60 + Number(m)) * MINUTE_MS) % DAY_MS;
      return (since + DAY_MS) % DAY_MS;
    });
    const since = Math.min(...ends, DAY_MS);
    const rise = Math.min(1, since / (2 * MINUTE_MS));
    return (0.5 + 0.5 * uniform(seed, key, 71)) * rise * Math.exp(-since / (12 * MINUTE_MS));
  };
  const heights = new Map<string, number>();
  /** Levels are survey heights; the frame's up is another number for the same height. */
  const heightOf = ({ id, enu: at }: SetupDevice): number => {
    const known = heights.get(id) ?? frame.enuToSurvey(enu(...at)).height;
    heights.set(id, known);
    return known;
  };
  const round = (value: number, digits: number) => Number(value.toFixed(digits));

  const slope = (device: SetupDevice, time: number, key: number): Values => {
    if (setup.slopes.some(({ rain }) => rain === device.id))
      // mm in the last hour: showers on some days.
      return { rain: round(Math.max(0, 4 * wander(time, 9 * HOUR_MS, seed, key, 72) - 4.5), 1) };
    const of = setup.slopes.find(({ stations }) => stations.includes(device.id));
    if (!of) {
      // Neither station nor gauge of a slope: a crack that opens with the creep.
      const days = (time - Date.UTC(2026, 0, 1)) / DAY_MS;
      return { crack: round(12 + 0.15 * days + 0.05 * wander(time, HOUR_MS, seed, key, 73), 2) };
    }
    const moves = of.id === creeping?.id;
    const order = of.stations.indexOf(device.id);
    const series = moves ? moving[order % Math.max(1, moving.length - 1)] : moving.at(-1);
    const { e, n, u } = series
      ? measured(time, replayedMotion(time, series), seed, key)
      : madeUpMotion(time, moves ? creep : null, seed, key);
    return { e: round(e, 2), n: round(n, 2), u: round(u, 2) };
  };

  const readers: Readonly<Record<ReadingKind, (d: SetupDevice, time: number, key: number) => Values>> = {
    camera: ({ id }): Values => (id === down ? { online: false } : { online: true, obstructed: false }),
    slope,
    water(device, time, key): Values {
      const sump = pumps.some((pump) => apart(pump.enu, device.enu) < SUMP_METRES);
      const inflow = (sump ? 42 : 3.2) * (1 + 0.05 * wander(time, 20 * MINUTE_MS, seed, key, 74));
      if (!sump) return { inflow: round(inflow, 2) };
      const level = heightOf(device) + 0.2 + 1.2 * filled(time) + 0.01 * normal(seed, key, time, 75);
      return { level: round(level, 3), inflow: round(inflow, 1) };
    },
    air(_, time, key) {
      const smoke = fumes(time, key);
      return {
        co: round(Math.max(0, 3 + 22 * smoke + 0.4 * wander(time, 5 * MINUTE_MS, seed, key, 76)), 1),
        nox: round(Math.max(0, 0.3 + 1.9 * smoke + 0.05 * wander(time, 5 * MINUTE_MS, seed, key, 77)), 2),
        o2: round(20.7 - 0.2 * smoke + 0.03 * wander(time, 5 * MINUTE_MS, seed, key, 78), 2),
        wind: round(
          Math.max(
            0.1,
            1.4 + 0.6 * (uniform(seed, key, 79) - 0.5) + 0.12 * wander(time, MINUTE_MS, seed, key, 80),
          ),
          2,
        ),
      };
    },
    power: (_, time, key) => ({
      on: true,
      load: round(420 + 160 * uniform(seed, key, 81) + 35 * wander(time, 4 * MINUTE_MS, seed, key, 82), 0),
    }),
    hoist(device, time) {
      const depth = deepest(setup, device);
      // Ten minutes a wind: down, stand, up, stand.
      const at = (time % (10 * MINUTE_MS)) / MINUTE_MS;
      const running = at < 2 || (at >= 5 && at < 7);
      const share = at < 2 ? at / 2 : at < 5 ? 1 : at < 7 ? (7 - at) / 2 : 0;
      return { on: true, speed: running ? round(depth / 120, 2) : 0, position: round(depth * share, 1) };
    },
    pump(device, time, key) {
      const nth = pumps.findIndex(({ id }) => id === device.id);
      const on = pumping(time) && (nth === 0 || (nth === 1 && filled(time) > 0.5));
      return { on, flow: on ? round(180 + 4 * wander(time, MINUTE_MS, seed, key, 83), 1) : 0 };
    },
    seal: () => ({ closed: true }),
    belt(_, time, key) {
      const on = wander(time, 40 * MINUTE_MS, seed, key, 84) > -1;
      return {
        on,
        speed: on ? 2.5 : 0,
        load: on ? round(Math.max(0, 180 + 30 * wander(time, 2 * MINUTE_MS, seed, key, 85)), 0) : 0,
      };
    },
  };
  return {
    downCamera: down,
    creepingSlope: creeping?.id ?? null,
    read: (device, time) => readers[device.kind as ReadingKind](device, time, textKey(device.id)),
  };
};

const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, i) => value - b[i]!));

/** The camera that sees to a main work place and stands nearest to it; else the last one. */
const downCamera = ({ devices, workPlaces }: LiveSetup): string | null => {
  const cameras = devices.filter(({ kind }) => kind === 'camera');
  const mains = workPlaces.filter(({ main }) => main);
  const away = (camera: SetupDevice) => Math.min(...mains.map(({ enu: at }) => apart(at, camera.enu)));
  const near = cameras
    .filter((camera) => away(camera) <= (camera.range ?? 0))
    .sort((a, b) => away(a) - away(b));
  return (near[0] ?? cameras.at(-1))?.id ?? null;
};

/** Down the slope: from its highest station to its lowest. */
const creepOf = ({ devices }: LiveSetup, stations: readonly string[]): Creep => {
  const placed = devices.filter(({ id }) => stations.includes(id)).sort((a, b) => a.enu[2] - b.enu[2]);
  const [low, high] = [placed[0]?.enu ?? [0, 0, 0], placed.at(-1)?.enu ?? [0, 1, 0]];
  const [east, north] = [low[0] - high[0], low[1] - high[1]];
  const length = Math.hypot(east, north) || 1;
  return { east: east / length, north: north / length, ...CREEP };
};

const HOIST_METRES = 8;
const NO_STATION_METRES = 100;

/** Metres from the hoist's collar down to its deepest station. */
const deepest = ({ keyPlaces }: LiveSetup, { enu: top }: SetupDevice): number => {
  const below = keyPlaces
    .filter(
      ({ kind, enu: at }) =>
        kind === 'shaft-station' && Math.hypot(at[0] - top[0], at[1] - top[1]) < HOIST_METRES,
    )
    .map(({ enu: at }) => top[2] - at[2]);
  return below.length > 0 ? Math.max(...below) : NO_STATION_METRES;
};
