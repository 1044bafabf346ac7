import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { beginBundle } from './bundle-swap.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hyalite-swap-'));
  await mkdir(join(root, 'mine'));
  await writeFile(join(root, 'mine', 'catalog.json'), 'old');
});

test('publishing replaces the old bundle whole and leaves nothing behind', async () => {
  await writeFile(join(root, 'mine', 'stray.glb'), 'old tile');
  const work = await beginBundle(join(root, 'mine'));
  await writeFile(join(work.folder, 'catalog.json'), 'new');
  await work.publish();
  expect(await readdir(root)).toEqual(['mine']);
  expect(await readdir(join(root, 'mine'))).toEqual(['catalog.json']);
  expect(await readFile(join(root, 'mine', 'catalog.json'), 'utf8')).toBe('new');
});

test('discarding leaves the old bundle as it was', async () => {
  const work = await beginBundle(join(root, 'mine'));
  await writeFile(join(work.folder, 'catalog.json'), 'half');
  await work.discard();
  expect(await readdir(root)).toEqual(['mine']);
  expect(await readFile(join(root, 'mine', 'catalog.json'), 'utf8')).toBe('old');
});

test('the first bundle of a mine needs no old one', async () => {
  const work = await beginBundle(join(root, 'second'));
  await writeFile(join(work.folder, 'catalog.json'), 'first');
  await work.publish();
  expect(await readFile(join(root, 'second', 'catalog.json'), 'utf8')).toBe('first');
});
