import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import type { AcceptedPositions, KeptPicture } from '../ports.ts';
import { connect } from './connection.ts';
import { madePositions, madeReadings } from './made-messages.ts';
import { type KeptStore, openStore, StoreDown } from './store.ts';

const T = 1_790_000_000_000;
let stateFolder: string;
let store: KeptStore;
beforeAll(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), 'hs-'));
  store = await openStore({ stateFolder, clock: () => T });
});
afterAll(async () => {
  await store?.close();
  await rm(stateFolder, { recursive: true, force: true });
});

const rowsOf = async (query: string): Promise<number> => {
  const db = connect(
    { host: join(stateFolder, 'postgres/run'), port: 5432, user: 'hyalite', database: 'postgres' },
    1,
  );
  try {
    const { sql } = await import('kysely');
    return (await sql.raw<{ count: number }>(query).execute(db)).rows[0].count;
  } finally {
    await db.destroy();
  }
};

describe('keeping', () => {
  test('a message counts once, however often and in whatever batch it comes', async () => {
    const mine = 'once';
    const message = (seq: number) =>
      madePositions({ mine, seq, at: T + seq, tags: [{ id: 'p1', e: seq, n: 2, u: -3 }] });
    await Promise.all([message(0), message(1), message(1), message(0)].map((one) => store.keep(one)));
    await Promise.all([message(1), message(2)].map((one) => store.keep(one)));
    const track = await store.track(mine, 'p1', T, T + 1000);
    expect([...track.time]).toEqual([T, T + 1, T + 2]);
    expect([...track.position]).toEqual([0, 2, -3, 1, 2, -3, 2, 2, -3]);
    const again = madePositions({
      mine,
      seq: 1,
      boot: 'b2',
      at: T + 9,
      tags: [{ id: 'p1', e: 9, n: 9, u: 9 }],
    });
    await store.keep(again);
    expect((await store.seen()).filter((one) => one.mine === mine)).toEqual([
      { mine, gateway: 'g1', boot: 'b1', ranges: [[0, 3]], newestAt: T + 2 },
      { mine, gateway: 'g1', boot: 'b2', ranges: [[1, 2]], newestAt: T + 9 },
    ]);
  });

  test('messages of one moment and second share one row', async () => {
    const mine = 'shared';
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        store.keep(
          madePositions({
            mine,
            gateway: `g${i}`,
            seq: 0,
            at: T + i * 10,
            tags: Array.from({ length: 20 }, (_, k) => ({ id: `p${i}-${k}`, e: i, n: k, u: 0 })),
          }),
        ),
      ),
    );
    expect(
      await rowsOf(
        "SELECT count(*) FROM position_frame f JOIN mine m ON m.id = f.mine WHERE m.name = 'shared'",
      ),
    ).toBe(1);
    const picture = (await store.pictureAt(mine, T + 999))!;
    expect(picture.entities.count).toBe(1000);
    const row = picture.tag.indexOf('p31-7');
    expect([...picture.entities.position.subarray(row * 3, row * 3 + 3)]).toEqual([31, 7, 0]);
  });

  test('a clock that is decades off is kept with what it was off, here and in the archive’s reach', async () => {
    const mine = 'dead-battery';
    const skews = [-631_152_000_000, 30 * 86_400_000, 315_576_000_000];
    for (const [seq, skewMs] of skews.entries()) {
      const tags = [{ id: `p${seq}`, e: 1, n: 2, u: -3 }];
      await store.keep({ ...madePositions({ mine, seq, at: T + seq * 1000, tags }), skewMs });
      expect(await store.heardAt(mine, `p${seq}`, T + 5000)).toMatchObject({ skewMs });
    }
    expect((await store.seen()).find((one) => one.mine === mine)).toMatchObject({ newestAt: T + 2000 });
  });

  test('what was made up stays marked, place by place and reading by reading', async () => {
    const mine = 'half-made-up';
    const real = (message: AcceptedPositions): AcceptedPositions => ({
      ...message,
      message: { ...message.message, synthetic: false },
    });
    await store.keep(
      real(madePositions({ mine, gateway: 'g2', seq: 0, at: T, tags: [{ id: 'r', e: 1, n: 2, u: 3 }] })),
    );
    await store.keep(madePositions({ mine, seq: 0, at: T, tags: [{ id: 's', e: 1, n: 2, u: 3 }] }));
    const level = (device: string, synthetic: boolean) => {
      const made = madeReadings({
        mine,
        gateway: device,
        seq: 1,
        at: T,
        kind: 'water',
        readings: [{ device, values: { level: 2 } }],
      });
      return store.keep({ ...made, message: { ...made.message, synthetic } });
    };
    await level('w1', true);
    await level('w2', false);
    const marks = ({ tag, synthetic }: KeptPicture) =>
      Object.fromEntries(tag.map((id, row) => [id, synthetic[row]]));
    expect(marks((await store.pictureAt(mine, T + 10))!)).toEqual({ r: 0, s: 1 });
    await store.keepPicture(mine, (await store.pictureAt(mine, T + 10))!);
    expect(marks((await store.lastPicture(mine))!)).toEqual({ r: 0, s: 1 });
    expect((await store.lastReadings(mine)).map(({ device, synthetic }) => [device, synthetic])).toEqual([
      ['w1', true],
      ['w2', undefined],
    ]);
  });

  test('sequence numbers up to the largest whole number, and an empty message, are remembered', async () => {
    const seq = Number.MAX_SAFE_INTEGER - 1;
    await store.keep(madePositions({ mine: 'empty', seq, at: T, tags: [] }));
    expect((await store.seen()).find(({ mine }) => mine === 'empty')!.ranges).toEqual([[seq, seq + 1]]);
    expect(await store.pictureAt('empty', T)).toBeNull();
    expect(await store.span('empty')).toBeNull();
  });

  test('acknowledgement comes within a second', async () => {
    const waits: number[] = [];
    await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        await new Promise((resolve) => setTimeout(resolve, i * 25));
        const begun = performance.now();
        await store.keep(
          madePositions({ mine: 'quick', seq: i, at: T + i * 25, tags: [{ id: 'p', e: i, n: 0, u: 0 }] }),
        );
        waits.push(performance.now() - begun);
      }),
    );
    expect(Math.max(...waits)).toBeLessThan(1000);
    expect(store.health()).toEqual({ kept: true, since: T });
  });
});

test('a database elsewhere is used by its address, and an unreachable one is said to be down', async () => {
  const socket = encodeURIComponent(join(stateFolder, 'postgres/run'));
  const elsewhere = await mkdtemp(join(tmpdir(), 'hs-'));
  const address = (user: string) => `postgresql://${user}@${socket}/postgres`;
  const second = await openStore({ stateFolder: elsewhere, databaseUrl: address('hyalite'), clock: () => T });
  await second.keep(
    madePositions({ mine: 'elsewhere', seq: 0, at: T, tags: [{ id: 'p', e: 1, n: 2, u: 3 }] }),
  );
  await second.close();
  expect((await store.pictureAt('elsewhere', T))!.tag).toEqual(['p']);
  const nowhere = `postgresql://hyalite@${encodeURIComponent(elsewhere)}/postgres`;
  await expect(openStore({ stateFolder: elsewhere, databaseUrl: nowhere, clock: () => T })).rejects.toThrow(
    StoreDown,
  );
  await rm(elsewhere, { recursive: true });
});

describe('readings', () => {
  test('come back by device, metric and time, moved to our clock, switches as switches', async () => {
    const mine = 'dry';
    const water = (seq: number, level: number) =>
      madeReadings({
        mine,
        seq,
        at: T + seq * 1000,
        kind: 'water',
        readings: [{ device: 'w1', at: T + seq * 1000 - 300, values: { level, inflow: undefined } }],
      });
    const skewed = { ...water(3, 9.5), at: T + 3000 - 90_000 };
    await Promise.all([water(0, 4.25), water(1, 4.5), skewed].map((one) => store.keep(one)));
    await store.keep(
      madeReadings({
        mine,
        gateway: 'g2',
        seq: 0,
        at: T,
        kind: 'pump',
        readings: [{ device: 'p1', values: { on: true } }],
      }),
    );
    expect(await store.lastReadings(mine)).toEqual([
      { device: 'p1', metric: 'pump.on', value: true, at: T, receivedAt: T + 40, synthetic: true },
      { device: 'w1', metric: 'water.level', value: 4.5, at: T + 700, receivedAt: T + 1040, synthetic: true },
    ]);
    const levels = await store.readings(mine, 'w1', 'water.level', T - 100_000, T + 100_000);
    expect(levels.map(({ at, value }) => [at, value])).toEqual([
      [T - 87_300, 9.5],
      [T - 300, 4.25],
      [T + 700, 4.5],
    ]);
    expect(await store.readings('no-such-mine', 'w1', 'water.level', 0, T)).toEqual([]);
  });

  test('of the first hour as medians, which one bad fix does not move', async () => {
    const mine = 'first-hour';
    expect(await store.firstHour(mine, 's1', ['slope.e'])).toBeNull();
    for (const [seq, at, e] of [
      [0, 0, 1],
      [1, 900_000, 2],
      [2, 1_800_000, 999],
      [3, 3_600_000, 100],
    ] as const)
      await store.keep(
        madeReadings({
          mine,
          seq,
          at: T + at,
          kind: 'slope',
          readings: [{ device: 's1', values: { e, n: 0, u: -e } }],
        }),
      );
    expect(await store.firstHour(mine, 's1', ['slope.e', 'slope.u', 'slope.los'])).toEqual({
      time: T + 900_000,
      values: [2, -2, Number.NaN],
    });
  });

  test('as means over bins; a missing metric is NaN, an empty bin is left out', async () => {
    const mine = 'binned';
    const start = Math.ceil(T / 60_000) * 60_000;
    const slope = (seq: number, at: number, values: Record<string, number>) =>
      store.keep(
        madeReadings({ mine, seq, at: start + at, kind: 'slope', readings: [{ device: 's1', values }] }),
      );
    await Promise.all([
      slope(0, 0, { e: 1, n: 10 }),
      slope(1, 30_000, { e: 3 }),
      slope(2, 180_000, { n: 5 }),
    ]);
    const bins = await store.binned(mine, 's1', ['slope.e', 'slope.n', 'slope.u'], {
      from: start,
      to: start + 240_000,
      binMs: 60_000,
    });
    expect([...bins.time]).toEqual([start + 10_000, start + 180_000]);
    expect(bins.values.map((of) => [...of])).toEqual([
      [2, Number.NaN],
      [10, 5],
      [Number.NaN, Number.NaN],
    ]);
  });
});

const alarm = (id: number, change: Partial<Alarm>): Alarm => ({
  id: `0190a000-0000-7000-8000-00000000000${id}`,
  mine: 'm1',
  cursor: id,
  kind: 'reading-threshold',
  urgency: 'alarm',
  warning: null,
  subject: { type: 'device', id: 'w1', name: null },
  place: null,
  enu: null,
  judged: { value: 2, bound: 1, unit: 'm' },
  rule: { id: 'r', jurisdiction: 'mine', clause: '1', status: 'mine setting' },
  raisedAt: T + id * 1000,
  clearedAt: null,
  acknowledged: null,
  closeBy: null,
  escalatedAt: null,
  synthetic: true,
  ...change,
});

test('alarms: the newest state of each, by cursor, by time and by being open', async () => {
  await store.putAlarm(alarm(1, {}));
  await store.putAlarm(alarm(2, {}));
  await store.putAlarm(alarm(3, { mine: 'm2' }));
  const answered = { at: T + 9000, by: '李四', note: 'zero \u0000 in a note' };
  await store.putAlarm(alarm(1, { cursor: 5, clearedAt: T + 5000, acknowledged: answered }));
  await store.putAlarm(alarm(1, { cursor: 4, clearedAt: T + 4000 }));
  const cursors = async (query: object) =>
    (await store.alarms({ mine: 'm1', limit: 10, ...query })).map((one) => one.cursor);
  expect(await cursors({ afterCursor: 0 })).toEqual([2, 5]);
  expect(await cursors({ afterCursor: 2 })).toEqual([5]);
  expect(await cursors({})).toEqual([2, 5]);
  expect(await cursors({ open: true })).toEqual([2]);
  expect(await cursors({ from: T + 5001 })).toEqual([2]);
  expect(await cursors({ from: T, to: T + 2000 })).toEqual([5]);
  expect(await cursors({ limit: 1 })).toEqual([2]);
  expect((await store.alarms({ mine: 'm1', afterCursor: 4, limit: 1 }))[0].acknowledged).toEqual(answered);
});

test('what a clock that ran ahead wrote is not of now at the next start', async () => {
  const mine = 'ahead';
  const tags = [{ id: 'p1', e: 1, n: 2, u: 3 }];
  await store.keep(madePositions({ mine, seq: 0, at: T - 60_000, tags }));
  const YEAR = 365 * 86_400_000;
  await store.keep(
    madePositions({ mine, seq: 1, at: T + YEAR, tags: [...tags, { id: 'p2', e: 1, n: 2, u: 3 }] }),
  );
  const level = (seq: number, at: number, value: number) =>
    store.keep(
      madeReadings({ mine, seq, at, kind: 'water', readings: [{ device: 'w', values: { level: value } }] }),
    );
  await level(2, T - 60_000, 1);
  await level(3, T + YEAR, 2);
  const last = (await store.lastPicture(mine))!;
  expect([last.tag, last.time, last.entities.age[0]]).toEqual([['p1'], T + 2000, 62]);
  expect((await store.lastReadings(mine)).map(({ value }) => value)).toEqual([1]);
});

test('returns of tags: the newest of each, of this mine', async () => {
  const made = (tag: string, at: number) => ({ tag, at, by: '李调度', note: `${tag} ${at}` });
  for (const [mine, tag, at] of [
    ['back', 'a', T],
    ['back', 'a', T + 5],
    ['back', 'b', T + 9],
    ['not-back', 'a', T + 99],
  ] as const)
    await store.returnTag(mine, 'dispatcher', made(tag, at));
  expect(await store.tagReturns('back')).toEqual([made('b', T + 9), made('a', T + 5)]);
  expect(await store.tagReturns('nowhere')).toEqual([]);
});

describe('what was refused', () => {
  const reject = (topic: string, i: number) => ({
    reason: 'not-json' as const,
    topic,
    client: 'c\u0000',
    receivedAt: T + i,
    head: new Uint8Array(4000).fill(i & 0xff),
    bytes: 9000,
    detail: `no ${i}`,
  });

  test('is kept by mine, its beginning only; what names no known mine together', async () => {
    await store.keep(madePositions({ mine: 'known', seq: 0, at: T, tags: [] }));
    store.refuse(reject('v1/c1/known/water/g1', 1));
    store.refuse(reject('v1/c1/never-heard/water/g1', 2));
    store.refuse(reject('$SYS/\u0000\ud800', 3));
    const known = await store.rejects('known', 10);
    expect(known.map(({ topic, client, head, bytes }) => [topic, client, head.length, bytes])).toEqual([
      ['v1/c1/known/water/g1', 'c\ufffd', 2048, 9000],
    ]);
    expect((await store.rejects(null, 10)).map(({ detail }) => detail)).toEqual(['no 3', 'no 2']);
    expect(await store.rejects('never-heard', 10)).toEqual([]);
  });

  test('only the newest ten thousand of a mine', async () => {
    for (let round = 0; round < 11; round++) {
      for (let i = 0; i < 1000; i++)
        store.refuse({ ...reject('v1/c1/known/air/g1', i), head: new Uint8Array(1) });
      await store.rejects('known', 1);
    }
    const kept = await rowsOf(
      "SELECT count(*) FROM reject r JOIN mine m ON m.id = r.mine WHERE m.name = 'known'",
    );
    expect(kept).toBe(10_000);
    expect((await store.rejects('known', 1))[0].detail).toBe('no 999');
  });
});
