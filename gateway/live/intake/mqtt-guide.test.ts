import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MESSAGE_SCHEMAS } from '../../../domain/contracts/live/messages.ts';
import { ensureDebian } from '../../../e2e/debian.ts';
import { freePort, startServerProcess } from '../../../e2e/server-process.ts';
import { type Broker, startBroker } from './broker.ts';
import { openCredentials } from './credentials.ts';
import { createIntake, type Intake } from './intake.ts';
import {
  bytesOf,
  NOW,
  PLAIN_LOCATOR,
  type RecordingSink,
  recordingSink,
  waterLevel,
} from './messages.test-data.ts';
import { startOutside } from './outside.ts';
import type { Subscriber } from './subscriber.ts';

/** What docs/mqtt.md tells people to copy is run here as it stands, with only addresses, paths and passwords put in. */
const GUIDE = readFileSync(new URL('../../../docs/mqtt.md', import.meta.url), 'utf8');
const block = (firstLine: string): string => {
  const found = new RegExp(`^\`\`\`[a-z]+\\n(${firstLine}\\n[\\s\\S]*?)^\`\`\`$`, 'm').exec(GUIDE);
  if (!found) throw new Error(`docs/mqtt.md has no block that begins with ${firstLine}`);
  return found[1]!;
};
const put = (text: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce((out, [from, to]) => {
    if (!out.includes(from)) throw new Error(`docs/mqtt.md no longer says ${from}`);
    return out.replaceAll(from, to);
  }, text);

const found = ensureDebian(['mosquitto', 'mosquitto_pub', 'mosquitto_passwd', 'nats-server']);
const folder = mkdtempSync(join(tmpdir(), 'hyalite-guide-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const until = async (what: string, holds: () => boolean): Promise<void> => {
  const deadline = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`waited 20 s for: ${what}`);
    await new Promise((go) => setTimeout(go, 10));
  }
};

let sink: RecordingSink;
let intake: Intake;
beforeEach(() => {
  sink = recordingSink();
  intake = createIntake({
    sink,
    locator: () => PLAIN_LOCATOR,
    clock: () => NOW,
    mines: [{ mine: 'm1', county: 'c1', silentAfterMs: 30_000, gateways: [] }],
    seen: [],
  });
});

test('the message shown is one', () => {
  const json = /^```json\n(\{[\s\S]*?)^```$/m.exec(GUIDE)![1]!;
  expect(MESSAGE_SCHEMAS.position.safeParse(JSON.parse(json)).error?.issues ?? []).toEqual([]);
});

describe.skipIf(found.mosquitto_pub.missing !== null)('the device in ten lines of shell', () => {
  let broker: Broker | null = null;
  let shell: ChildProcess | null = null;
  afterEach(async () => {
    // Shell and mosquitto_pub are a group of their own.
    if (shell?.pid) process.kill(-shell.pid, 'SIGTERM');
    await broker?.close();
  });

  test('sends readings that are kept', async () => {
    const script = block('# device.sh');
    expect(script.trim().split('\n').length).toBeLessThanOrEqual(11);
    const level = join(folder, 'level');
    writeFileSync(level, '3.25\n');
    const credentials = openCredentials(join(folder, 'credentials.json'));
    const password = await credentials.add({ county: 'c1', mine: 'm1', gateway: 'pump-1' });
    broker = await startBroker({ intake, credentials, port: 0 });
    shell = spawn('sh', ['-c', script], {
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        EVERY: '0.05',
        HOST: '127.0.0.1',
        PORT: String(broker.port),
        PASSWORD: password,
        LEVEL_FILE: level,
      },
    });
    await until('three messages', () => sink.kept.length >= 3);
    expect(sink.refused).toEqual([]);
    expect(sink.kept.slice(0, 3).map(({ kind, gateway, message }) => [kind, gateway, message.seq])).toEqual([
      ['water', 'pump-1', 0],
      ['water', 'pump-1', 1],
      ['water', 'pump-1', 2],
    ]);
    expect(sink.kept[0]!.message).toMatchObject({
      readings: [{ device: 'sump-1', values: { level: 3.25 } }],
    });
  });
});

describe('the access rules shown', () => {
  const clients: MqttClient[] = [];
  let subscriber: Subscriber | null = null;
  let stop: (() => Promise<void>) | null = null;
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.endAsync(true)));
    await subscriber?.close();
    await stop?.();
    stop = null;
  });

  const connect = async (port: number, username: string, password: string) => {
    const options = { protocolVersion: 4, reconnectPeriod: 0, username, password } as const;
    const client = await connectAsync(`mqtt://127.0.0.1:${port}`, options, false);
    client.on('error', () => {});
    clients.push(client);
    return client;
  };

  /** Hyalite hears what the device may say, and nothing else; nobody comes in without a password. */
  const proveRules = async (port: number) => {
    const log: string[] = [];
    subscriber = startOutside({
      intake,
      url: `mqtt://hyalite:hyalite-secret@127.0.0.1:${port}`,
      name: 'hyalite',
      log: (line) => log.push(line),
    });
    await Promise.race([subscriber.ready(), until(`a subscription`, () => subscriber!.connected())]).catch(
      (error: Error) => {
        throw new Error(`${error.message}\n${log.join('\n')}`);
      },
    );
    const water = (seq: number) => Buffer.from(bytesOf(waterLevel({ seq, at: NOW, sent: NOW })));
    for (const topic of ['v1/c1/m1/water/pump-2', 'v1/c1/m2/water/pump-1', 'v1/c1/m1/water/pump-1/x']) {
      const device = await connect(port, 'c1.m1.pump-1', 'device-secret');
      // mosquitto acknowledges and drops, nats-server hangs up.
      await Promise.race([
        device.publishAsync(topic, water(9), { qos: 1 }).catch(() => {}),
        new Promise<void>((done) => device.once('close', () => done())),
      ]);
    }
    const device = await connect(port, 'c1.m1.pump-1', 'device-secret');
    for (const seq of [0, 1, 2]) await device.publishAsync('v1/c1/m1/water/pump-1', water(seq), { qos: 1 });
    await until('three messages', () => sink.kept.length >= 3);
    expect(sink.kept.map(({ message }) => message.seq)).toEqual([0, 1, 2]);
    expect(sink.refused).toEqual([]);
    await expect(connect(port, 'c1.m1.pump-1', 'guess')).rejects.toThrow();
    await expect(connect(port, '', '')).rejects.toThrow();
  };

  test.skipIf(found.mosquitto.missing !== null || found.mosquitto_passwd.missing !== null)(
    'mosquitto',
    async () => {
      const home = join(folder, 'mosquitto');
      mkdirSync(home);
      const [passwd, acl, config] = ['passwd', 'acl', 'conf'].map((name) => join(home, name)) as [
        string,
        string,
        string,
      ];
      writeFileSync(passwd, '');
      for (const [name, password] of [
        ['hyalite', 'hyalite-secret'],
        ['c1.m1.pump-1', 'device-secret'],
      ])
        spawnSync(found.mosquitto_passwd.path!, ['-b', passwd, name!, password!]);
      writeFileSync(acl, block('# acl'));
      const port = await freePort();
      const text = put(block('# mosquitto.conf'), {
        'listener 1883 0.0.0.0': `listener ${port} 127.0.0.1`,
        '/etc/mosquitto/passwd': passwd,
        '/etc/mosquitto/acl': acl,
        '/var/lib/mosquitto/': `${home}/`,
      });
      writeFileSync(config, `${text}${process.getuid?.() === 0 ? 'user root\n' : ''}`);
      const server = await startServerProcess({
        program: found.mosquitto.path!,
        args: ['-c', config],
        ports: [port],
      });
      stop = () => server.stop();
      await proveRules(port);
    },
  );

  test.skipIf(found['nats-server'].missing !== null)('nats-server', async () => {
    const [port, mqttPort] = [await freePort(), await freePort()];
    const config = join(folder, 'nats.conf');
    writeFileSync(
      config,
      put(block('# nats.conf'), {
        '0.0.0.0:4222': `127.0.0.1:${port}`,
        '0.0.0.0:1883': `127.0.0.1:${mqttPort}`,
        '/var/lib/nats': join(folder, 'nats'),
        HYALITE_SECRET: 'hyalite-secret',
        DEVICE_SECRET: 'device-secret',
      }),
    );
    const server = await startServerProcess({
      program: found['nats-server'].path!,
      args: ['-c', config],
      ports: [port, mqttPort],
    });
    stop = () => server.stop();
    await proveRules(mqttPort);
  });
});
