import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { deviceName, openCredentials, parseDeviceName } from './credentials.ts';

const folder = mkdtempSync(join(tmpdir(), 'hyalite-credentials-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const g1 = { county: 'c1', mine: 'm1', gateway: 'g1' };
const g2 = { ...g1, gateway: 'g2' };
const bytes = (text: string) => Buffer.from(text);

test('a device is admitted by its own password only, until it is removed', async () => {
  const credentials = openCredentials(join(folder, 'a', 'credentials.json'));
  const [first, second] = [await credentials.add(g1), await credentials.add(g2)];
  expect(first).not.toBe(second);
  expect(await credentials.verify('c1.m1.g1', bytes(first))).toEqual(g1);
  expect(await credentials.verify('c1.m1.g1', bytes(second))).toBeNull();
  expect(await credentials.verify('c1.m1.g9', bytes(first))).toBeNull();
  expect(await credentials.verify('toString', bytes(first))).toBeNull();
  expect(credentials.list()).toEqual(['c1.m1.g1', 'c1.m1.g2']);
  expect(credentials.remove(g1)).toBe(true);
  expect(credentials.remove(g1)).toBe(false);
  expect(credentials.standing('c1.m1.g1')).toBeNull();
  expect(await credentials.verify('c1.m1.g1', bytes(first))).toBeNull();
});

test('a new password ends the old one, also when the old one was just used', async () => {
  const credentials = openCredentials(join(folder, 'new.json'));
  const old = await credentials.add(g1);
  expect(await credentials.verify('c1.m1.g1', bytes(old))).toEqual(g1);
  const next = await credentials.add(g1);
  expect(await credentials.verify('c1.m1.g1', bytes(old))).toBeNull();
  expect(await credentials.verify('c1.m1.g1', bytes(next))).toEqual(g1);
});

test('the file holds no password, is nobody else’s to read, and leaves nothing beside it', async () => {
  const path = join(folder, 'file', 'credentials.json');
  const password = await openCredentials(path).add(g1);
  expect(readFileSync(path, 'utf8')).not.toContain(password);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(readdirSync(join(folder, 'file'))).toEqual(['credentials.json']);
  expect(await openCredentials(path).verify('c1.m1.g1', bytes(password))).toEqual(g1);
});

test('what another process adds is seen', async () => {
  const path = join(folder, 'shared.json');
  const here = openCredentials(path);
  const there = openCredentials(path);
  await there.add(g1);
  await here.add(g2);
  expect(here.list()).toEqual(['c1.m1.g1', 'c1.m1.g2']);
});

test('a broken file is told, and not replaced', () => {
  const path = join(folder, 'broken.json');
  writeFileSync(path, '{"hyalite-credentials":1,"devices":{"c1.m1.g1":{"salt":"x"}}}');
  expect(() => openCredentials(path)).toThrow(/broken\.json: devices\.c1\.m1\.g1\..*restore it or delete it/);
  writeFileSync(path, '{');
  expect(() => openCredentials(path)).toThrow(/is not JSON/);
  expect(readFileSync(path, 'utf8')).toBe('{');
});

test('a password that was right is not derived again', async () => {
  const credentials = openCredentials(join(folder, 'storm.json'));
  const password = bytes(await credentials.add(g1));
  await credentials.verify('c1.m1.g1', password);
  const started = process.cpuUsage();
  for (let i = 0; i < 2_000; i++) expect(await credentials.verify('c1.m1.g1', password)).toEqual(g1);
  const used = process.cpuUsage(started);
  const wrong = process.cpuUsage();
  for (let i = 0; i < 20; i++) expect(await credentials.verify('c1.m1.g1', bytes('wrong'))).toBeNull();
  const usedWrong = process.cpuUsage(wrong);
  expect((used.user + used.system) / 2_000).toBeLessThan((usedWrong.user + usedWrong.system) / 20 / 5);
});

test('too many at once are turned away, and those admitted before are not', async () => {
  const credentials = openCredentials(join(folder, 'many.json'), 16);
  const password = bytes(await credentials.add(g1));
  await credentials.verify('c1.m1.g1', password);
  const flood = Array.from({ length: 30 }, (_, i) => credentials.verify('c1.m1.g2', bytes(`${i}`)));
  expect(await credentials.verify('c1.m1.g1', password)).toEqual(g1);
  const results = await Promise.allSettled(flood);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(30 - 16);
});

test('names are ids joined by dots', () => {
  expect(parseDeviceName(deviceName(g1))).toEqual(g1);
  for (const wrong of ['', 'c1.m1', 'c1.m1.g1.x', 'c1..g1', 'c1.m1.g/1', 'c1.m1.+'])
    expect(parseDeviceName(wrong)).toBeNull();
});
