import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ensureDebian } from '../../../e2e/debian.ts';
import { startMosquitto, startNats } from '../../../e2e/real-brokers.ts';
import { startBroker } from './broker.ts';
import { type Credentials, openCredentials } from './credentials.ts';
import { createIntake, type Intake } from './intake.ts';
import {
  bytesOf,
  MINE,
  NOW,
  PLAIN_LOCATOR,
  positions,
  type RecordingSink,
  recordingSink,
  waterLevel,
} from './messages.test-data.ts';
import { startSubscriber } from './subscriber.ts';

/** Where devices connect, and how our side takes part: the same tests for the three engines a mine can choose. */
interface Engine {
  readonly port: number;
  device(gateway: string): Promise<IClientOptions>;
  /** Our side starts anew, e.g. after a crash, with this intake. */
  attach(intake: Intake): Promise<void>;
  detach(): Promise<void>;
  stop(): Promise<void>;
}

const folder = mkdtempSync(join(tmpdir(), 'hyalite-engines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const embedded = async (): Promise<Engine> => {
  const credentials: Credentials = openCredentials(join(folder, 'credentials.json'));
  let broker: Awaited<ReturnType<typeof startBroker>> | null = null;
  let port = 0;
  return {
    get port() {
      return port;
    },
    async device(gateway) {
      const password = await credentials.add({ county: 'c1', mine: 'm1', gateway });
      return { username: `c1.m1.${gateway}`, password };
    },
    async attach(intake) {
      broker = await startBroker({ intake, credentials, port, retryAfterMs: 20 });
      port = broker.port;
    },
    async detach() {
      await broker?.close();
      broker = null;
    },
    stop: async () => {},
  };
};

const outside = async (broker: { readonly mqttPort: number; stop(): Promise<void> }): Promise<Engine> => {
  let subscriber: ReturnType<typeof startSubscriber> | null = null;
  const attach = async (intake: Intake) => {
    const url = `mqtt://127.0.0.1:${broker.mqttPort}`;
    subscriber = startSubscriber({
      intake,
      url,
      clientId: 'hyalite-test',
      backOffMs: { first: 20, longest: 200 },
    });
    await subscriber.ready();
  };
  return {
    port: broker.mqttPort,
    device: async () => ({}),
    attach,
    async detach() {
      await subscriber?.close();
      subscriber = null;
    },
    stop: () => broker.stop(),
  };
};

const found = ensureDebian(['mosquitto', 'nats-server']);
const ENGINES = [
  { name: 'aedes', missing: null, start: embedded },
  {
    name: 'mosquitto',
    missing: found.mosquitto.missing,
    start: async () =>
      outside(await startMosquitto({ program: found.mosquitto.path!, folder: join(folder, 'mosquitto') })),
  },
  {
    name: 'nats-server',
    missing: found['nats-server'].missing,
    start: async () =>
      outside(
        await startNats({
          program: found['nats-server'].path!,
          folder: join(folder, 'nats'),
          name: 'mine',
          ackWait: '1s',
        }),
      ),
  },
];

const until = async (what: string, holds: () => boolean): Promise<void> => {
  const deadline = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited 20 s for: ${what}`);
    await new Promise((go) => setTimeout(go, 5));
  }
};

/** A fixed shuffle: a third comes twice, and order is lost within eight. */
const disordered = (count: number): number[] =>
  Array.from({ length: count }, (_, seq) => seq)
    .flatMap((seq) => (seq % 3 === 0 ? [seq, seq] : [seq]))
    .map((seq, i) => ({ seq, rank: i + ((i * 5) % 8) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ seq }) => seq);

describe.each(ENGINES.filter(({ missing }) => missing === null))('over $name', ({ start }) => {
  let engine: Engine;
  let sink: RecordingSink;
  let intake: Intake;
  let devices: MqttClient[] = [];
  /** Tests share the broker, so each has boots of its own. */
  let boot = 0;

  const newIntake = () =>
    createIntake({
      sink,
      locator: () => PLAIN_LOCATOR,
      clock: () => NOW,
      mines: [MINE],
      seen: [],
    });
  const connectDevice = async (gateway: string): Promise<MqttClient> => {
    const client = await connectAsync({
      host: '127.0.0.1',
      port: engine.port,
      protocolVersion: 4,
      reconnectPeriod: 20,
      clientId: `device-${gateway}-${boot}`,
      ...(await engine.device(gateway)),
    });
    devices.push(client);
    return client;
  };
  const keptSeqs = (gateway: string) =>
    sink.kept
      .filter((accepted) => accepted.gateway === gateway && accepted.message.boot === `b${boot}`)
      .map(({ message }) => message.seq)
      .sort((a, b) => a - b);
  /** Of this test: the broker may bring again what an earlier one took and could not acknowledge. */
  const shownSeqs = () =>
    new Set(
      sink.shown.filter(({ message }) => message.boot === `b${boot}`).map(({ message }) => message.seq),
    );
  const first = (count: number) => Array.from({ length: count }, (_, seq) => seq);

  beforeAll(async () => {
    engine = await start();
  });
  afterEach(async () => {
    sink.failure = null;
    sink.release();
    await Promise.all(devices.map((device) => device.endAsync(true)));
    devices = [];
    await engine.detach();
  });
  afterAll(() => engine.stop());

  const begin = async () => {
    boot++;
    sink = recordingSink();
    intake = newIntake();
    await engine.attach(intake);
  };

  test('three devices, copies and disorder: nothing lost, nothing twice', async () => {
    await begin();
    await Promise.all(
      ['g1', 'g2', 'g3'].map(async (gateway) => {
        const device = await connectDevice(gateway);
        await Promise.all(
          disordered(60).map((seq) =>
            device.publishAsync(
              `v1/c1/m1/${seq % 2 ? 'water' : 'position'}/${gateway}`,
              Buffer.from(
                bytesOf((seq % 2 ? waterLevel : positions)({ seq, boot: `b${boot}`, sent: NOW, at: NOW })),
              ),
              { qos: 1 },
            ),
          ),
        );
      }),
    );
    await until('180 kept', () => sink.kept.length >= 180);
    for (const gateway of ['g1', 'g2', 'g3']) expect(keptSeqs(gateway)).toEqual(first(60));
    await until('60 copies seen', () => intake.gatewayStates('m1').every((g) => g.duplicates === 20));
    expect(sink.refused).toEqual([]);
    expect(sink.shown).toHaveLength(180);
  });

  test('what is not durable is not acknowledged: it comes again to whoever starts next', async () => {
    await begin();
    sink.held = true;
    const device = await connectDevice('g1');
    let acknowledged = 0;
    for (const seq of first(10))
      void device
        .publishAsync('v1/c1/m1/water/g1', Buffer.from(bytesOf(waterLevel({ seq, boot: `b${boot}` }))), {
          qos: 1,
        })
        .then(() => acknowledged++);
    await until('10 wait to be kept', () => intake.waiting().messages === 10);
    await new Promise((go) => setTimeout(go, 50));
    if (start === embedded) expect(acknowledged).toBe(0);
    const lost = sink;
    // We are killed: nothing of this was kept, and the next one knows of nothing.
    await engine.detach();
    sink = recordingSink();
    intake = newIntake();
    await engine.attach(intake);
    await until('10 kept by the next', () => sink.kept.length >= 10);
    expect(keptSeqs('g1')).toEqual(first(10));
    expect(lost.kept).toEqual([]);
    await until('the device is told', () => acknowledged === 10);
  });

  test('while nothing can be kept nothing is taken; afterwards each is kept exactly once', async () => {
    await begin();
    sink.failure = new Error('the disk is full');
    const device = await connectDevice('g1');
    const sent = Promise.all(
      first(30).map((seq) =>
        device.publishAsync(
          'v1/c1/m1/water/g1',
          Buffer.from(bytesOf(waterLevel({ seq, boot: `b${boot}` }))),
          {
            qos: 1,
          },
        ),
      ),
    );
    await until('all were shown', () => shownSeqs().size >= 30);
    await new Promise((go) => setTimeout(go, 100));
    expect(keptSeqs('g1')).toEqual([]);
    sink.failure = null;
    await sent;
    await until('30 kept', () => keptSeqs('g1').length >= 30);
    await until('nothing waits', () => intake.waiting().messages === 0);
    expect(keptSeqs('g1')).toEqual(first(30));
    // What could not be kept comes again and is shown again: once each at least, and nothing else.
    expect(shownSeqs()).toEqual(new Set(first(30)));
  });

  test('a message that is too large is refused and acknowledged, and the next one is taken', async () => {
    await begin();
    const device = await connectDevice('g1');
    await device.publishAsync('v1/c1/m1/water/g1', Buffer.alloc(500_000, 120), { qos: 1 });
    await device.publishAsync('v1/c1/m1/water/g1', Buffer.alloc(900_000, 120), { qos: 1 });
    await device.publishAsync(
      'v1/c1/m1/water/g1',
      Buffer.from(bytesOf(waterLevel({ seq: 0, boot: `b${boot}` }))),
      { qos: 1 },
    );
    await until('kept', () => keptSeqs('g1').length === 1);
    expect(sink.refused.map(({ reason, bytes }) => [reason, bytes])).toEqual([
      ['not-json', 500_000],
      ['oversized', 900_000],
    ]);
    expect(sink.refused[1]).toMatchObject({ topic: 'v1/c1/m1/water/g1' });
    expect(sink.refused[1]!.head).toHaveLength(2_048);
  });
});
