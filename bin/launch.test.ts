import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';

const launch = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'launch.mjs'), ...args], { encoding: 'utf8' });

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
