import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMinePlaces } from './mine-places.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hyalite-places-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

let written = 0;
const write = async (path: string, value: unknown): Promise<void> => {
  const file = join(root, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, JSON.stringify(value));
  // Two writes within a tick of the file system's clock must still look changed.
  await utimes(file, new Date(), new Date(1_700_000_000_000 + ++written * 1000));
};
const open = (live: { mine: string; county: string }[] = [], log?: (line: string) => void) =>
  createMinePlaces({ bundlesRoot: join(root, 'bundles'), countiesRoot: join(root, 'counties'), live, log });

it('asks the county’s register first, then the live side, then the bundle', async () => {
  await write('counties/one/mines.json', [{ id: 'a', name: 'x' }]);
  for (const mine of ['a', 'b', 'c'])
    await write(`bundles/${mine}/catalog.json`, { mineId: mine, county: 'three' });
  await write('bundles/d/catalog.json', { mineId: 'd' });
  const places = open([
    { mine: 'a', county: 'two' },
    { mine: 'b', county: 'two' },
  ]);
  expect(['a', 'b', 'c', 'd', 'e'].map((mine) => places.place(mine).county)).toEqual([
    'one',
    'two',
    'three',
    null,
    null,
  ]);
  expect(places.all().map(({ mine, by }) => `${mine} ${by}`)).toEqual([
    'a register',
    'b live',
    'c bundle',
    'd bundle',
  ]);
});

it('shows a mine of two registers to neither county, and says so', async () => {
  const lines: string[] = [];
  await write('counties/one/mines.json', [{ id: 'a' }]);
  await write('counties/two/mines.json', [{ id: 'a' }, { id: 'b' }]);
  const places = open([], (line) => lines.push(line));
  expect([places.place('a').county, places.place('b').county]).toEqual([null, 'two']);
  expect(lines).toEqual([expect.stringContaining('mine a is in the registers of one and two')]);
});

it('sees a register that was made or changed a second later; a broken one lists nothing', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const places = open();
  const before = places.all();
  expect(places.place('a').county).toBeNull();
  await write('counties/one/mines.json', [{ id: 'a' }]);
  expect(places.all()).toBe(before);
  now = 1500;
  expect(places.place('a').county).toBe('one');
  await write('counties/one/mines.json', { id: 'a' });
  now = 3000;
  expect(places.place('a').county).toBeNull();
});
