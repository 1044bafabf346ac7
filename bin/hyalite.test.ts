import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogSchema } from '../domain/contracts/catalog.ts';
import { COLLARS, MANIFEST, writeTinyMine } from './tiny-mine.test-data.ts';

const CLI = join(import.meta.dirname, 'hyalite.ts');

const hyalite = (...args: string[]) => {
  const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '' },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
};
const steps = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const contentOf = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'build.json');
  const pairs = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length), (await readFile(path)).toString('base64')] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
};

describe('usage', () => {
  test.each([
    [['--help'], 0],
    [['build', '--help'], 0],
    [['check', '--help'], 0],
    [['serve', '--help'], 0],
    [['dig'], 2],
    [['build'], 2],
    [['build', 'x', '--colour'], 2],
    [['serve', '--port', 'seventy'], 2],
  ])('%j ends with %i', (args, code) => {
    expect(hyalite(...args).code).toBe(code);
  });

  test.each(['build', 'check', 'serve'])('the help of %s shows examples', (verb) => {
    expect(hyalite(verb, '--help').out).toMatch(/Examples:\n\s+.*hyalite -- /);
  });
});

describe('build and check', () => {
  let folder: string;
  let bundle: string;
  const build = (...more: string[]) =>
    hyalite('build', join(folder, 'mine.yaml'), '--out', join(folder, 'out'), '--json', ...more);
  const catalog = async () =>
    catalogSchema.parse(JSON.parse(await readFile(join(bundle, 'catalog.json'), 'utf8')));

  beforeAll(async () => {
    folder = await writeTinyMine();
    bundle = join(folder, 'out', 'tiny');
    const first = build();
    expect(first.err + first.out).not.toContain('"severity":"error"');
    expect(first.code).toBe(0);
  });

  test('every step is a JSON line, with the counts of every source', () => {
    const lines = steps(build('--force').out);
    expect(lines.find((line) => line.step === 'source' && line.kind === 'goafs')).toMatchObject({
      rowsRead: 1,
      featuresMade: 1,
      rowsRejected: 0,
    });
    expect(lines.at(-1)).toMatchObject({ step: 'bundle', mine: 'tiny', rebuilt: true });
  });

  test('the bundle checks clean', () => {
    const checked = hyalite('check', bundle, '--json');
    expect(steps(checked.out).filter((line) => line.step === 'problem')).toEqual([]);
    expect(checked.code).toBe(0);
  });

  test('a damaged bundle does not', async () => {
    const tileset = join(bundle, 'goafs', 'tileset.json');
    const good = await readFile(tileset, 'utf8');
    await writeFile(tileset, good.replace('"1.1"', '"9.9"'));
    const checked = hyalite('check', bundle, '--json');
    await writeFile(tileset, good);
    expect(checked.code).toBe(1);
    expect(
      steps(checked.out).some((line) => line.step === 'problem' && String(line.file).includes('goafs')),
    ).toBe(true);
  });

  test('the same input gives the same bytes; unchanged input is not built again', async () => {
    const before = await contentOf(bundle);
    expect(steps(build('--force').out).at(-1)).toMatchObject({ rebuilt: true, layersReused: 0 });
    expect(await contentOf(bundle)).toEqual(before);
    expect(steps(build().out).at(-1)).toMatchObject({ rebuilt: false });
  });

  test('a changed collar rebuilds the boreholes and carries the goafs over', async () => {
    const before = await catalog();
    await writeFile(join(folder, 'collars.csv'), COLLARS.replace('13.5', '13.6'));
    expect(steps(build().out).at(-1)).toMatchObject({ rebuilt: true });
    const after = await catalog();
    const hash = (of: typeof before, id: string) => of.layers.find((layer) => layer.id === id)!.inputHash;
    expect(hash(after, 'boreholes')).not.toBe(hash(before, 'boreholes'));
    expect(hash(after, 'goafs')).toBe(hash(before, 'goafs'));
    expect(after.revision).not.toBe(before.revision);
    expect(hyalite('check', bundle).code).toBe(0);
    await writeFile(join(folder, 'collars.csv'), COLLARS);
  });

  test.each([
    ['a missing file', (text: string) => text.replace('collars.csv', 'kollars.csv'), 'file-missing'],
    [
      'an unknown CRS',
      (text: string) => text.replace('crs: EPSG:4527\n  axes', 'crs: EPSG:999999\n  axes'),
      'crs-unknown',
    ],
    [
      'swapped axes',
      (text: string) => text.replace('axes: x-north-y-east', 'axes: x-east-y-north'),
      'outside-area-of-use',
    ],
    ['a key that does not exist', (text: string) => text.replace('type:', 'sort:'), 'manifest-key'],
  ])(
    '%s fails with exit 1, names the place and the mend, and leaves the last good bundle',
    async (_what, spoil, code) => {
      build('--force');
      const before = await contentOf(bundle);
      await writeFile(join(folder, 'mine.yaml'), spoil(MANIFEST));
      const failed = build();
      const people = hyalite('build', join(folder, 'mine.yaml'), '--out', join(folder, 'out'));
      await writeFile(join(folder, 'mine.yaml'), MANIFEST);
      expect(failed.code).toBe(1);
      expect(steps(failed.out).filter((line) => line.severity === 'error')).toContainEqual(
        expect.objectContaining({ code }),
      );
      expect(people.out).toContain('→');
      expect(people.err).not.toContain('    at ');
      expect(await contentOf(bundle)).toEqual(before);
      expect(await readdir(join(folder, 'out'))).toEqual(['tiny']);
    },
  );

  test('a bad cell is rejected with file, row, column and value; the rest is built', async () => {
    await writeFile(join(folder, 'collars.csv'), `${COLLARS}ZK3,3900040,东,14,50\n`);
    const done = build();
    await writeFile(join(folder, 'collars.csv'), COLLARS);
    expect(done.code).toBe(0);
    const finding = steps(done.out).find((line) => line.severity === 'reject');
    expect(finding).toMatchObject({ file: 'collars.csv', row: 4, column: 'Y', value: '东' });
    expect(steps(done.out).find((line) => line.kind === 'borehole-collars')).toMatchObject({
      rowsRead: 3,
      rowsRejected: 1,
    });
  });
});
