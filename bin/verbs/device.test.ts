import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Command } from 'commander';
import { afterEach, expect, test, vi } from 'vitest';
import { CREDENTIALS_FILE, openCredentials } from '../../gateway/live/intake/credentials.ts';
import { addDeviceVerb } from './device.ts';

const state = mkdtempSync(join(tmpdir(), 'hyalite-device-'));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

const run = async (...words: string[]) => {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const program = new Command().exitOverride();
  addDeviceVerb(program);
  await program.parseAsync(['node', 'hyalite', 'device', ...words, '--state', state]);
  const text = (spy: typeof out) => spy.mock.calls.map(([line]) => String(line)).join('');
  const said = { out: text(out), err: text(err), code: process.exitCode };
  vi.restoreAllMocks();
  process.exitCode = undefined;
  return said;
};

test('a device is added, listed and removed; its password is the only thing on stdout', async () => {
  const { out } = await run('add', 'c1', 'm1', 'g1');
  const credentials = openCredentials(join(state, CREDENTIALS_FILE));
  expect(await credentials.verify('c1.m1.g1', Buffer.from(out.trim()))).not.toBeNull();
  expect((await run('list')).out).toBe('c1.m1.g1\n');
  expect((await run('remove', 'c1', 'm1', 'g1')).code).toBeUndefined();
  expect((await run('list')).out).toBe('');
  rmSync(state, { recursive: true, force: true });
});

test('what cannot be is one line and exit code 1', async () => {
  expect(await run('add', 'c1', 'm1', 'g/1')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/letters, digits/),
  });
  expect(await run('remove', 'c1', 'm1', 'g9')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/no device c1\.m1\.g9/),
  });
});
