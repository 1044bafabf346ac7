import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { COUNTY_SEED, countyFiles } from './county/write-county.ts';
import { DATA } from './read-back.test-data.ts';
import { DEMO_SEED, demoGeology, writeDemo } from './write-demo.ts';

const out = mkdtempSync(join(tmpdir(), 'hyalite-demo-'));
afterAll(() => {
  rmSync(out, { recursive: true });
});

const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    ['qingshi-iron', 'baiyun-limestone']
      .flatMap((mine) => readdirSync(join(folder, mine), { recursive: true, withFileTypes: true }))
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath, f.name))
      .map(
        (path) =>
          [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

let geology: ReturnType<typeof demoGeology>;

it('writes the committed survey again, byte for byte', () => {
  const started = process.cpuUsage();
  geology = demoGeology(DEMO_SEED);
  writeDemo(DEMO_SEED, out, geology);
  const { user } = process.cpuUsage(started);
  const again = hashes(out);
  expect(Object.keys(again).length).toBeGreaterThan(35);
  expect(again).toEqual(hashes(DATA));
  expect(user / 1e6).toBeLessThan(20);
});

it('writes the committed county again, byte for byte', () => {
  const files = countyFiles(COUNTY_SEED, COUNTY_SEED === DEMO_SEED ? geology : demoGeology(COUNTY_SEED));
  expect(files.size).toBeGreaterThan(20);
  for (const [path, bytes] of files)
    expect(Buffer.compare(readFileSync(join(DATA, 'yunxiu-county', path)), bytes), path).toBe(0);
});
