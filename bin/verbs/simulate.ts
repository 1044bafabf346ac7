import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { type Command, InvalidArgumentError } from 'commander';
import { readWays } from '../../data/simulator/read-ways.ts';
import type { SimulatedMine } from '../../data/simulator/simulated-mine.ts';
import { readSlopeSeries } from '../../data/simulator/slope-motion.ts';
import {
  CREDENTIALS_FILE,
  type Device,
  deviceName,
  openCredentials,
} from '../../gateway/live/intake/credentials.ts';
import { loadLiveMine } from '../../gateway/live/setup/live-mine.ts';
import { LiveSetupError } from '../../gateway/live/setup/setup-problem.ts';
import { type Login, runSimulation, type SimulationReport } from '../simulation/run-simulation.ts';
import { STATE_FOLDER } from '../state-folder.ts';
import { DEFAULT_MQTT_PORT } from './serve.ts';

const EXAMPLES = `
Everything sent is marked as synthetic. The simulated gateways are given credentials in the state folder; passwords these
gateways had before end. With --username the pair given is used for all of them.

Examples:
  npm run -s hyalite -- simulate                                    the demo mines, for the gateway of npm start
  npm run -s hyalite -- simulate --mine qingshi-iron --people 1000
  npm run -s hyalite -- simulate --late 5% --dup 2% --skew 90s --silent 3 --rate 5000 --truth truth.jsonl
  npm run -s hyalite -- simulate --url mqtt://broker:1883 --username sim --password secret --seconds 60`;

/** "5%" or "0.05" → 0.05 */
export const parseShare = (text: string): number => {
  const share = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (text.trim() === '' || !(share >= 0 && share <= 1))
    throw new InvalidArgumentError('a share is 0% to 100%, or 0 to 1');
  return share;
};

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60, h: 3600, d: 86_400 };

/** "90s", "2min", "1.5h", "30d" or plain seconds → seconds */
export const parseDuration = (text: string): number => {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|min|h|d)?$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError('a time is a number and ms, s, min, h or d: 90s');
  return Number(number) * SECONDS[unit]!;
};

/** @returns ms since 1970 */
export const parseMoment = (text: string): number => {
  const moment = /T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment))
    throw new InvalidArgumentError('a moment with its zone, as 2026-03-02T10:00+08:00');
  return moment;
};

const parseCount = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('a whole number, 0 or more');
  return value;
};

const parsePositive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('a number above 0');
  return value;
};

interface Options {
  readonly mine?: readonly string[];
  readonly data: string;
  readonly bundles: string;
  readonly url: string;
  readonly state: string;
  readonly username?: string;
  readonly password?: string;
  readonly seed: number;
  readonly people?: number;
  readonly gateways?: number;
  readonly rate?: number;
  readonly late?: number;
  readonly dup?: number;
  readonly outOfOrder?: number;
  readonly lying?: number;
  readonly skew?: number;
  readonly silent?: number;
  readonly zeroHeight?: number;
  readonly speed: number;
  readonly worldTime?: number;
  readonly past: number;
  readonly slopes: string;
  readonly truth?: string;
  readonly seconds?: number;
}

/** Folders of the data root with a live.yaml, or those named. */
const minesOf = async (o: Options): Promise<string[]> => {
  if (o.mine) return [...o.mine];
  const entries = await readdir(o.data, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries)
    if (entry.isDirectory() && (await readdir(join(o.data, entry.name))).includes('live.yaml'))
      found.push(entry.name);
  return found.sort();
};

const loadMines = async (o: Options): Promise<SimulatedMine[]> =>
  Promise.all(
    (await minesOf(o)).map(async (mine) => {
      const liveFolder = join(o.data, mine);
      const live = await loadLiveMine({ liveFolder, bundleFolder: join(o.bundles, mine) });
      return { ...live, network: live.network ?? readWays(liveFolder, live.frame) };
    }),
  );

/** A running broker looks for new credentials at most once a second. */
const SEEN_AFTER_MS = 1_100;

const credentialsOf = async (o: Options, devices: readonly Device[]): Promise<Map<string, Login>> => {
  const own = o.username === undefined ? openCredentials(join(o.state, CREDENTIALS_FILE)) : null;
  const logins = new Map<string, Login>();
  for (const device of devices) {
    const name = deviceName(device);
    logins.set(
      name,
      own
        ? { username: name, password: await own.add(device) }
        : { username: o.username, password: o.password },
    );
  }
  if (own) await new Promise((done) => setTimeout(done, SEEN_AFTER_MS));
  return logins;
};

const reportLine = ({ steps, sent, acknowledged, left, faults }: SimulationReport): string =>
  `${steps} steps, ${sent} messages sent, ${acknowledged} acknowledged, ${left} left` +
  ` (late ${faults.late}, twice ${faults.dup}, out of order ${faults.outOfOrder}, positions made false ${faults.lying})`;

/** Ended by a signal, and with the program that started it: nobody simulates a mine that nobody shows. */
const untilStopped = (): AbortSignal => {
  const stop = new AbortController();
  const end = () => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  if (process.connected) process.once('disconnect', end);
  return stop.signal;
};

export const addSimulateVerb = (program: Command): void => {
  program
    .command('simulate')
    .description('plays the demo mines at work over real MQTT, with faults to order')
    .option('--mine <id...>', 'mines to simulate (default: every folder of --data with a live.yaml)')
    .option('--data <folder>', 'folder of the mines, each with its live.yaml', 'data')
    .option('--bundles <folder>', 'folder of all bundles', 'bundles')
    .option('--url <address>', 'MQTT broker', `mqtt://127.0.0.1:${DEFAULT_MQTT_PORT}`)
    .option('--state <folder>', 'state folder of the gateway, for credentials', STATE_FOLDER)
    .option('--username <name>', 'one username for all gateways, instead of credentials of their own')
    .option('--password <text>', 'its password')
    .option('--seed <number>', 'the same seed makes the same mine', parseCount, 1)
    .option('--people <number>', 'people a mine; more than are registered wear unknown tags', parseCount)
    .option('--gateways <number>', 'field gateways a mine', parseCount)
    .option('--rate <number>', 'positions a second a mine; without --people so many people', parsePositive)
    .option('--late <share>', 'messages that come 5 s to 2 min late, e.g. 5%', parseShare)
    .option('--dup <share>', 'messages that are sent twice', parseShare)
    .option('--out-of-order <share>', 'messages that are overtaken by the next', parseShare)
    .option('--lying <share>', 'positions that are wrong by kilometres', parseShare)
    .option('--skew <time>', 'gateway clocks are off by up to this, the first by just this', parseDuration)
    .option('--silent <number>', 'readers that say nothing', parseCount)
    .option('--zero-height <share>', 'tags that say a height of 0', parseShare)
    .option('--speed <factor>', 'the world runs faster than the clock', parsePositive, 1)
    .option(
      '--world-time <moment>',
      "the world's time at the start, as 2026-03-02T10:00+08:00 (default: now)",
      parseMoment,
    )
    .option('--past <time>', 'hourly slope readings of the past, sent first', parseDuration, 0)
    .option(
      '--slopes <folder>',
      'GNSS series for the slope stations to replay; made up where it is missing',
      '../shared/data/09-slope-salmonfalls/data/gps',
    )
    .option('--truth <file>', 'what really was, as JSON lines')
    .option('--seconds <time>', 'stop after this', parseDuration)
    .addHelpText('after', EXAMPLES)
    .action(async (o: Options) => {
      const log = (line: string) => process.stderr.write(`simulate: ${line}\n`);
      const signal = untilStopped();
      try {
        const mines = await loadMines(o);
        if (mines.length === 0) throw new LiveSetupError([NO_MINE(resolve(o.data))]);
        const report = await runSimulation({
          mines,
          url: o.url,
          seed: o.seed,
          people: o.people,
          gateways: o.gateways,
          rate: o.rate,
          silentReaders: o.silent,
          zeroHeightTags: o.zeroHeight,
          faults: {
            late: o.late ?? 0,
            dup: o.dup ?? 0,
            outOfOrder: o.outOfOrder ?? 0,
            lying: o.lying ?? 0,
            skewMs: (o.skew ?? 0) * 1000,
          },
          speed: o.speed,
          worldTime: o.worldTime,
          pastDays: o.past / 86_400,
          slopeSeries: readSlopeSeries(o.slopes),
          truthFile: o.truth,
          seconds: o.seconds,
          credentials: (devices) => credentialsOf(o, devices),
          signal,
          log,
        });
        process.stdout.write(`${reportLine(report)}\n`);
        if (report.left > 0) process.exitCode = 1;
      } catch (error) {
        if (!(error instanceof LiveSetupError)) throw error;
        process.stderr.write(`hyalite: ${error.message}\n`);
        process.exitCode = 1;
      } finally {
        // The channel to the parent would keep the process alive.
        if (process.connected) process.disconnect();
      }
    });
};

const NO_MINE = (file: string) => ({
  file,
  what: 'no folder in it has a live.yaml',
  mend: 'name the folder of your mines with --data; docs/live-yaml.md describes the file',
});
