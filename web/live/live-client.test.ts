import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand';
import { presenceOf } from '../../domain/contracts/live/entity.ts';
import type { LiveSetup } from '../../domain/contracts/live/setup.ts';
import { testAlarm } from './alarms/alarms.test-data.ts';
import { testHold } from './holds/holds.test-data.ts';
import { type LiveWorker, startLive } from './live-client.ts';
import type { LiveRoutes } from './live-routes.ts';
import { type LiveState, NO_LIVE } from './live-store.ts';
import { testEntry, testFrame } from './picture/frames.test-data.ts';
import { testTimers } from './wire/test-timers.test-data.ts';
import type { WorkerOrder } from './wire/worker-talk.ts';

const T0 = 1_800_000_000_000;
const setup = {
  mine: 'a',
  timeZone: '+08:00',
  presence: { staleAfter: 10, lostAfter: 60, readerSilentAfter: 30 },
};

const GAP = { from: T0 - 3_000_000, to: T0 - 2_400_000, why: 'thrown-away' as const };

const start = (routes: Partial<LiveRoutes> = {}, state: Partial<LiveState> = {}) => {
  const store = createStore<LiveState>(() => ({ ...NO_LIVE, ...state }));
  const { timers, pass } = testTimers();
  const orders: WorkerOrder[] = [];
  const worker: LiveWorker = {
    post: (order) => void orders.push(order),
    receive: () => {},
    terminate: () => {},
  };
  let workers = 0;
  const answers: LiveRoutes = {
    setup: async () => ({ ok: true, value: setup as unknown as LiveSetup }),
    history: async () => ({ ok: true, value: { span: { from: T0 - 3_600_000, to: T0 }, gaps: [GAP] } }),
    alarms: async () => ({ ok: true, value: { alarms: [], more: false } }),
    readingsAt: async () => ({ ok: true, value: { readings: [] } }),
    track: async () => ({ ok: true, value: { tag: '', time: [], position: [] } }),
    entity: async () => ({ ok: false, failure: { kind: 'missing', url: '', detail: '' } }),
    underground: async () => ({ ok: true, value: { entered: [] } }),
    rules: async () => ({ ok: true, value: { county: '', settingsSource: null, rules: [] } }),
    holds: async () => ({ ok: true, value: { holds: [], archiveDays: 365 } }),
    hold: async () => ({ ok: true, value: testHold(1) }),
    releaseHold: async () => ({ ok: true, value: testHold(1) }),
    returnTag: async ({ tag, note }) => ({ ok: true, value: { tag, note, at: T0, by: '' } }),
    acknowledge: async () => ({ ok: true, value: testAlarm(1) }),
    ...routes,
  };
  const client = startLive({
    mine: 'a',
    routes: answers,
    store,
    timers,
    createWorker: () => {
      workers++;
      return worker;
    },
  });
  const frame = (time: number, handle = 1) =>
    worker.receive({ type: 'frame', frame: testFrame([{ handle }], { time }) });
  return { store, client, worker, orders, pass, frame, workers: () => workers };
};

describe('the live client', () => {
  it('knows the holds, keeps what it knew when they cannot be fetched, and shows a new one at once', async () => {
    const made = testHold(1);
    let fails = false;
    const { store, client } = start({
      holds: async () =>
        fails
          ? { ok: false, failure: { kind: 'unreachable', url: '', detail: '' } }
          : { ok: true, value: { holds: [], archiveDays: 30 } },
    });
    await client.loadHolds();
    expect(store.getState().holds).toEqual({ holds: [], archiveDays: 30 });
    fails = true;
    client.takeHold(made);
    expect(store.getState().holds?.holds).toEqual([made]);
    await client.loadHolds();
    expect(store.getState()).toMatchObject({
      holds: { holds: [made] },
      holdsFailure: { kind: 'unreachable' },
    });
  });

  it('leaves a mine without a live side alone', async () => {
    const { store, pass, workers } = start({
      setup: async () => ({ ok: false, failure: { kind: 'missing', url: '/x', detail: '' } }),
    });
    await pass(60_000);
    expect(store.getState().connection).toBe('none');
    expect(workers()).toBe(0);
  });

  it('tries again where the live side cannot be opened, and says why', async () => {
    let tries = 0;
    const { store, pass, workers } = start({
      setup: async () =>
        ++tries < 3
          ? { ok: false, failure: { kind: 'unreachable', url: '/x', detail: 'refused' } }
          : { ok: true, value: setup as unknown as LiveSetup },
    });
    await pass(0);
    expect(store.getState()).toMatchObject({ connection: 'waiting', setupFailure: { kind: 'unreachable' } });
    await pass(10_000);
    expect(workers()).toBe(1);
    expect(store.getState().setupFailure).toBeNull();
  });

  it('lets a picture age once no newer comes, says since when, and is well again with the next', async () => {
    const { store, pass, frame } = start();
    await pass(0);
    frame(T0);
    expect(store.getState()).toMatchObject({ now: T0, lostSince: null, known: { picture: true } });
    await pass(2000);
    expect(store.getState().frame!.entities.age[0]).toBe(0);
    await pass(10_000);
    expect(store.getState()).toMatchObject({ now: T0 + 12_000, lostSince: T0 });
    expect(presenceOf(store.getState().frame!.entities.state[0]!)).toBe('stale');
    await pass(60_000);
    expect(presenceOf(store.getState().frame!.entities.state[0]!)).toBe('lost');
    frame(T0 + 72_000);
    expect(presenceOf(store.getState().frame!.entities.state[0]!)).toBe('fresh');
    expect(store.getState().lostSince).toBeNull();
  });

  it('shows nothing of now under a moment of the past, and nothing of the past after coming back', async () => {
    const { store, client, worker, orders, pass, frame } = start();
    await pass(0);
    frame(T0);
    worker.receive({
      type: 'news',
      news: {
        type: 'alarms',
        mine: 'a',
        cursor: 1,
        whole: true,
        alarms: [testAlarm(1, { raisedAt: T0 - 10 })],
      },
    });
    expect(store.getState().alarms.size).toBe(1);
    client.showPast(T0 - 60_000);
    expect(store.getState()).toMatchObject({
      clock: { mode: 'history', time: T0 - 60_000, speed: 0 },
      frame: null,
      known: { picture: false, alarms: false, readings: false },
    });
    expect(store.getState().alarms.size).toBe(0);
    expect(store.getState().alarmsNow.size).toBe(1);
    expect(orders.at(-1)).toEqual({ type: 'seek', time: T0 - 60_000 });
    frame(T0 + 1000, 2);
    await pass(1000);
    expect(store.getState().frame).toBeNull();
    const then = testFrame([{ handle: 9 }], { time: T0 - 60_000, source: 'history' });
    worker.receive({ type: 'past-roster', roster: { synthetic: true, entities: [testEntry(9)], spots: [] } });
    worker.receive({ type: 'past', frame: then, period: 0 });
    expect(store.getState()).toMatchObject({ frame: then, now: T0 - 60_000, known: { picture: true } });
    expect(store.getState().roster.get(9)?.id).toBe('T-9');
    client.backToLive();
    expect(store.getState().clock).toEqual({ mode: 'live' });
    expect([...store.getState().frame!.entities.handle]).toEqual([2]);
    worker.receive({ type: 'past', frame: then, period: 0 });
    expect([...store.getState().frame!.entities.handle]).toEqual([2]);
  });

  it('moves the clock with the pictures while playing, and stops at their end', async () => {
    const { store, client, worker, orders, pass, frame } = start();
    await pass(0);
    frame(T0);
    client.showPast(T0 - 60_000);
    worker.receive({
      type: 'past',
      frame: testFrame([], { time: T0 - 60_000, source: 'history' }),
      period: 0,
    });
    client.play(10);
    expect(orders.at(-1)).toMatchObject({ type: 'play', speed: 10 });
    worker.receive({
      type: 'past',
      frame: testFrame([], { time: T0 - 57_000, source: 'history' }),
      period: 300,
    });
    expect(store.getState()).toMatchObject({ clock: { time: T0 - 57_000, speed: 10 }, now: T0 - 57_000 });
    worker.receive({ type: 'past-ended' });
    expect(store.getState().clock).toMatchObject({ speed: 0 });
  });

  it('says that a moment could not be had, with an empty picture that is not known', async () => {
    const { store, client, worker, pass, frame } = start();
    await pass(0);
    frame(T0);
    client.showPast(T0 - 60_000);
    worker.receive({ type: 'past-failed', time: T0 - 60_000, detail: 'HTTP 503' });
    expect(store.getState()).toMatchObject({
      frame: null,
      pastFailure: 'HTTP 503',
      known: { picture: false },
    });
  });

  it('does not show an empty mine where the past is not kept any more: that is not known', async () => {
    const { store, client, worker, pass, frame } = start();
    await pass(0);
    frame(T0);
    worker.receive({ type: 'connection', state: 'open' });
    await pass(0);
    client.showPast(GAP.from + 1000);
    const past = (time: number) =>
      worker.receive({ type: 'past', frame: testFrame([], { time, source: 'history' }), period: 300 });
    past(GAP.from + 1000);
    expect(store.getState()).toMatchObject({ frame: null, pastFailure: '', known: { picture: false } });
    past(GAP.to);
    expect(store.getState()).toMatchObject({
      frame: { time: GAP.to },
      pastFailure: null,
      known: { picture: true },
    });
  });

  it('shows a link’s moment as soon as the worker is there, and takes the newest second for live', async () => {
    const { orders, client, store, pass, frame } = start(
      {},
      { clock: { mode: 'history', time: T0 - 5000, speed: 0 } },
    );
    await pass(0);
    expect(orders.map(({ type }) => type)).toEqual(['open', 'seek']);
    frame(T0);
    client.showPast(T0 - 500);
    expect(store.getState().clock).toEqual({ mode: 'live' });
  });

  it('shows an answered alarm at once', async () => {
    const { store, client, worker, pass, frame } = start();
    await pass(0);
    frame(T0);
    const alarm = testAlarm(1);
    worker.receive({
      type: 'news',
      news: { type: 'alarms', mine: 'a', cursor: 1, whole: true, alarms: [alarm] },
    });
    client.takeAlarm({ ...alarm, cursor: 2, acknowledged: { at: 1, by: 'Li', note: '' } });
    expect(store.getState().alarms.get(alarm.id)?.acknowledged?.by).toBe('Li');
    client.stop();
    expect(store.getState().mine).toBeNull();
  });
});
