import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { writeToStream } from 'mqtt-packet';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Broker, MqttPortTakenError, startBroker } from './broker.ts';
import { openCredentials } from './credentials.ts';
import { createIntake, type Intake } from './intake.ts';
import {
  bytesOf,
  MINE,
  NOW,
  PLAIN_LOCATOR,
  type RecordingSink,
  recordingSink,
  waterLevel,
} from './messages.test-data.ts';
import { startSubscriber } from './subscriber.ts';

const folder = mkdtempSync(join(tmpdir(), 'hyalite-broker-'));
const credentials = openCredentials(join(folder, 'credentials.json'));
const passwords: Record<string, string> = {};
let sink: RecordingSink;
let intake: Intake;
let broker: Broker;
let clients: MqttClient[] = [];

beforeAll(async () => {
  for (const gateway of ['g1', 'g2'])
    passwords[gateway] = await credentials.add({ county: 'c1', mine: 'm1', gateway });
});
beforeEach(async () => {
  sink = recordingSink();
  intake = createIntake({
    sink,
    locator: () => PLAIN_LOCATOR,
    clock: () => NOW,
    mines: [MINE, { ...MINE, mine: 'm2' }],
    seen: [],
  });
  broker = await startBroker({ intake, credentials, port: 0, retryAfterMs: 20, mostConnectionsADevice: 2 });
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.endAsync(true)));
  clients = [];
  await broker.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const connect = async (gateway: string, more: IClientOptions = {}): Promise<MqttClient> => {
  const options: IClientOptions = {
    protocolVersion: 4,
    reconnectPeriod: 0,
    username: `c1.m1.${gateway}`,
    password: passwords[gateway] ?? 'wrong',
    ...more,
  };
  const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, options, false);
  clients.push(client);
  return client;
};
const water = (seq: number) => Buffer.from(bytesOf(waterLevel({ seq, at: NOW, sent: NOW })));
const G1 = 'v1/c1/m1/water/g1';

test.each([
  ['an unknown name', { username: 'c1.m1.g9' }],
  ['a wrong password', { password: 'guess' }],
  ['no name', { username: undefined, password: undefined }],
  ['MQTT 5', { protocolVersion: 5 }],
] as [string, IClientOptions][])('%s is not admitted', async (_what, options) => {
  await expect(connect('g1', options)).rejects.toThrow();
  expect(broker.connected()).toEqual([]);
});

test('a publish under another’s prefix is refused, counted and kept; neither sender nor others notice', async () => {
  const [foreign, other] = [await connect('g1'), await connect('g2')];
  let closed = 0;
  for (const client of [foreign, other]) client.on('close', () => closed++);
  for (const topic of ['v1/c1/m1/water/g2', 'v1/c1/m2/water/g1', 'v1/c2/m1/water/g1'])
    await foreign.publishAsync(topic, water(0), { qos: 1 });
  await foreign.publishAsync('coffee', water(0), { qos: 1 });
  await foreign.publishAsync(G1, water(0), { qos: 1 });
  await other.publishAsync('v1/c1/m1/water/g2', water(0), { qos: 1 });
  expect(sink.refused.map(({ reason, topic, client }) => [reason, topic, client])).toEqual([
    ['foreign-topic', 'v1/c1/m1/water/g2', 'c1.m1.g1'],
    ['foreign-topic', 'v1/c1/m2/water/g1', 'c1.m1.g1'],
    ['foreign-topic', 'v1/c2/m1/water/g1', 'c1.m1.g1'],
    ['bad-topic', 'coffee', 'c1.m1.g1'],
  ]);
  expect(sink.kept.map(({ gateway }) => gateway)).toEqual(['g1', 'g2']);
  expect(closed).toBe(0);
  expect(broker.connected()).toEqual(['c1.m1.g1', 'c1.m1.g2']);
});

test('nobody subscribes to anything, and nothing is retained', async () => {
  const [one, two] = [await connect('g1'), await connect('g2')];
  const heard: string[] = [];
  two.on('message', (topic) => heard.push(topic));
  for (const filter of ['#', 'v1/c1/m1/+/g2', '$SYS/#'])
    await expect(two.subscribeAsync(filter, { qos: 1 })).rejects.toThrow();
  await one.publishAsync(G1, water(0), { qos: 1, retain: true });
  await two.publishAsync('v1/c1/m1/water/g2', water(0), { qos: 1 });
  expect(heard).toEqual([]);
  expect(sink.kept).toHaveLength(2);
});

test('answering makes no buffer of every number there can be', () => {
  // Not the buffers are counted: another test of this process may have had an MQTT client before the broker was there.
  expect(writeToStream.cacheNumbers).toBe(false);
});

test('QoS 0 and 2 are taken as well; a will is not sent', async () => {
  const device = await connect('g1', {
    will: { topic: G1, payload: water(9), qos: 1, retain: true },
  });
  await device.publishAsync(G1, water(0), { qos: 0 });
  await device.publishAsync(G1, water(1), { qos: 2 });
  device.stream.destroy();
  const other = await connect('g2');
  await other.publishAsync('v1/c1/m1/water/g2', water(0), { qos: 1 });
  expect(sink.kept.map(({ message }) => message.seq)).toEqual([0, 1, 0]);
});

test('a device cannot push another off by its client id', async () => {
  const one = await connect('g1', { clientId: 'same' });
  let closed = false;
  one.on('close', () => {
    closed = true;
  });
  await connect('g2', { clientId: 'same' });
  await one.publishAsync(G1, water(0), { qos: 1 });
  expect(closed).toBe(false);
});

test('one device has a few connections at most; the others keep theirs', async () => {
  await connect('g1');
  await connect('g1');
  await expect(connect('g1')).rejects.toThrow();
  await connect('g2');
});

test('a removed credential is turned away at its next message', async () => {
  const gone = { county: 'c1', mine: 'm1', gateway: 'g3' };
  passwords['g3'] = await credentials.add(gone);
  const device = await connect('g3');
  await device.publishAsync('v1/c1/m1/water/g3', water(0), { qos: 1 });
  credentials.remove(gone);
  const closed = new Promise<void>((done) => device.once('close', () => done()));
  device.publish('v1/c1/m1/water/g3', water(1), { qos: 1 });
  await closed;
  expect(sink.kept).toHaveLength(1);
  expect(sink.refused.map(({ reason }) => reason)).toEqual(['foreign-topic']);
});

test('whoever is connected with the password of before is turned away, whoever has the new one is not', async () => {
  const renewed = { county: 'c1', mine: 'm1', gateway: 'g4' };
  passwords['g4'] = await credentials.add(renewed);
  const old = await connect('g4');
  await old.publishAsync('v1/c1/m1/water/g4', water(0), { qos: 1 });
  passwords['g4'] = await credentials.add(renewed);
  const device = await connect('g4');
  const closed = new Promise<void>((done) => old.once('close', () => done()));
  old.publish('v1/c1/m1/water/g4', water(1), { qos: 1 });
  await closed;
  await device.publishAsync('v1/c1/m1/water/g4', water(2), { qos: 1 });
  expect(sink.kept.map(({ message }) => message.seq)).toEqual([0, 2]);
  expect(sink.refused.map(({ detail }) => detail)).toEqual(['this device was given a new password']);
});

test('a port that is taken is said in words', async () => {
  await expect(startBroker({ intake, credentials, port: broker.port })).rejects.toThrow(MqttPortTakenError);
});

const key = join(folder, 'key.pem');
const cert = join(folder, 'cert.pem');
const made = spawnSync('openssl', [
  ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
  ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert],
]);
if (made.status !== 0) process.stdout.write('skipped: MQTT over TLS needs openssl to make a certificate\n');

test.skipIf(made.status !== 0)('over TLS the same holds, also for what is too large', async () => {
  const tls = { key: readFileSync(key), cert: readFileSync(cert) };
  const secure = await startBroker({ intake, credentials, port: 0, tls });
  const device = await connectAsync(`mqtts://localhost:${secure.port}`, {
    protocolVersion: 4,
    reconnectPeriod: 0,
    ca: tls.cert,
    username: 'c1.m1.g1',
    password: passwords['g1'],
  });
  await device.publishAsync(G1, Buffer.alloc(900_000), { qos: 1 });
  await device.publishAsync(G1, water(0), { qos: 1 });
  await device.endAsync(true);
  expect(sink.kept).toHaveLength(1);
  expect(sink.refused.map(({ reason, bytes }) => [reason, bytes])).toEqual([['oversized', 900_000]]);
  // Our own subscriber gets as far as being told that nobody subscribes here; with an unknown certificate not even so.
  const said = async (ca: Buffer | undefined): Promise<string> => {
    const told = Promise.withResolvers<string>();
    const url = `mqtts://c1.m1.g1:${passwords['g1']}@localhost:${secure.port}`;
    const subscriber = startSubscriber({ intake, url, clientId: 's', tls: { ca }, log: told.resolve });
    const line = await told.promise;
    await subscriber.close();
    return line;
  };
  expect(await said(tls.cert)).toMatch(/does not let us subscribe/);
  expect(await said(undefined)).toMatch(/self.signed/);
  await secure.close();
});

describe('raw bytes', () => {
  const raw = (bytes: Uint8Array): Promise<void> =>
    new Promise((done) => {
      const socket = connectSocket(broker.port, '127.0.0.1', () => socket.end(bytes));
      socket.on('error', () => {});
      socket.once('close', () => done());
      socket.resume();
    });

  test.each([
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['zeros', Buffer.alloc(5_000)],
    ['a publish before any connect', Buffer.from([0x30, 5, 0, 1, 0x61, 0x62, 0x63])],
    ['a packet of 256 MB', Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f])],
    ['a reserved type', Buffer.from([0xf0, 0])],
  ])('%s ends that connection and no other', async (_what, bytes) => {
    const device = await connect('g1');
    await raw(bytes);
    await device.publishAsync(G1, water(0), { qos: 1 });
    expect(sink.kept).toHaveLength(1);
    expect(broker.connected()).toEqual(['c1.m1.g1']);
  });

  test('a topic with a wildcard ends the connection, as MQTT wants, and is counted', async () => {
    const device = await connect('g1');
    const closed = new Promise<void>((done) => device.once('close', () => done()));
    const topic = Buffer.from('v1/+');
    device.stream.write(
      Buffer.concat([Buffer.from([0x30, topic.length + 3, 0, topic.length]), topic, Buffer.from('x')]),
    );
    await closed;
    expect(intake.rejected(null)['bad-topic']).toBe(1);
  });
});
