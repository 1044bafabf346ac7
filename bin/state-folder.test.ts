import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverUser } from '../gateway/live/store/postgres-binaries.ts';
import { claimState } from './claim-state.ts';
import { portHolder } from './port-holder.ts';
import { stateFolderOf } from './state-folder.ts';

let root: string;
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'hyalite-clone-')));
  await mkdir(join(root, 'clone'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('the state lies in the clone where the database’s user can enter it, else in a folder of the clone’s own', async () => {
  const clone = join(root, 'clone');
  await chmod(root, 0o755);
  expect(await stateFolderOf(clone)).toBe(join(clone, '.hyalite'));
  await chmod(root, 0o700);
  // Only root starts PostgreSQL as somebody else.
  const other = await serverUser();
  const closed = await stateFolderOf(clone);
  if (other === null) expect(closed).toBe(join(clone, '.hyalite'));
  else {
    expect(closed).toMatch(/^\/var\/lib\/hyalite\/[0-9a-f]{12}$/);
    expect(await stateFolderOf(clone)).toBe(closed);
  }
});

test('a state folder has one gateway: a second one is told who it is and what to do', async () => {
  const folder = join(root, 'claimed');
  const claim = await claimState(folder);
  await claim.servesAt('http://127.0.0.1:8080');
  await expect(claimState(folder)).rejects.toThrow(
    new RegExp(
      `already runs on the state folder ${folder} \\(process ${process.pid}, since .*\\): ` +
        `open http://127\\.0\\.0\\.1:8080, stop it \\(kill ${process.pid}\\), or .*HYALITE_STATE`,
    ),
  );
  await claim.release();
  await (await claimState(folder)).release();
});

test('what a killed gateway held is free, also in a folder whose path is too long for a socket', async () => {
  for (const folder of [join(root, 'killed'), join(root, 'k'.repeat(120))]) {
    const module = JSON.stringify(join(import.meta.dirname, 'claim-state.ts'));
    const code = `import { claimState } from ${module};
      await claimState(${JSON.stringify(folder)});
      process.kill(process.pid, 'SIGKILL');`;
    const killed = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    expect(killed.signal).toBe('SIGKILL');
    await (await claimState(folder)).release();
  }
});

test('who listens on a port is found', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await portHolder(port)).toBe(process.pid);
  await new Promise((done) => server.close(done));
  expect(await portHolder(port)).toBeNull();
});
