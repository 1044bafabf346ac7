import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimState } from './claim-state.ts';

const LAUNCHER = join(import.meta.dirname, 'launch.mjs');
const launch = (...args: string[]) => spawnSync(process.execPath, [LAUNCHER, ...args], { encoding: 'utf8' });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyalite-launch-'));
  await mkdir(join(folder, 'app'));
  await writeFile(join(folder, 'app', 'index.html'), '<!doctype html>');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('an unknown program is bad usage, said in one line', () => {
  const done = launch('dance');
  expect(done.status).toBe(2);
  expect(done.stderr).toMatch(/^hyalite: unknown program "dance".*\n$/);
});

test('programs run on Node 24 or newer, whatever Node the launcher was started with', () => {
  const done = launch('hyalite', '--help');
  expect(done.status).toBe(0);
  expect(done.stdout).toContain('Usage: hyalite');
});

test('exit codes pass through', () => {
  expect(launch('hyalite', 'build').status).toBe(2);
  expect(launch('hyalite', 'check', '/nowhere').status).toBe(1);
});

test('a second npm start is told at once who runs already, and builds nothing', async () => {
  const claim = await claimState(join(folder, 'state'));
  const environment = { ...process.env, HYALITE_STATE: join(folder, 'state'), PORT: '0' };
  const second = spawn(process.execPath, [LAUNCHER, 'start'], { env: environment });
  const out: string[] = [];
  second.stdout.on('data', (text) => out.push(String(text)));
  second.stderr.on('data', (text) => out.push(String(text)));
  const [code] = await once(second, 'close');
  await claim.release();
  expect(out.join('')).toMatch(
    new RegExp(`^hyalite: a gateway already runs on the state folder .*kill ${process.pid}.*\\n$`),
  );
  expect(code).toBe(1);
});

const answers = (address: string) =>
  fetch(`${address}/api/mines`).then(
    () => true,
    () => false,
  );

/** As npm runs it: in a shell. @returns the address served, and the shell's process */
const serveInShell = async () => {
  const args = ['hyalite', 'serve', '--bundles', join(folder, 'bundles'), '--app', join(folder, 'app')];
  const line = [process.execPath, LAUNCHER, ...args, '--port', '0'].map((arg) => `'${arg}'`).join(' ');
  const shell = spawn('sh', ['-c', `${line} & echo $!; wait`], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  for await (const text of shell.stdout) {
    out += String(text);
    const [, launcher, address] = /^(\d+)\n(http:\S+)\n/.exec(out) ?? [];
    if (address) return { shell, launcher: Number(launcher), address };
  }
  throw new Error(`it did not serve: ${out}`);
};

test('a gateway ends with the shell npm runs it in, and with a killed launcher', async () => {
  const [byNpm, byLauncher] = await Promise.all([serveInShell(), serveInShell()]);
  process.kill(byNpm.shell.pid!, 'SIGKILL');
  process.kill(byLauncher.launcher, 'SIGKILL');
  for (const { address } of [byNpm, byLauncher])
    await expect.poll(() => answers(address), { timeout: 5_000, interval: 50 }).toBe(false);
});
