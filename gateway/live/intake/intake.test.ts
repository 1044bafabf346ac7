import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LiveMessage } from '../../../domain/contracts/live/messages.ts';
import { type AcceptedPositions, NeverKept } from '../ports.ts';
import { createIntake, type IntakeOptions, NotKept } from './intake.ts';
import {
  bytesOf,
  MINE,
  NOW,
  PLAIN_LOCATOR,
  positions,
  recordingSink,
  waterLevel,
} from './messages.test-data.ts';
import { SKEW_TOLERANCE_MS } from './skew.ts';
import { createStrangeDevices } from './strange-devices.ts';
import { createStrangers } from './strangers.ts';

const POSITION = 'v1/c1/m1/position/g1';
const WATER = 'v1/c1/m1/water/g1';

const setUp = (more: Partial<IntakeOptions> = {}) => {
  const sink = recordingSink();
  const time = { now: NOW };
  const intake = createIntake({
    sink,
    locator: () => PLAIN_LOCATOR,
    clock: () => time.now,
    mines: [MINE],
    seen: [],
    ...more,
  });
  const send = (message: LiveMessage, topic = 'tags' in message ? POSITION : WATER) =>
    intake.receive({ topic, payload: bytesOf(message), client: 'test' });
  return { sink, time, intake, send };
};

test('a message is shown at once, and taken only when it is durable', async () => {
  const { sink, send } = setUp();
  sink.held = true;
  let taken = false;
  const receiving = send(positions({ seq: 0 })).then(() => {
    taken = true;
  });
  expect(sink.shown).toHaveLength(1);
  await new Promise((go) => setImmediate(go));
  expect(taken).toBe(false);
  sink.release();
  await receiving;
  const [shown] = sink.shown;
  // Its tags as they came are let go while it waits; where they are is kept.
  expect(sink.kept).toEqual([{ ...shown, message: { ...shown.message, tags: [] } }]);
  expect((sink.kept[0] as AcceptedPositions).located.tag).toEqual(['t0', 't1']);
  expect(sink.kept[0]).toMatchObject({
    county: 'c1',
    mine: 'm1',
    gateway: 'g1',
    kind: 'position',
    late: false,
  });
});

test('a copy waits with the first, and is acknowledged only when that is durable', async () => {
  const { sink, send, intake } = setUp();
  sink.held = true;
  const done: string[] = [];
  const both = Promise.all([
    send(positions({ seq: 0 })).then(() => done.push('first')),
    send(positions({ seq: 0 })).then(() => done.push('copy')),
  ]);
  await new Promise((go) => setImmediate(go));
  expect(done).toEqual([]);
  sink.release();
  await both;
  await send(positions({ seq: 0 }));
  expect([sink.shown.length, sink.kept.length]).toEqual([1, 1]);
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ messages: 1, duplicates: 2 });
});

test('what could not be kept is not taken, nor are its copies; sent again it is kept once and not shown twice', async () => {
  const { sink, send, intake } = setUp();
  sink.failure = new Error('the disk is full');
  const results = await Promise.allSettled([send(waterLevel({ seq: 0 })), send(waterLevel({ seq: 0 }))]);
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
  expect((results[0] as PromiseRejectedResult).reason).toBeInstanceOf(NotKept);
  sink.failure = null;
  await send(waterLevel({ seq: 0 }));
  await send(waterLevel({ seq: 0 }));
  expect([sink.shown.length, sink.kept.length]).toEqual([1, 1]);
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ messages: 1, missing: 0 });
  expect(intake.waiting()).toEqual({ messages: 0, bytes: 0 });
});

test('copies of what was kept before a restart are known', async () => {
  const { sink, send, intake } = setUp({
    seen: [{ mine: 'm1', gateway: 'g1', boot: 'b1', ranges: [[0, 5]], newestAt: NOW + 4_000 }],
  });
  await send(positions({ seq: 4 }));
  await send(positions({ seq: 7 }));
  expect(sink.kept.map(({ message }) => message.seq)).toEqual([7]);
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ duplicates: 1, missing: 2 });
});

test('a gateway that counts anew under its old boot is refused, counted and falls silent; a true copy is a copy', async () => {
  const { sink, time, intake, send } = setUp();
  for (let seq = 0; seq < 3; seq++) await send(positions({ seq }));
  time.now += 60_000;
  // A copy brings the time it had; what is of later than all of its boot cannot be one.
  await send(positions({ seq: 1, sent: NOW + 60_000 }));
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ duplicates: 1, lastReceivedAt: NOW + 60_000 });
  time.now += 60_000;
  for (let seq = 0; seq < 3; seq++) {
    const at = NOW + 100_000 + seq * 1_000;
    await send(positions({ seq, at, sent: at }));
  }
  expect(intake.rejected('m1')).toMatchObject({ 'seq-reused': 3 });
  expect(sink.refused[0]).toMatchObject({ reason: 'seq-reused', detail: expect.stringContaining('boot b1') });
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ silent: true, duplicates: 1, messages: 3 });
});

test('a gateway that counts anew after our restart is found out as well; of an older store nothing is known', async () => {
  const ranges = [[0, 5]] as const;
  const known = setUp({ seen: [{ mine: 'm1', gateway: 'g1', boot: 'b1', ranges, newestAt: NOW }] });
  await known.send(positions({ seq: 2, at: NOW + 1, sent: NOW + 1 }));
  expect(known.intake.rejected('m1')).toMatchObject({ 'seq-reused': 1 });
  const older = setUp({ seen: [{ mine: 'm1', gateway: 'g1', boot: 'b1', ranges, newestAt: null }] });
  await older.send(positions({ seq: 2, at: NOW + 1, sent: NOW + 1 }));
  expect(older.intake.rejected('m1')).toMatchObject({ 'seq-reused': 0 });
  expect(older.intake.gatewayStates('m1')[0]).toMatchObject({ duplicates: 1 });
});

test('a copy has the time it had, also where the clock of the gateway is behind', async () => {
  const { intake, send } = setUp();
  for (let seq = 0; seq < 3; seq++) await send(positions({ seq }));
  const old = NOW - 86_400_000;
  await send(positions({ seq: 1, at: old, sent: old }));
  await send(positions({ seq: 1 }));
  expect(intake.rejected('m1')).toMatchObject({ 'seq-reused': 1 });
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ duplicates: 1 });
});

test('of a store that did not know it, a true copy is not called reused after newer messages came', async () => {
  const { intake, send } = setUp({
    seen: [{ mine: 'm1', gateway: 'g1', boot: 'b1', ranges: [[0, 5]], newestAt: null }],
  });
  await send(positions({ seq: 6, at: NOW - 9_000, sent: NOW }));
  await send(positions({ seq: 4 }));
  expect(intake.rejected('m1')).toMatchObject({ 'seq-reused': 0 });
});

test('our clock set back hides no silence, and makes nothing late that is heard after it', async () => {
  const { sink, time, intake, send } = setUp();
  const HOUR = 3_600_000;
  await send(positions({ seq: 0 }));
  time.now += 60_000;
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ silent: true });
  time.now -= HOUR;
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ silent: true, lastReceivedAt: NOW - HOUR });
  // The gateway follows the same time server.
  for (let seq = 1; seq < 5; seq++) {
    const at = time.now + seq * 1_000;
    await send(positions({ seq, at, sent: at }));
  }
  expect(sink.shown.map(({ late }) => late)).toEqual([false, false, false, false, false]);
  time.now += 10_000;
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ silent: false, late: 0 });
  time.now += 31_000;
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ silent: true });
});

test('a start of the future, by a clock that was set back since, hides no gateway that was never heard', async () => {
  const { time, intake } = setUp();
  intake.gatewayStates('m1');
  time.now -= 86_400_000;
  intake.gatewayStates('m1');
  time.now += 31_000;
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ silent: true });
});

test('what the database will never take is counted once and stays with its device', async () => {
  const { sink, intake, send } = setUp();
  sink.failure = new NeverKept('value out of range');
  for (let tries = 0; tries < 3; tries++) await expect(send(positions({ seq: 0 }))).rejects.toThrow(NotKept);
  expect(intake.rejected('m1')).toMatchObject({ 'not-storable': 1 });
  expect(sink.refused).toMatchObject([{ reason: 'not-storable', detail: 'value out of range' }]);
});

test('the same number of another boot, gateway or mine is another message; of another kind it is not', async () => {
  const { sink, intake, send } = setUp({ mines: [MINE, { ...MINE, mine: 'm2' }] });
  await send(positions({ seq: 3 }));
  await send(positions({ seq: 3, boot: 'b2' }));
  const payload = bytesOf(positions({ seq: 3 }));
  await intake.receive({ topic: 'v1/c1/m1/position/g2', payload, client: 'test' });
  await intake.receive({ topic: 'v1/c1/m2/position/g1', payload, client: 'test' });
  expect(sink.kept).toHaveLength(4);
  await send(waterLevel({ seq: 3 }));
  expect(sink.kept).toHaveLength(4);
});

test('whatever the order and the copies, every message is kept exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 40 }), { maxLength: 100 }), async (seqs) => {
      const { sink, send, intake, time } = setUp();
      time.now = NOW + 60_000;
      await Promise.all(seqs.map((seq) => send(positions({ seq, people: 0 }))));
      const kept = sink.kept.map(({ message }) => message.seq);
      expect(kept.toSorted((a, b) => a - b)).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      // Shown as live, positions never go back in time.
      const live = sink.shown.filter(({ late }) => !late).map(({ at }) => at);
      expect(live).toEqual(live.toSorted((a, b) => a - b));
      const state = intake.gatewayStates('m1')[0]!;
      expect(state.duplicates).toBe(seqs.length - kept.length);
      expect(state.missing).toBe(Math.max(-1, ...seqs) + 1 - kept.length);
    }),
    { numRuns: 60 },
  );
});

describe('late', () => {
  test('is what is older than the newest shown of its gateway and kind', async () => {
    const { sink, send, time } = setUp();
    time.now = NOW + 6_000;
    await send(positions({ seq: 5 }));
    await send(positions({ seq: 4 }));
    await send(waterLevel({ seq: 3 }));
    await send(positions({ seq: 6 }));
    expect(sink.shown.map(({ kind, late }) => [kind, late])).toEqual([
      ['position', false],
      ['position', true],
      ['water', false],
      ['position', false],
    ]);
  });

  test('is told by the gateway itself before its clock is measured', async () => {
    const { sink, send } = setUp();
    for (const seq of [95, 94, 96]) await send(positions({ seq }));
    expect(sink.shown.map(({ late }) => late)).toEqual([false, true, false]);
  });

  test('a gateway that sends its own backlog with new numbers does not move the picture back', async () => {
    const { sink, send, time } = setUp();
    time.now = NOW + 700_000;
    await send(positions({ seq: 0, at: time.now, sent: time.now }));
    await send(positions({ seq: 1, at: NOW, sent: time.now }));
    expect(sink.shown.map(({ late }) => late)).toEqual([false, true]);
  });

  test('a backlog that a broker relays after an outage keeps its own times, and the picture catches up in order', async () => {
    const { sink, send, time, intake } = setUp();
    const sendAt = (seq: number, receivedAt: number) => {
      time.now = receivedAt;
      return send(positions({ seq, people: 0 }));
    };
    for (let seq = 0; seq < 60; seq++) await sendAt(seq, NOW + seq * 1_000 + 20);
    const back = NOW + 660_000;
    for (let seq = 60; seq < 660; seq++) await sendAt(seq, back + Math.floor((seq - 60) * 3.3));
    for (let seq = 663; seq < 760; seq++) await sendAt(seq, NOW + seq * 1_000 + 20);
    expect(sink.shown.map(({ at }) => at)).toEqual(sink.shown.map(({ message }) => message.at));
    expect(sink.shown.filter(({ late }) => late)).toEqual([]);
    expect(intake.gatewayStates('m1')[0]).toMatchObject({ skewMs: -20, missing: 3, late: 0 });
  });

  test('a backlog that arrives after live data is for history only', async () => {
    const { sink, send, time } = setUp();
    time.now = NOW + 700_000;
    for (const seq of [700, 100, 101, 102, 701]) await send(positions({ seq, people: 0 }));
    expect(sink.shown.map(({ late }) => late)).toEqual([false, true, true, true, false]);
    expect(sink.kept).toHaveLength(5);
  });

  test.each([90_000, -90_000])('a clock that is off by %d ms makes nothing late', async (skew) => {
    const { sink, send, time, intake } = setUp();
    for (let i = 0; i < 90; i++) {
      const at = NOW + i * 1_000 + skew;
      time.now = NOW + i * 1_000 + 20 + ((i * 7_919) % 900);
      await send(positions({ seq: i, at, sent: at, people: 0 }));
    }
    expect(sink.shown.filter(({ late }) => late)).toEqual([]);
    expect(Math.abs(sink.shown.at(-1)!.at - time.now)).toBeLessThan(1_000);
    expect(intake.gatewayStates('m1')[0]!.skewMs! - skew).toBeCloseTo(-70, -2);
    // Never further in our future than the tolerance, measured or not.
    for (const { at, receivedAt } of sink.shown)
      expect(at).toBeLessThanOrEqual(receivedAt + SKEW_TOLERANCE_MS);
  });
});

describe('a gateway', () => {
  test('is silent after its time, also when it was never heard, but not before we could have heard it', async () => {
    const { send, time, intake } = setUp({ mines: [{ ...MINE, gateways: ['g1', 'g9'] }] });
    const silent = () => intake.gatewayStates('m1').map(({ gateway, silent }) => [gateway, silent]);
    await send(positions({ seq: 0 }));
    time.now += 30_000;
    expect(silent()).toEqual([
      ['g1', false],
      ['g9', false],
    ]);
    time.now += 1_000;
    await send(positions({ seq: 1 }));
    expect(silent()).toEqual([
      ['g1', false],
      ['g9', true],
    ]);
    expect(intake.gatewayStates('m1')[1]!.lastReceivedAt).toBe(0);
  });

  test('that starts anew again and again keeps the memory bounded and its losses counted', async () => {
    const { send, intake } = setUp();
    for (let i = 0; i < 2_000; i++) await send(positions({ seq: 1, boot: `b${i}`, people: 0 }));
    expect(intake.gatewayStates('m1')[0]).toMatchObject({ messages: 2_000, missing: 2_000 });
  });
});

test('more than may wait is not taken, and taken when there is room again', async () => {
  const { sink, send, intake } = setUp({ mostWaiting: { messages: 3, bytes: 100_000 } });
  sink.held = true;
  const first = [0, 1, 2].map((seq) => send(positions({ seq })));
  await expect(send(positions({ seq: 3 }))).rejects.toThrow(/3 messages .* wait to be stored/);
  expect(intake.waiting().messages).toBe(3);
  sink.release();
  await Promise.all(first);
  await send(positions({ seq: 3 }));
  expect(sink.kept.map(({ message }) => message.seq)).toEqual([0, 1, 2, 3]);
});

describe('refused, counted and kept:', () => {
  const valid = positions({ seq: 0 });
  const cases: [reason: string, what: string, topic: string, payload: Uint8Array, detail: RegExp][] = [
    ['bad-topic', 'no such kind', 'v1/c1/m1/coffee/g1', bytesOf(valid), /expected v1/],
    ['bad-topic', 'empty', '', bytesOf(valid), /expected v1/],
    ['unknown-mine', 'another mine', 'v1/c1/m7/position/g1', bytesOf(valid), /m7/],
    ['foreign-topic', 'another county', 'v1/c9/m1/position/g1', bytesOf(valid), /m1 is in c1, not c9/],
    ['oversized', 'half a megabyte and one', POSITION, new Uint8Array(512 * 1024 + 1), /524289 bytes/],
    ['not-json', 'nothing', POSITION, new Uint8Array(), /JSON/],
    ['not-json', 'cut off', POSITION, bytesOf(valid).subarray(0, 60), /JSON/],
    ['not-json', 'not UTF-8', POSITION, new Uint8Array([0x22, 0xff, 0x22]), /UTF-8/],
    ['not-json', 'deep', POSITION, Buffer.from('['.repeat(400_000)), /./],
    ['bad-shape', 'null', POSITION, bytesOf(null), /the message: .*expected object/],
    ['bad-shape', 'a wrong type', POSITION, bytesOf({ ...valid, seq: '1' }), /^seq: .*number/],
    ['bad-shape', 'a surplus key', POSITION, bytesOf({ ...valid, extra: 1 }), /extra/],
    ['bad-shape', 'another kind', POSITION, bytesOf(waterLevel({ seq: 0 })), /tags/],
    [
      'bad-shape',
      'a row that is wrong',
      POSITION,
      bytesOf({ ...valid, tags: [valid.tags[0], { id: 't', e: 1e300, n: 0 }] }),
      /^tags\[1\]\.e: /,
    ],
    [
      'bad-shape',
      'no end of rows',
      POSITION,
      bytesOf({ ...valid, tags: Array(200_000).fill(0) }),
      /200000 rows/,
    ],
    [
      'bad-shape',
      'a prototype',
      POSITION,
      Buffer.from(JSON.stringify(valid).replace('{', '{"__proto__":{"polluted":1},')),
      /__proto__/,
    ],
    ['impossible-time', '1970', POSITION, bytesOf({ ...valid, at: 0, sent: 0 }), /^at: /],
    [
      'impossible-time',
      'taken after it was sent',
      POSITION,
      bytesOf({ ...valid, at: valid.sent + 60_000 }),
      /60000 ms after sent/,
    ],
    [
      'impossible-time',
      'a reading of tomorrow',
      WATER,
      bytesOf({
        ...waterLevel({ seq: 0 }),
        readings: [{ device: 'w1', at: NOW + 86_400_000, values: { level: 1 } }],
      }),
      /readings of w1/,
    ],
  ];
  test.each(cases)('%s (%s)', async (reason, _what, topic, payload, detail) => {
    const { sink, intake } = setUp();
    await intake.receive({ topic, payload, client: 'test' });
    expect(sink.kept).toEqual([]);
    expect(sink.refused).toHaveLength(1);
    expect(sink.refused[0]).toMatchObject({ reason, topic, bytes: payload.byteLength, receivedAt: NOW });
    expect(sink.refused[0]!.detail).toMatch(detail);
    expect(sink.refused[0]!.detail.length).toBeLessThanOrEqual(500);
    expect(sink.refused[0]!.head.byteLength).toBe(Math.min(2_048, payload.byteLength));
    const all = [intake.rejected('m1'), intake.rejected(null)].flatMap((counts) => Object.entries(counts));
    expect(all.filter(([, count]) => count > 0)).toEqual([[reason, 1]]);
  });

  test('a number that lies in a gap given up', async () => {
    const { sink, send, intake } = setUp();
    for (let i = 0; i <= 4_096; i++) await send(positions({ seq: i * 2, people: 0 }));
    await send(positions({ seq: 1 }));
    expect(sink.refused.map(({ reason }) => reason)).toEqual(['too-many-gaps']);
    expect(intake.rejected('m1')['too-many-gaps']).toBe(1);
    // The live data goes on.
    await send(positions({ seq: 9_001 }));
    expect(sink.kept.at(-1)!.message.seq).toBe(9_001);
  });

  test('made-up gateways beyond what a mine can have', async () => {
    const { sink, intake } = setUp();
    const payload = bytesOf(positions({ seq: 0, people: 0 }));
    for (let i = 0; i < 4_200; i++)
      await intake.receive({ topic: `v1/c1/m1/position/x${i}`, payload, client: 'test' });
    expect(intake.gatewayStates('m1')).toHaveLength(4_096);
    expect(sink.kept.length + sink.refused.length).toBe(4_200);
  });
});

test('whatever the bytes, nothing throws, and each message is kept, a copy, or refused under one reason', async () => {
  const text = JSON.stringify(positions({ seq: 1 }));
  const mangled = fc
    .tuple(fc.nat({ max: text.length }), fc.nat({ max: 20 }), fc.string({ maxLength: 12 }))
    .map(([at, cut, put]) => Buffer.from(text.slice(0, at) + put + text.slice(at + cut)));
  const wrongValue = fc
    .tuple(fc.constantFrom('v', 'boot', 'seq', 'at', 'sent', 'tags', '__proto__', 'toString'), fc.jsonValue())
    .map(([key, value]) =>
      Buffer.from(`${text.slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(value)}}`),
    );
  const payload = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    mangled,
    wrongValue,
    fc.json().map((json) => Buffer.from(json)),
    fc
      .constantFrom('1e999', '{"seq":1e400}', '"\\u0000"', `[${'9'.repeat(5_000)}]`)
      .map((t) => Buffer.from(t)),
  );
  const topic = fc.oneof(
    fc.constantFrom(POSITION, WATER, 'v1/c1/m1/camera/g1', 'v1/__proto__/constructor/position/toString'),
    fc.string({ maxLength: 60 }),
  );
  const { sink, intake } = setUp();
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(topic, payload, async (topic, payload) => {
      sent++;
      await intake.receive({ topic, payload, client: 'fuzz' });
      const counted = [intake.rejected('m1'), intake.rejected(null)]
        .flatMap((counts) => Object.values(counts))
        .reduce((a, b) => a + b);
      const { messages, duplicates } = intake.gatewayStates('m1')[0]!;
      expect(counted).toBe(sink.refused.length);
      expect(counted + messages + duplicates).toBe(sent);
    }),
    { numRuns: 3_000 },
  );
  expect(sink.refused.length).toBeGreaterThan(2_000);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('an unregistered tag too many is left out and counted; the rest of its message is taken', async () => {
  const strangers = createStrangers({
    ...{ registered: new Set(['t0']), readers: new Set<string>(), most: 1, forgottenAfterMs: 1, known: [] },
  });
  const { sink, send, intake } = setUp({ strangers: () => strangers });
  await send(positions({ seq: 0, people: 3 }));
  expect((sink.kept[0] as AcceptedPositions).located.tag).toEqual(['t0', 't1']);
  expect(sink.shown[0]).toMatchObject({ message: { tags: [{ id: 't0' }, { id: 't1' }] } });
  expect(sink.refused).toMatchObject([
    { reason: 'too-many-strangers', detail: expect.stringContaining('t2') },
  ]);
  expect(intake.rejected('m1')['too-many-strangers']).toBe(1);
  // The message itself is known: a copy is one.
  await send(positions({ seq: 0, people: 3 }));
  expect(intake.gatewayStates('m1')[0]).toMatchObject({ messages: 1, duplicates: 1 });
});

test('readings of an unlisted device too many are left out and counted; those of the others are taken', async () => {
  const devices = createStrangeDevices({ registered: new Set(['w1']), most: 1, known: [] });
  const { sink, send, intake } = setUp({ devices: () => devices });
  const readings = ['w1', 'x1', 'x2'].map((device) => ({ device, values: { level: 1 } }));
  await send(waterLevel({ seq: 0, readings }));
  expect(sink.kept[0]).toMatchObject({ message: { readings: [{ device: 'w1' }, { device: 'x1' }] } });
  expect(sink.refused).toMatchObject([{ reason: 'too-many-devices', detail: expect.stringContaining('x2') }]);
  expect(intake.rejected('m1')['too-many-devices']).toBe(1);
});
