import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Account } from '../../../domain/contracts/account.ts';
import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import {
  createFrameDecoder,
  encodeKeyframe,
  readFrameHeader,
} from '../../../domain/contracts/live/frame-codec.ts';
import {
  VIEWER_SIGNED_OUT,
  type ViewerNews,
  viewerNewsSchema,
} from '../../../domain/contracts/live/viewer.ts';
import { createOwnOrigin } from '../../accounts/own-origin.ts';
import { createAlarmLog } from '../alarms/alarm-log.ts';
import { positions, smallPicture, T0 } from '../picture/picture.test-data.ts';
import type { LivePicture } from '../picture/picture.ts';
import { alarmOf } from './alarms.test-data.ts';
import { BEAT_MS } from './frame-stream.ts';
import { createMineFeed, type MineFeed } from './mine-feed.ts';
import { MOST_BUFFERED_BYTES, PING_EVERY_MS, STUCK_MS } from './viewer.ts';
import { createViewers, MOST_OF_AN_ACCOUNT, type ViewerGuard, type Viewers } from './viewers.ts';

const COOKIE = 'signed=in';
const ACCOUNT: Account = {
  id: 'engineer',
  name: '工程师',
  role: 'mine-engineer',
  county: null,
  mines: ['qingshi-iron', 'karara'],
  isDemo: false,
};
const origin = createOwnOrigin();
let isSignedIn: boolean;
const guard: ViewerGuard = {
  watcher: async (headers) =>
    isSignedIn && origin.isOwnPage(headers) && headers.cookie === COOKIE ? ACCOUNT : null,
  sees: ({ mines }, mine) => mines.includes(mine),
};

let now: number;
let picture: LivePicture;
let alarms: ReturnType<typeof createAlarmLog>;
let feed: MineFeed;
let viewers: Viewers;
let server: Server;
let host: string;
let beats: number;
const opened: WebSocket[] = [];

beforeEach(async () => {
  now = T0;
  isSignedIn = true;
  beats = 0;
  picture = smallPicture();
  alarms = createAlarmLog();
  feed = createMineFeed({
    picture,
    alarms,
    flow: () => ({ gateways: [], rejected: {}, history: 'kept', historySince: T0 }),
  });
  viewers = createViewers({
    feed: (mine) => (mine === 'qingshi-iron' || mine === 'foreign' ? feed : null),
    hasBundle: (mine) => mine === 'karara',
    clock: () => now,
  });
  server = createServer();
  viewers.attach(server, guard);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.terminate();
  viewers.close();
  await new Promise((closed) => server.close(closed));
});

/** One beat later: pictures and news go out. */
const beat = (times = 1): void => {
  for (let i = 0; i < times; i++) {
    now += BEAT_MS;
    feed.beat(beats++, viewers.watched('qingshi-iron'), () => picture.frame(now));
    viewers.beat(now);
  }
};

interface Client {
  readonly socket: WebSocket;
  readonly news: ViewerNews[];
  readonly frames: { readonly kind: string; readonly frame: EntityFrame }[];
  of<T extends ViewerNews['type']>(type: T): Extract<ViewerNews, { type: T }>[];
}

const connect = (
  headers: Record<string, string> = { cookie: COOKIE, origin: `http://${host}` },
): WebSocket => {
  const socket = new WebSocket(`ws://${host}/api/live`, { headers });
  opened.push(socket);
  return socket;
};

const client = async (): Promise<Client> => {
  const socket = connect();
  const news: ViewerNews[] = [];
  const frames: Client['frames'] = [];
  const decoder = createFrameDecoder();
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) frames.push({ kind: readFrameHeader(data).kind, frame: decoder.decode(data) });
    else news.push(viewerNewsSchema.parse(JSON.parse(data.toString())));
  });
  await once(socket, 'open');
  return {
    socket,
    news,
    frames,
    of: (type) => news.filter((one): one is Extract<ViewerNews, { type: typeof type }> => one.type === type),
  };
};

/** A viewer's ping comes back after everything sent before it. */
const settled = async (...clients: Client[]): Promise<void> => {
  for (const { socket } of clients) {
    if (socket.readyState !== WebSocket.OPEN) continue;
    socket.ping();
    await once(socket, 'pong');
  }
};
const subscribe = async (one: Client, o: { rate?: number; alarmCursor?: number; mine?: string } = {}) => {
  one.socket.send(JSON.stringify({ type: 'subscribe', mine: 'qingshi-iron', rate: 5, ...o }));
  await settled(one);
};
const walk = (e: number): void => picture.take(positions(now, [{ id: 'T1', e, n: 0, h: -50 }]));

describe('who may watch', () => {
  const refused = async (headers: Record<string, string>): Promise<number | undefined> => {
    const socket = connect(headers);
    socket.on('error', () => {});
    const [, response] = await once(socket, 'unexpected-response');
    return response.statusCode;
  };
  it('a page of this origin with the session, nobody else', async () => {
    const origin = `http://${host}`;
    expect(await refused({ origin })).toBe(401);
    expect(await refused({ cookie: COOKIE })).toBe(401);
    expect(await refused({ cookie: COOKIE, origin: 'http://evil.example' })).toBe(401);
    expect(await refused({ cookie: `${COOKIE}0`, origin })).toBe(401);
    expect(await refused({ cookie: COOKIE, origin: 'http://evil.example', host: 'evil.example' })).toBe(401);
    const one = await client();
    await settled(one);
    expect(one.of('hello')).toHaveLength(1);
    expect(viewers.count).toBe(1);
  });

  it('one account has so many pages at most, and room again when one is closed', async () => {
    const pages = await Promise.all(Array.from({ length: MOST_OF_AN_ACCOUNT }, () => client()));
    const own = { origin: `http://${host}`, cookie: COOKIE };
    expect(await refused(own)).toBe(503);
    pages[0]!.socket.close();
    await vi.waitFor(() => expect(viewers.count).toBe(MOST_OF_AN_ACCOUNT - 1));
    await client();
  });

  it('a mine outside the scope is one that is not there; a session that ended is told with the next ping', async () => {
    const one = await client();
    one.socket.send(JSON.stringify({ type: 'subscribe', mine: 'foreign', rate: 5 }));
    one.socket.send(JSON.stringify({ type: 'subscribe', mine: 'nowhere', rate: 5 }));
    await vi.waitFor(() => expect(one.of('refused')).toHaveLength(2));
    expect(one.of('refused').map(({ reason }) => reason)).toEqual(['unknown-mine', 'unknown-mine']);
    isSignedIn = false;
    const closed = once(one.socket, 'close');
    beat(PING_EVERY_MS / BEAT_MS + 1);
    expect((await closed)[0]).toBe(VIEWER_SIGNED_OUT);
  });

  it('is told why where a mine has no live side, and is sent away where it talks nonsense', async () => {
    const one = await client();
    await subscribe(one, { mine: 'karara' });
    await subscribe(one, { mine: 'atlantis' });
    expect(one.of('refused').map(({ mine, reason }) => [mine, reason])).toEqual([
      ['karara', 'no-live-data'],
      ['atlantis', 'unknown-mine'],
    ]);
    for (const nonsense of ['{', '{"type":"subscribe"}', JSON.stringify({ type: 'x'.repeat(9000) })]) {
      const other = await client();
      other.socket.send(nonsense);
      const [code] = await once(other.socket, 'close');
      expect([1007, 1008, 1009]).toContain(code);
    }
  });
});

describe('what a viewer gets', () => {
  it('roster, everything open and a keyframe, then deltas', async () => {
    const one = await client();
    walk(10);
    await subscribe(one);
    beat();
    walk(11);
    beat(2);
    await settled(one);
    expect(one.of('roster')[0]?.entities.map(({ id }) => id)).toEqual(['T1', 'T2', 'V1']);
    expect(one.of('alarms')).toMatchObject([{ whole: true, alarms: [] }]);
    expect(one.of('flow')).toHaveLength(1);
    expect(one.frames.map(({ kind }) => kind)).toEqual(['keyframe', 'delta', 'delta']);
    expect(one.frames.map(({ frame }) => frame.entities.position[0])).toEqual([1000, 1100, 1100]);
  });

  it('at its own rate, encoded once for all who share it', async () => {
    const [fast, slow, alike] = [await client(), await client(), await client()];
    await subscribe(fast, { rate: 5 });
    await subscribe(slow, { rate: 1 });
    await subscribe(alike, { rate: 1 });
    expect([...viewers.watched('qingshi-iron')].sort()).toEqual([1, 4]);
    beat(11);
    await settled(fast, slow, alike);
    expect(fast.frames).toHaveLength(11);
    expect(slow.frames.map(({ frame }) => frame.tick)).toEqual(alike.frames.map(({ frame }) => frame.tick));
    expect(slow.frames.length).toBeLessThanOrEqual(3);
    expect(slow.frames.at(-1)?.frame.time).toBe(T0 + 9 * BEAT_MS);
  });

  it('asked again it gets a keyframe; unsubscribed nothing more', async () => {
    const one = await client();
    walk(10);
    await subscribe(one);
    beat(2);
    one.socket.send(JSON.stringify({ type: 'unsubscribe', mine: 'qingshi-iron' }));
    await subscribe(one);
    beat();
    await settled(one);
    expect(one.frames.map(({ kind }) => kind)).toEqual(['keyframe', 'delta', 'keyframe']);
    one.socket.send(JSON.stringify({ type: 'unsubscribe', mine: 'qingshi-iron' }));
    await settled(one);
    beat(2);
    await settled(one);
    expect(one.frames).toHaveLength(3);
  });

  it('a stranger to the roster is told soon, not with every one more', async () => {
    const one = await client();
    await subscribe(one);
    beat();
    picture.take(positions(now, [{ id: 'X1', e: 1, n: 0, h: -50 }]));
    beat();
    picture.take(positions(now, [{ id: 'X2', e: 1, n: 0, h: -50 }]));
    beat(20);
    await settled(one);
    expect(one.of('roster').map(({ entities }) => entities.length)).toEqual([3, 5]);
  });
});

describe('our clock set back', () => {
  it('holds up neither how the flow is told nor the question whether one is still signed in', async () => {
    const one = await client();
    await subscribe(one);
    beat();
    await settled(one);
    now -= 3_600_000;
    const before = one.of('flow').length;
    beat(2);
    await vi.waitFor(() => expect(one.of('flow').length).toBeGreaterThan(before));
    expect(one.of('flow').at(-1)!.time).toBe(now - BEAT_MS);
    isSignedIn = false;
    now -= 3_600_000;
    const closed = once(one.socket, 'close');
    beat();
    expect((await closed)[0]).toBe(VIEWER_SIGNED_OUT);
  });
});

describe('alarms resume', () => {
  it('remembers the news of a few cursors only, whatever numbers a viewer names', () => {
    alarms.put(alarmOf('1'));
    const first = feed.alarmNews(0);
    expect(feed.alarmNews(0)).toBe(first);
    const made = Array.from({ length: 1000 }, (_, i) => feed.alarmNews(1_000_000 + i));
    expect(feed.alarmNews(0)).not.toBe(first);
    expect(feed.alarmNews(0).bytes).toEqual(first.bytes);
    expect(feed.alarmNews(1_000_999)).toBe(made.at(-1));
  });

  it('after the cursor, each change once, none left out', async () => {
    const first = await client();
    alarms.put(alarmOf('1'));
    await subscribe(first);
    beat();
    const changed = [alarms.put(alarmOf('2')), alarms.put(alarmOf('3'))];
    feed.alarmsChanged();
    beat();
    await settled(first);
    expect(first.of('alarms').map(({ whole, alarms: list }) => [whole, list.length])).toEqual([
      [true, 1],
      [false, 2],
    ]);
    first.socket.terminate();

    const later = [alarms.put({ ...changed[0]!, clearedAt: T0 }), alarms.put(alarmOf('4'))];
    feed.alarmsChanged();
    const again = await client();
    await subscribe(again, { alarmCursor: first.of('alarms').at(-1)!.cursor });
    beat(3);
    await settled(again);
    const told = again.of('alarms');
    expect(told.map(({ whole }) => whole)).toEqual([false]);
    expect(told[0]?.alarms.map(({ id, cursor }) => [id, cursor])).toEqual(
      later.map(({ id, cursor }) => [id, cursor]),
    );
  });

  it('with a cursor of another life: everything open', async () => {
    alarms.put(alarmOf('1'));
    const one = await client();
    await subscribe(one, { alarmCursor: 999 });
    beat();
    await settled(one);
    expect(one.of('alarms')).toMatchObject([{ whole: true, cursor: 1 }]);
  });
});

describe('a viewer that reads too slowly', () => {
  let jump = 0;
  /** So many people who all jump about: a picture is a quarter of a megabyte. */
  const crowd = (): void => {
    jump = (jump * 48_271 + 11) % 2_147_483_647;
    const tags = Array.from({ length: 15_000 }, (_, i) => ({
      id: `C${i}`,
      e: ((i * 7919 + jump) % 400_000) / 10 - 20_000,
      n: ((i * 104_729 + jump) % 400_000) / 10 - 20_000,
      h: ((i + jump) % 40_000) / 10,
      hd: (i * jump) % 360,
    }));
    picture.take(positions(now, tags));
  };
  /** Until the operating system's own buffers are full and the viewer is left out. */
  const fillUp = async (good: Client): Promise<void> => {
    for (let i = 0; i < 200 && viewers.waitingBytes <= MOST_BUFFERED_BYTES; i++) {
      crowd();
      beat();
      await settled(good);
    }
    expect(viewers.waitingBytes).toBeGreaterThan(MOST_BUFFERED_BYTES);
  };

  it('is left out, then gets one keyframe; others do not notice; what waits for it stays bounded', async () => {
    crowd();
    const [good, slow] = [await client(), await client()];
    await subscribe(good);
    await subscribe(slow);
    beat();
    await settled(good, slow);
    const wholeBytes = encodeKeyframe(picture.frame(now)).length;
    slow.socket.pause();
    await fillUp(good);
    const waiting = viewers.waitingBytes;
    expect(waiting).toBeLessThanOrEqual(MOST_BUFFERED_BYTES + wholeBytes);
    for (let i = 0; i < 5; i++) {
      walk(i);
      beat();
      await settled(good);
    }
    expect(viewers.waitingBytes).toBeLessThanOrEqual(waiting);
    expect(good.frames).toHaveLength(beats);

    slow.socket.resume();
    await settled(slow);
    const before = slow.frames.length;
    expect(before).toBeLessThanOrEqual(beats - 5);
    walk(50);
    beat();
    await settled(good, slow);
    walk(51);
    beat();
    await settled(good, slow);
    expect(slow.frames.slice(before).map(({ kind }) => kind)).toEqual(['keyframe', 'delta']);
    expect(slow.frames.at(-1)?.frame).toEqual(good.frames.at(-1)?.frame);
  });

  it('that never reads is cut off in bounded time, while others go on', async () => {
    crowd();
    const [good, dead] = [await client(), await client()];
    await subscribe(good);
    await subscribe(dead);
    beat();
    await settled(good, dead);
    dead.socket.pause();
    await fillUp(good);
    const before = good.frames.length;
    for (let passed = 0; passed <= STUCK_MS + 2 * BEAT_MS; passed += BEAT_MS) {
      if (passed % (20 * BEAT_MS) === 0) await settled(good);
      beat();
    }
    await vi.waitFor(() => expect(viewers.count).toBe(1));
    await settled(good);
    expect(good.frames.length - before).toBe(Math.floor(STUCK_MS / BEAT_MS) + 3);
    expect(viewers.waitingBytes).toBeLessThan(MOST_BUFFERED_BYTES);
  });

  it('that answers no ping is cut off', async () => {
    const one = await client();
    await subscribe(one);
    one.socket.pause();
    for (let passed = 0; passed <= 31_000; passed += BEAT_MS) beat();
    await vi.waitFor(() => expect(viewers.count).toBe(0));
  });
});
