import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { createFaults, type FaultOptions, type Faults } from '../../data/simulator/faults.ts';
import type { SimulatedMine } from '../../data/simulator/simulated-mine.ts';
import type { SlopeSeries } from '../../data/simulator/slope-motion.ts';
import { createWorld, type World } from '../../data/simulator/world.ts';
import { type Device, deviceName } from '../../gateway/live/intake/credentials.ts';
import { type GatewayLink, openGatewayLink } from './gateway-link.ts';
import { pastSlopes } from './past-slopes.ts';

export interface SimulationOptions {
  readonly mines: readonly SimulatedMine[];
  readonly url: string;
  readonly seed: number;
  /** People of each mine; default: the registered ones. */
  readonly people?: number | undefined;
  readonly gateways?: number | undefined;
  /** Positions a second of each mine; default: everybody once a second. */
  readonly rate?: number | undefined;
  readonly silentReaders?: number | undefined;
  readonly zeroHeightTags?: number | undefined;
  readonly faults: Omit<FaultOptions, 'seed'>;
  /** How many times faster than the clock the world runs; messages bear the clock's time all the same. */
  readonly speed: number;
  /** The world's moment at the start, ms; default: now. Messages bear the clock's time all the same. */
  readonly worldTime?: number | undefined;
  /** Days of hourly slope readings sent before the live ones. */
  readonly pastDays: number;
  readonly slopeSeries: readonly SlopeSeries[] | null;
  /** The truth as JSON lines, one a second and mine. */
  readonly truthFile?: string | undefined;
  /** Stop after this many seconds; default: when told to. */
  readonly seconds?: number | undefined;
  /** Username and password by `deviceName`. */
  readonly credentials: (devices: readonly Device[]) => Promise<ReadonlyMap<string, Login>>;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

export interface Login {
  readonly username: string | undefined;
  readonly password: string | undefined;
}

export interface SimulationReport {
  readonly steps: number;
  readonly sent: number;
  readonly acknowledged: number;
  /** Not acknowledged when it ended. */
  readonly left: number;
  readonly faults: Faults['counts'];
}

interface Running {
  readonly world: World;
  readonly faults: Faults;
  readonly links: ReadonlyMap<string, GatewayLink>;
}

/** Faster than this steps gain nothing, ms. */
const SHORTEST_STEP_MS = 20;
/** So much may wait on one line before the user is told; nothing is thrown away. */
const MANY_WAITING = 5_000;
const FINISH_WITHIN_MS = 3_000;
/** Boots differ from start to start; past readings keep theirs. */
const bootNow = () => `sim-${Date.now().toString(36)}`;

/** Runs until told to stop. @throws Error where the truth file cannot be written */
export const runSimulation = async (o: SimulationOptions): Promise<SimulationReport> => {
  const boot = bootNow();
  const truth = o.truthFile === undefined ? null : createWriteStream(o.truthFile);
  if (truth) await once(truth, 'open');
  const worlds = o.mines.map((mine) => ({ mine, world: worldOf(o, mine, boot) }));
  const devices = worlds.flatMap(({ mine, world }) =>
    world.gateways.map((gateway) => ({ county: mine.manifest.county, mine: world.mine, gateway })),
  );
  const logins = await o.credentials(devices);
  const start = Math.ceil(Date.now() / 1000) * 1000;
  const worldStart = o.worldTime ?? start;
  const running = worlds.map(({ mine, world }) => connect(o, mine.manifest.county, world, logins, start));
  const tags = Math.max(1, ...running.map(({ world }) => world.tags));
  const interval = o.rate === undefined ? 1000 : Math.max(SHORTEST_STEP_MS, (1000 * tags) / o.rate);

  let steps = 0;
  let told = false;
  while (!o.signal.aborted && (o.seconds === undefined || steps * interval < o.seconds * 1000)) {
    const time = Math.round(start + steps * interval);
    await until(time, o.signal);
    if (o.signal.aborted) break;
    for (const { world, faults, links } of running) {
      const now = world.step(Math.round(worldStart + (time - start) * o.speed), { shownAs: time });
      for (const message of faults.pass(now.messages, time)) links.get(message.topic.gateway)!.send(message);
      await write(truth, { ...now.truth, shownAs: time });
    }
    steps++;
    const waiting = Math.max(
      ...running.flatMap(({ links }) => [...links.values()].map((link) => link.waiting)),
    );
    if (waiting > MANY_WAITING && !told)
      o.log(`${waiting} messages wait on one line: the broker takes them slower than they are made`);
    told = waiting > MANY_WAITING;
    // Behind by much (the machine slept): go on from now; a gateway does not make up the seconds it was off.
    const behind = Date.now() - (start + steps * interval);
    if (behind > 10_000) steps += Math.floor(behind / interval);
  }
  // What faults still hold back leaves now: late is not lost.
  for (const { faults, links } of running)
    for (const message of faults.drain(Date.now())) links.get(message.topic.gateway)!.send(message);
  const all = running.flatMap(({ links }) => [...links.values()]);
  const left = (await Promise.all(all.map((link) => link.finish(FINISH_WITHIN_MS)))).reduce(
    (a, b) => a + b,
    0,
  );
  if (truth) {
    truth.end();
    await once(truth, 'finish');
  }
  const sum = (of: (link: GatewayLink) => number) => all.reduce((total, link) => total + of(link), 0);
  const total = (key: keyof Faults['counts']) => running.reduce((n, { faults }) => n + faults.counts[key], 0);
  return {
    steps,
    sent: sum((link) => link.counts.sent),
    acknowledged: sum((link) => link.counts.acknowledged),
    left,
    faults: {
      late: total('late'),
      dup: total('dup'),
      outOfOrder: total('outOfOrder'),
      lying: total('lying'),
    },
  };
};

const worldOf = (o: SimulationOptions, mine: SimulatedMine, boot: string): World => {
  const registered = mine.people.length;
  const vehicles = mine.network ? mine.vehicles.length : 0;
  const people =
    o.people ??
    (o.rate !== undefined && o.rate > registered + vehicles ? Math.round(o.rate) - vehicles : undefined);
  return createWorld({
    mine,
    seed: o.seed,
    boot,
    slopeSeries: o.slopeSeries,
    ...(people === undefined ? {} : { people }),
    ...(o.gateways === undefined ? {} : { gateways: o.gateways }),
    ...(o.silentReaders === undefined ? {} : { silentReaders: o.silentReaders }),
    ...(o.zeroHeightTags === undefined ? {} : { zeroHeightTags: o.zeroHeightTags }),
  });
};

const connect = (
  o: SimulationOptions,
  county: string,
  world: World,
  logins: ReadonlyMap<string, Login>,
  start: number,
): Running => {
  const faults = createFaults({ seed: o.seed, ...o.faults });
  const links = new Map<string, GatewayLink>();
  for (const gateway of world.gateways) {
    const name = deviceName({ county, mine: world.mine, gateway });
    const login = logins.get(name);
    links.set(
      gateway,
      openGatewayLink({
        url: o.url,
        clientId: name,
        username: login?.username,
        password: login?.password,
        skewMs: faults.skewOf(gateway),
        onState: (state) => o.log(`${world.mine} ${gateway}: ${state}`),
      }),
    );
  }
  if (o.pastDays > 0)
    for (const [gateway, messages] of pastSlopes(world, {
      now: start,
      days: o.pastDays,
      skewOf: faults.skewOf,
    }))
      links.get(gateway)!.sendPast(messages(), 'slope');
  return { world, faults, links };
};

const until = (time: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wait = time - Date.now();
    if (wait <= 0 || signal.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, wait);
    signal.addEventListener('abort', done);
  });

const write = async (stream: WriteStream | null, line: unknown): Promise<void> => {
  if (stream && !stream.write(`${JSON.stringify(line)}\n`)) await once(stream, 'drain');
};
