import { chmod, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverUser } from '../gateway/live/store/postgres-binaries.ts';
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
