import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, test } from 'vitest';
import { ensureDebian, findProgram } from './debian.ts';
import { startMosquitto, startNats } from './real-brokers.ts';
import { startServerProcess } from './server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'hyalite-debian-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('a program is found where PATH says, and not where it cannot be run', () => {
  writeFileSync(join(folder, 'runs'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(folder, 'does-not-run'), '');
  expect(findProgram('runs', folder)).toBe(join(folder, 'runs'));
  expect(findProgram('does-not-run', folder)).toBeNull();
  expect(findProgram('no-such-program-of-ours', folder)).toBeNull();
});

test('a server that ends at once is an error that says what it wrote', async () => {
  const start = startServerProcess({
    program: process.execPath,
    args: ['-e', 'console.error("no such option"); process.exit(3)'],
    ports: [1],
  });
  await expect(start).rejects.toThrow(/ended at once:\nno such option/);
});

const found = ensureDebian(['mosquitto', 'nats-server']);

describe.skipIf(found.mosquitto.missing !== null)('mosquitto', () => {
  test('starts, listens and is gone after stop', async () => {
    const broker = await startMosquitto({ program: found.mosquitto.path!, folder: join(folder, 'm') });
    expect(isAlive(broker.pid)).toBe(true);
    await broker.stop();
    expect(isAlive(broker.pid)).toBe(false);
  });
});

describe.skipIf(found['nats-server'].missing !== null)('nats-server', () => {
  test('starts, listens and is gone after kill', async () => {
    const program = found['nats-server'].path!;
    const broker = await startNats({ program, folder: join(folder, 'n'), name: 'n' });
    expect(isAlive(broker.pid)).toBe(true);
    await broker.kill();
    expect(isAlive(broker.pid)).toBe(false);
  });
});
