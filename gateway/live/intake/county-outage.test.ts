import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { ensureDebian } from '../../../e2e/debian.ts';
import { type RealNats, startNats } from '../../../e2e/real-brokers.ts';
import { freePort } from '../../../e2e/server-process.ts';
import { createIntake } from './intake.ts';
import {
  bytesOf,
  MINE,
  NOW,
  PLAIN_LOCATOR,
  positions,
  recordingSink,
  waterLevel,
} from './messages.test-data.ts';
import { createNatsParser, encodeConnect, encodePublish, encodeSubscribe } from './nats-wire.ts';
import { startStreamReader } from './stream-reader.ts';
import type { Subscriber } from './subscriber.ts';

const found = ensureDebian(['nats-server'])['nats-server'];
const folder = mkdtempSync(join(tmpdir(), 'hyalite-county-'));

/** One request of JetStream's JSON API. @throws Error with what it answers */
const jetStream = (port: number, subject: string, body: object): Promise<unknown> =>
  new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1');
    const feed = createNatsParser((one) => {
      if (one.op !== 'message') return;
      socket.destroy();
      const answer = JSON.parse(one.payload.toString() || '{}') as { error?: { description: string } };
      if (one.status !== 0 || answer.error)
        failed(new Error(`${subject}: ${answer.error?.description ?? one.status}`));
      else done(answer);
    });
    socket.on('data', feed);
    socket.on('error', failed);
    socket.write(
      Buffer.concat([
        encodeConnect('', ''),
        encodeSubscribe('test.answers', '1'),
        encodePublish(`$JS.API.${subject}`, JSON.stringify(body), 'test.answers'),
      ]),
    );
  });

const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + 40_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited 40 s for: ${what}`);
    await new Promise((go) => setTimeout(go, 20));
  }
};

describe.skipIf(found.missing !== null)('a county over nats-server', () => {
  const running: { stop(): Promise<void> }[] = [];
  let reader: Subscriber | null = null;
  const devices: MqttClient[] = [];
  afterEach(async () => {
    await Promise.all(devices.map((device) => device.endAsync(true)));
    await reader?.close();
    await Promise.all(running.map((server) => server.stop()));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A gateway sends one message a second: the outage is ten minutes of two of them, without the waiting. */
  const OUTAGE = 600;
  const BEFORE = 50;
  const AFTER = 50;

  test('down for ten minutes of messages, then back: every message exactly once', {
    timeout: 120_000,
  }, async () => {
    const program = found.path!;
    const ports = { nats: await freePort(), mqtt: await freePort(), leaf: await freePort() };
    const startCounty = () =>
      startNats({
        program,
        folder: join(folder, 'county'),
        name: 'county',
        domain: 'county',
        ports,
        acceptsLeaves: true,
      });
    let county: RealNats = await startCounty();
    const mine = await startNats({
      program,
      folder: join(folder, 'm1'),
      name: 'm1',
      domain: 'mine-m1',
      hub: `nats://127.0.0.1:${ports.leaf}`,
    });
    running.push(mine, { stop: () => county.stop() });
    await jetStream(mine.natsPort, 'STREAM.CREATE.LIVE', {
      name: 'LIVE',
      subjects: ['v1.*.*.*.*'],
      retention: 'limits',
      storage: 'file',
    });
    await jetStream(county.natsPort, 'STREAM.CREATE.COUNTY', {
      name: 'COUNTY',
      retention: 'limits',
      storage: 'file',
      sources: [{ name: 'LIVE', external: { api: '$JS.mine-m1.API', deliver: 'hyalite.source.m1' } }],
    });

    const sink = recordingSink();
    const intake = createIntake({
      sink,
      locator: () => PLAIN_LOCATOR,
      clock: () => NOW + 3_600_000,
      mines: [MINE],
      seen: [],
    });
    reader = startStreamReader({
      intake,
      url: `nats://127.0.0.1:${ports.nats}/COUNTY`,
      consumer: 'hyalite',
      ackWaitMs: 2_000,
      backOffMs: { first: 50, longest: 500 },
    });
    await reader.ready();

    const gateways = ['g1', 'g2'];
    for (const gateway of gateways)
      devices.push(
        await connectAsync({ host: '127.0.0.1', port: mine.mqttPort, protocolVersion: 4, clientId: gateway }),
      );
    /** Acknowledged by the mine's server when it resolves; every seventh is sent twice. */
    const publish = async (from: number, to: number) => {
      for (let seq = from; seq < to; seq++)
        await Promise.all(
          devices.flatMap((device, i) => {
            const kind = seq % 10 === 0 ? 'water' : 'position';
            const message = (kind === 'water' ? waterLevel : positions)({ seq });
            const once = () =>
              device.publishAsync(`v1/c1/m1/${kind}/${gateways[i]}`, Buffer.from(bytesOf(message)), {
                qos: 1,
              });
            return seq % 7 === 0 ? [once(), once()] : [once()];
          }),
        );
    };

    await publish(0, BEFORE);
    await until('the messages before the outage', () => sink.kept.length === 2 * BEFORE);
    await county.kill();
    await until('the reader notices', () => !reader!.connected());
    await publish(BEFORE, BEFORE + OUTAGE);
    expect(sink.kept).toHaveLength(2 * BEFORE);
    // The county's own database is down for the first moments after it is back: nothing is acknowledged meanwhile.
    sink.failure = new Error('the database starts');
    county = await startCounty();
    await until('the backlog comes', () => sink.shown.length > 2 * BEFORE + 100);
    sink.failure = null;
    await publish(BEFORE + OUTAGE, BEFORE + OUTAGE + AFTER);
    const all = BEFORE + OUTAGE + AFTER;
    await until('all of them', () => sink.kept.length >= 2 * all);
    await until('the copies', () => {
      const [g1, g2] = intake.gatewayStates('m1');
      return g1!.duplicates + g2!.duplicates >= 2 * Math.ceil(all / 7);
    });

    for (const gateway of gateways) {
      const seqs = sink.kept.filter((one) => one.gateway === gateway).map(({ message }) => message.seq);
      expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: all }, (_, seq) => seq));
    }
    expect(sink.refused).toEqual([]);
    expect(intake.gatewayStates('m1').map(({ missing }) => missing)).toEqual([0, 0]);
  });

  test('a stream that does not exist is told in a line, and asked for again', async () => {
    const server = await startNats({ program: found.path!, folder: join(folder, 'alone'), name: 'alone' });
    running.push(server);
    const log: string[] = [];
    const intake = createIntake({
      sink: recordingSink(),
      locator: () => PLAIN_LOCATOR,
      clock: () => NOW,
      mines: [MINE],
      seen: [],
    });
    reader = startStreamReader({
      intake,
      url: `nats://127.0.0.1:${server.natsPort}/COUNTY`,
      consumer: 'hyalite',
      backOffMs: { first: 20, longest: 50 },
      log: (line) => log.push(line),
    });
    await until('two tries', () => log.length >= 2);
    expect(log[0]).toMatch(/stream COUNTY: stream not found; connecting anew/);
    await jetStream(server.natsPort, 'STREAM.CREATE.COUNTY', { name: 'COUNTY', subjects: ['v1.*.*.*.*'] });
    await reader.ready();
  });
});
