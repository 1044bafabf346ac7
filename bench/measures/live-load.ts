import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { connectAsync, type MqttClient } from 'mqtt';
import { WebSocket } from 'ws';
import type { PositionTag } from '../../domain/contracts/live/messages.ts';
import { networkSchema } from '../../domain/contracts/network.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { withoutShafts } from '../../domain/workings/network.ts';
import { CREDENTIALS_FILE, openCredentials } from '../../gateway/live/intake/credentials.ts';
import { loadLiveMine } from '../../gateway/live/setup/live-mine.ts';
import type { GatewayCost, GatewayOrder, GatewayReady } from './live-gateway.ts';

/** A made-up shift in the demo mine: its roadways, its rules, and as many people as the bench wants. */

const REPOSITORY = resolve(import.meta.dirname, '../..');
const MINE = 'qingshi-iron';
export const GATEWAYS = 50;
export const bundleMissing = (): string | null =>
  existsSync(join(REPOSITORY, 'bundles', MINE, 'catalog.json'))
    ? null
    : 'the demo mine is not built: npm start';

const gatewayId = (g: number): string => `B${g}`;
const tagId = (i: number): string => `P${String(i).padStart(5, '0')}`;

/** Folders as `serve` wants them, with passwords for the field gateways. */
export const prepareShift = async (people: number): Promise<{ root: string; passwords: string[] }> => {
  const root = await mkdtemp(join(tmpdir(), 'hyalite-bench-live-'));
  await chmod(root, 0o755);
  const live = join(root, 'live', MINE);
  await mkdir(join(root, 'app'));
  await mkdir(join(root, 'state'));
  await writeFile(join(root, 'app', 'index.html'), '<!doctype html>');
  for (const file of ['catalog.json', 'network.json', 'places.geojson', 'model/ground.bin'])
    await cp(join(REPOSITORY, 'bundles', MINE, file), join(root, 'bundles', MINE, file));
  await cp(join(REPOSITORY, 'data', MINE, 'live.yaml'), join(live, 'live.yaml'));
  await cp(join(REPOSITORY, 'data', MINE, 'live'), join(live, 'live'), { recursive: true });
  await cp(join(REPOSITORY, 'data', 'rules'), join(root, 'live', 'rules'), { recursive: true });
  const rows = Array.from({ length: people }, (_, i) => `${tagId(i)},工${i},班${i % 40},工,`);
  await writeFile(join(live, 'live', 'people.csv'), `标签,姓名,班组,工种,班次\n${rows.join('\n')}\n`);
  const credentials = openCredentials(join(root, 'state', CREDENTIALS_FILE));
  const passwords: string[] = [];
  for (let g = 0; g < GATEWAYS; g++)
    passwords.push(await credentials.add({ county: 'yunxiu', mine: MINE, gateway: gatewayId(g) }));
  return { root, passwords };
};

/** Survey coordinates of each person's walk: half walk 1.4 m a step along a roadway and back, half stand. */
export const createWalk = async (
  root: string,
  people: number,
): Promise<(i: number, step: number) => PositionTag> => {
  const { frame } = await loadLiveMine({
    liveFolder: join(root, 'live', MINE),
    bundleFolder: join(root, 'bundles', MINE),
  });
  const { default: json } = await import(join(root, 'bundles', MINE, 'network.json'), {
    with: { type: 'json' },
  });
  const edges = withoutShafts(networkSchema.parse(json)).edges.filter(({ length }) => length > 30);
  const ways = Array.from({ length: people }, (_, i) => {
    const { line } = edges[i % edges.length];
    const ends = [line[0], line[line.length - 1]].map((point) => frame.enuToSurvey(enu(...point)));
    return {
      from: ends[0],
      to: ends[1],
      length: Math.hypot(...[0, 1, 2].map((k) => line.at(-1)![k] - line[0][k])),
    };
  });
  return (i, step) => {
    const { from, to, length } = ways[i];
    const walked = i % 2 ? 0 : (i * 7 + step * 1.4) % (2 * length);
    const t = (walked > length ? 2 * length - walked : walked) / length;
    const mix = (a: number, b: number): number => Math.round((a + t * (b - a)) * 1000) / 1000;
    return {
      id: tagId(i),
      e: mix(from.easting, to.easting),
      n: mix(from.northing, to.northing),
      h: mix(from.height, to.height),
      acc: 0.4,
      // Tells which step it is of: a byte of heading is a 256th of a turn.
      hd: ((step & 255) * 360) / 256,
    };
  };
};

export class GatewayProcess {
  readonly child: ChildProcess;
  readonly ready: GatewayReady;
  constructor(child: ChildProcess, ready: GatewayReady) {
    this.child = child;
    this.ready = ready;
  }
  /** @param speed of its clock */
  static async start(root: string, speed = 1): Promise<GatewayProcess> {
    // As bin/launch.mjs starts one.
    const { nodeArgs, environment, compileCache } = JSON.parse(
      await readFile(join(REPOSITORY, 'bin/gateway-process.json'), 'utf8'),
    ) as { nodeArgs: string[]; environment: Record<string, string>; compileCache: string };
    const child = fork(join(import.meta.dirname, 'live-gateway.ts'), [root, String(speed)], {
      execArgv: ['--expose-gc', ...nodeArgs],
      env: { ...process.env, ...environment, NODE_COMPILE_CACHE: join(REPOSITORY, compileCache) },
    });
    const [ready] = (await once(child, 'message')) as [GatewayReady];
    return new GatewayProcess(child, ready);
  }
  async ask(order: Exclude<GatewayOrder, 'stop'>): Promise<GatewayCost> {
    this.child.send(order);
    const [cost] = (await once(this.child, 'message')) as [GatewayCost];
    return cost;
  }
  async stop(): Promise<void> {
    this.child.send('stop');
    await once(this.child, 'exit');
  }
}

export const connectDevices = (ready: GatewayReady, passwords: readonly string[]): Promise<MqttClient[]> =>
  Promise.all(
    passwords.map((password, g) =>
      connectAsync(`mqtt://127.0.0.1:${ready.mqtt}`, {
        username: `yunxiu.${MINE}.${gatewayId(g)}`,
        password,
        clientId: gatewayId(g),
        connectTimeout: 60_000,
      }),
    ),
  );

export const publishStep = (
  device: MqttClient,
  g: number,
  o: {
    readonly boot: string;
    readonly seq: number;
    readonly at: number;
    readonly tags: readonly PositionTag[];
  },
): Promise<unknown> => {
  const { boot, seq, at, tags } = o;
  const message = { v: 1, boot, seq, at, sent: at, synthetic: true, tags };
  return device.publishAsync(`v1/yunxiu/${MINE}/position/${gatewayId(g)}`, JSON.stringify(message), {
    qos: 1,
  });
};

export const openViewer = async (ready: GatewayReady, rate: number): Promise<WebSocket> => {
  const host = `127.0.0.1:${ready.http}`;
  const socket = new WebSocket(`ws://${host}/api/live`, {
    headers: { cookie: ready.cookie, origin: `http://${host}` },
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'subscribe', mine: MINE, rate }));
  return socket;
};
