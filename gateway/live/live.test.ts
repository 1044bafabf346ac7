import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Account } from '../../domain/contracts/account.ts';
import { mineListSchema } from '../../domain/contracts/catalog.ts';
import { type Alarm, alarmSchema } from '../../domain/contracts/live/alarm.ts';
import { type EntityFrame, presenceOf } from '../../domain/contracts/live/entity.ts';
import { entityDetailSchema, undergroundSchema } from '../../domain/contracts/live/entity-detail.ts';
import { createFrameDecoder } from '../../domain/contracts/live/frame-codec.ts';
import {
  alarmListSchema,
  historySchema,
  type PictureRoster,
  pictureParts,
  pictureRosterSchema,
  readingListSchema,
  trackSchema,
} from '../../domain/contracts/live/history.ts';
import { holdListSchema, incidentHoldSchema } from '../../domain/contracts/live/incident-hold.ts';
import { liveSetupSchema } from '../../domain/contracts/live/setup.ts';
import { tagReturnListSchema } from '../../domain/contracts/live/tag-return.ts';
import { type ViewerNews, viewerNewsSchema } from '../../domain/contracts/live/viewer.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { signedIn } from '../accounts/signed-in.test-kit.ts';
import { createServer } from '../server.ts';
import { CREDENTIALS_FILE, openCredentials } from './intake/credentials.ts';
import { type Live, startLive } from './live.ts';
import { writeTinyLiveMine } from './setup/tiny-live-mine.test-data.ts';

/** MQTT in, PostgreSQL behind, WebSocket and HTTP in front: all real, one mine of two roadways. */

const DEVICE = { county: 'yunxiu', mine: 'tiny', gateway: 'GW-1' };

let root: string;
let live: Live;
let server: FastifyInstance;
let device: MqttClient;
let cookie: string;
let host: string;
let seq = 0;
let password: string;

const openGateway = async (): Promise<void> => {
  live = await startLive({
    liveRoot: join(root, 'live'),
    bundlesRoot: join(root, 'bundles'),
    stateFolder: join(root, 'state'),
    mqttPort: 0,
  });
  server = await createServer({ bundlesRoot: join(root, 'bundles'), appFolder: join(root, 'app'), live });
  await server.listen({ host: '127.0.0.1', port: 0 });
  host = `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  device = await connectAsync(`mqtt://127.0.0.1:${live.mqttPort}`, {
    username: 'yunxiu.tiny.GW-1',
    password,
    clientId: 'GW-1',
    reconnectPeriod: 0,
  });
};
const closeGateway = async (): Promise<void> => {
  await device.endAsync(true);
  await live.close();
  await server.close();
};

beforeAll(async () => {
  const written = await writeTinyLiveMine();
  await mkdir(join(written.root, 'live', 'broken'));
  await writeFile(join(written.root, 'live', 'broken', 'live.yaml'), 'hyalite-live: 9\n');
  root = written.root;
  // Run by root, the built-in database has a user of its own.
  await chmod(root, 0o755);
  await mkdir(join(root, 'app'));
  await mkdir(join(root, 'state'));
  await writeFile(join(root, 'app', 'index.html'), '<!doctype html><title>Hyalite</title>');
  password = await openCredentials(join(root, 'state', CREDENTIALS_FILE)).add(DEVICE);
  await openGateway();
});
afterAll(async () => {
  await closeGateway();
  await rm(root, { recursive: true, force: true });
});

/** Resolves when the gateway has acknowledged it: it is kept then. */
const publish = (kind: string, body: Record<string, unknown>): Promise<unknown> => {
  const at = Date.now();
  const message = { v: 1, boot: 'boot-1', seq: seq++, at, sent: at, ...body };
  return device.publishAsync(`v1/yunxiu/tiny/${kind}/GW-1`, JSON.stringify(message), { qos: 1 });
};
const tagAt = (id: string, east: number, north: number, rest = {}) => {
  const { easting, northing, height } = live.side('tiny')!.live.frame.enuToSurvey(enu(east, north, 0));
  return { id, e: easting, n: northing, h: height, ...rest };
};
const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://${host}${path}`, { ...init, headers: { cookie, ...init.headers } });
const json = async (path: string): Promise<unknown> => (await ask(`/api/mines/tiny${path}`)).json();
const post = (path: string, body: unknown, headers: Record<string, string> = { origin: `http://${host}` }) =>
  ask(`/api/mines/tiny${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const watch = async () => {
  const socket = new WebSocket(`ws://${host}/api/live`, { headers: { cookie, origin: `http://${host}` } });
  const frames: EntityFrame[] = [];
  const news: ViewerNews[] = [];
  const decoder = createFrameDecoder();
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) frames.push(decoder.decode(data));
    else news.push(viewerNewsSchema.parse(JSON.parse(data.toString())));
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'subscribe', mine: 'tiny', rate: 5 }));
  const rosterOf = () => news.findLast((one) => one.type === 'roster');
  const rowOf = (tag: string): number => {
    const handle = rosterOf()?.entities.find(({ id }) => id === tag)?.handle;
    return handle === undefined ? -1 : (frames.at(-1)?.entities.handle.indexOf(handle) ?? -1);
  };
  return { socket, frames, news, rowOf, rosterOf };
};
const eventually = <T>(look: () => T): Promise<T> => vi.waitFor(look, { timeout: 10_000, interval: 50 });

describe('from the device to the viewer', () => {
  it('without an account nothing live is told, with one its mines are listed as live', async () => {
    cookie = '';
    expect((await ask('/api/mines/tiny/live')).status).toBe(401);
    const page = await ask('/');
    expect(page.headers.get('set-cookie')).toBeNull();
    cookie = await signedIn(live, host, {
      role: 'dispatcher',
      name: '王调度',
      mines: ['tiny', 'broken'],
    });
    expect(page.headers.get('content-security-policy')).toContain("media-src 'self' blob:");
    expect(liveSetupSchema.parse(await json('/live')).mine).toBe('tiny');
    const mines = mineListSchema.parse(await (await ask('/api/mines')).json());
    expect(mines.map(({ id, live: isLive }) => [id, isLive])).toEqual([['tiny', true]]);
    expect((await ask('/api/mines/karara/live')).status).toBe(404);
  });

  it('a live.yaml that cannot be used stops no other and says why', async () => {
    expect([...live.broken.keys()]).toEqual(['broken']);
    const answer = await ask('/api/mines/broken/live');
    expect(answer.status).toBe(404);
    expect(JSON.stringify(await answer.json())).toContain('live.yaml');
  });

  it('MQTT in, kept, shown: the acknowledged position is on the viewer’s screen and in the past', async () => {
    const viewer = await watch();
    await publish('position', {
      tags: [tagAt('T-1', 50, 0, { reader: 'JZ-1', bat: 80, acc: 0.4 }), tagAt('X-9', 0, 30)],
    });
    const row = await eventually(() => {
      const found = viewer.rowOf('T-1');
      expect(found).toBeGreaterThanOrEqual(0);
      return found;
    });
    const frame = viewer.frames.at(-1)!;
    expect([...frame.entities.position.subarray(row * 3, row * 3 + 2)]).toEqual([5000, 0]);
    expect(presenceOf(frame.entities.state[row]!)).toBe('fresh');
    expect([frame.synthetic, frame.source]).toEqual([true, 'live']);
    expect(viewer.rosterOf()?.spots[frame.entities.spot[row]!]).toMatchObject({ id: 'WP-1', kind: 'place' });
    await eventually(() => expect(viewer.rosterOf()?.entities.some(({ id }) => id === 'X-9')).toBe(true));
    viewer.socket.terminate();

    expect(entityDetailSchema.parse(await json('/entity?tag=T-1'))).toMatchObject({
      gateway: 'GW-1',
      reader: 'JZ-1',
      battery: 80,
      accuracy: 0.4,
    });
    expect((await ask('/api/mines/tiny/entity?tag=nobody')).status).toBe(404);
    const { entered } = undergroundSchema.parse(await json('/underground'));
    expect(entered.map(({ tag }) => tag)).toEqual(['T-1', 'X-9']);
    const now = Date.now();
    const track = trackSchema.parse(await json(`/track?tag=T-1&from=${now - 60_000}&to=${now}`));
    expect(track.position).toEqual([5000, 0, 0]);
    expect(historySchema.parse(await json('/history')).span).not.toBeNull();
  });

  it('the past is given as frames of the same handles, bounded', async () => {
    await publish('position', { tags: [tagAt('T-1', 60, 0)] });
    const to = Date.now();
    const query = `from=${to - 3000}&to=${to}&step=1000`;
    const answer = await ask(`/api/mines/tiny/history/pictures?${query}`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    const [head, ...frames] = pictureParts(new Uint8Array(await answer.arrayBuffer()));
    const roster = pictureRosterSchema.parse(JSON.parse(new TextDecoder().decode(head)));
    const decoder = createFrameDecoder();
    const pictures = frames.map((bytes) => decoder.decode(bytes));
    expect(pictures).toHaveLength(4);
    const last = pictures.at(-1)!;
    expect([last.source, last.time, last.synthetic]).toEqual(['history', to, true]);
    const handle = live.side('tiny')!.picture.entryOf('T-1')!.handle;
    const row = last.entities.handle.indexOf(handle);
    expect(last.entities.position[row * 3]).toBe(6000);
    expect(roster.entities.find((one) => one.handle === handle)?.name).toBe('甲一');
    expect(roster.spots[last.entities.spot[row]!]?.id).toBe('WP-1');
    const many = await ask(`/api/mines/tiny/history/pictures?from=0&to=${to}&step=1000`);
    expect(many.status).toBe(400);
    expect(many.headers.get('content-type')).toContain('application/problem+json');
  });

  it('an alarm is raised, pushed, answered once by name from a page of ours, and found in the past', async () => {
    const viewer = await watch();
    await publish('water', { readings: [{ device: 'W-1', values: { level: -48.5 } }] });
    const alarm = await eventually((): Alarm => {
      const [first] = viewer.news.flatMap((one) => (one.type === 'alarms' ? one.alarms : []));
      expect(first).toBeDefined();
      return first!;
    });
    expect(alarm).toMatchObject({ kind: 'reading-threshold', subject: { id: 'W-1' }, synthetic: true });
    const readings = viewer.news.flatMap((one) => (one.type === 'readings' ? one.readings : []));
    expect(readings).toMatchObject([{ device: 'W-1', metric: 'water.level', value: -48.5 }]);

    const path = `/alarms/${alarm.id}/acknowledge`;
    const answer = { by: '别人', note: '已派人' };
    expect((await post(path, answer, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await post(path, answer, {})).status).toBe(403);
    expect((await post(path, { by: '' })).status).toBe(400);
    expect((await post('/alarms/none/acknowledge', answer)).status).toBe(404);
    const answered = alarmSchema.parse(await (await post(path, answer)).json());
    // Whoever is signed in answers, whatever is written.
    expect(answered.acknowledged).toMatchObject({ by: '王调度', note: '已派人' });
    await eventually(() => {
      const told = viewer.news.flatMap((one) => (one.type === 'alarms' ? one.alarms : []));
      expect(told.at(-1)?.acknowledged?.by).toBe('王调度');
    });
    viewer.socket.terminate();

    const { alarms } = alarmListSchema.parse(await json('/alarms?open=true'));
    expect(alarms.map(({ id }) => id)).toEqual([alarm.id]);
    const at = Date.now();
    expect(readingListSchema.parse(await json(`/readings?at=${at}`)).readings).toMatchObject(readings);
    const few = `/readings?device=W-1&metric=water.level&from=${at - 60_000}&to=${at}`;
    expect(readingListSchema.parse(await json(few)).readings).toHaveLength(1);
  });

  it('what was refused can be looked at, and a hold can be made and released', async () => {
    await publish('position', { tags: 'none' });
    await eventually(async () => {
      const intake = (await json('/intake')) as { rejected: Record<string, number>; newest: unknown[] };
      expect(intake.rejected['bad-shape']).toBe(1);
      expect(intake.newest).toHaveLength(1);
    });
    expect((await post('/holds', { from: 5, to: 1, by: 'x', reason: 'y' })).status).toBe(400);
    const made = await post('/holds', { from: 1, to: null, by: '王调度', reason: '调查' });
    expect(made.status).toBe(201);
    const hold = incidentHoldSchema.parse(await made.json());
    const release = (id: string) =>
      ask(`/api/mines/tiny/holds/${id}`, {
        method: 'DELETE',
        headers: { origin: `http://${host}`, 'content-type': 'application/json' },
        body: JSON.stringify({ by: '李调度' }),
      });
    expect(holdListSchema.parse(await json('/holds'))).toEqual({ holds: [hold], archiveDays: 365 });
    expect(incidentHoldSchema.parse(await (await release(hold.id)).json()).releasedBy).toBe('王调度');
    expect((await release(crypto.randomUUID())).status).toBe(404);
    expect((await release('none')).status).toBe(400);
    expect(holdListSchema.parse(await json('/holds')).holds[0]?.releasedAt).not.toBeNull();
  });

  it('a tag that is heard is not taken out of the counts, nor one that is not there', async () => {
    await publish('position', { tags: [{ id: 'X-7', e: 39_513_700, n: 3_910_000, h: 0 }] });
    await eventually(async () =>
      expect(((await json('/roster')) as PictureRoster).entities.map(({ id }) => id)).toContain('X-7'),
    );
    expect((await post('/tag-returns', { tag: 'X-7', note: '交回灯房' })).status).toBe(409);
    expect((await post('/tag-returns', { tag: 'X-8', note: '交回灯房' })).status).toBe(404);
    expect((await post('/tag-returns', { tag: 'X-7', note: ' ' })).status).toBe(400);
    expect(tagReturnListSchema.parse(await json('/tag-returns'))).toEqual({ returns: [] });
  });

  it('whatever is done for an account leaves nothing running behind', async () => {
    const watcher: Account = {
      id: 'watcher',
      name: '看',
      role: 'viewer',
      county: null,
      mines: ['tiny'],
      isDemo: false,
    };
    const clock = vi.spyOn(globalThis, 'setInterval');
    try {
      for (let i = 0; i < 3; i++)
        await live.as(watcher, (tx) => tx.selectFrom('alarm').select('id').limit(1).execute());
      expect(clock).not.toHaveBeenCalled();
    } finally {
      clock.mockRestore();
    }
  });

  it('after a restart everyone still stands where they were, and the open page’s session still holds', async () => {
    await closeGateway();
    await openGateway();
    // Its port is another one, and with it the cookie's name.
    cookie = cookie.replace(/^[^=]+/, `hyalite-session-${host.split(':')[1]}`);
    const viewer = await watch();
    const row = await eventually(() => {
      const found = viewer.rowOf('X-9');
      expect(found).toBeGreaterThanOrEqual(0);
      return found;
    });
    expect([...viewer.frames.at(-1)!.entities.position.subarray(row * 3, row * 3 + 2)]).toEqual([0, 3000]);
    const whole = await eventually(() => {
      const found = viewer.news.find((one) => one.type === 'alarms');
      expect(found).toBeDefined();
      return found!;
    });
    expect(whole).toMatchObject({ whole: true, alarms: [{ acknowledged: { by: '王调度' } }] });
    viewer.socket.terminate();
  });
});

it('without a live side nothing of it is served', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-plain-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  const plain = await createServer({ bundlesRoot: folder, appFolder: folder });
  expect((await plain.inject('/')).headers['set-cookie']).toBeUndefined();
  expect((await plain.inject('/api/mines/tiny/live')).statusCode).toBe(404);
  await plain.close();
});
