import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, expect, it } from 'vitest';
import { type CountyFeature, countyCatalogSchema, type RegisterMine } from '../domain/contracts/county.ts';
import { writeTinyMine } from './tiny-mine.test-data.ts';
import { isCountyManifest } from './verbs/build.ts';

const ROOT = resolve(import.meta.dirname, '..');
const folder = await writeTinyMine();
afterAll(() => rm(folder, { recursive: true, force: true }));

const COUNTY = `# A county around the tiny mine.
hyalite-county: 1
id: around
name: { zh: 周边县, en: Around }
provenance: synthetic
survey: { crs: EPSG:4527, verticalDatum: "1985", geoidSeparation: -8.2 }
base: { minZoom: 8, maxZoom: 8 }
sources:
  - { kind: mines, file: mines.csv, crs: EPSG:4527 }
`;
/** X is north and Y is east, as surveyors write it. */
const MINES =
  '编号,名称,X,Y,类型\ntiny,小矿,3900005,39512010,地下金属矿\nother,邻矿,3900400,39512500,露天矿\n';

it('one command builds a mine and then the county it lies in, with what the bundle knows', async () => {
  const county = join(folder, 'county');
  await mkdir(county);
  await writeFile(join(county, 'county.yaml'), COUNTY);
  await writeFile(join(county, 'mines.csv'), MINES);
  expect(await isCountyManifest(join(county, 'county.yaml'))).toBe(true);
  expect(await isCountyManifest(join(folder, 'mine.yaml'))).toBe(false);
  const run = spawnSync(
    process.execPath,
    [
      join(ROOT, 'bin/hyalite.ts'),
      'build',
      join(folder, 'mine.yaml'),
      join(county, 'county.yaml'),
      ...['--out', join(folder, 'out'), '--bundles', join(folder, 'out'), '--json'],
    ],
    { encoding: 'utf8' },
  );
  expect(run.stderr).not.toContain('error');
  expect(run.status).toBe(0);
  expect(run.stdout).toContain('"step":"county"');
  const read = async <T>(name: string) =>
    JSON.parse(await readFile(join(folder, 'out', 'around', name), 'utf8')) as T;
  const catalog = countyCatalogSchema.parse(await read('county.json'));
  expect(catalog.counts).toMatchObject({ mines: 2, features: 1 });
  const mines = await read<RegisterMine[]>('mines.json');
  expect(mines.map(({ id, bundle }) => [id, bundle])).toEqual([
    ['tiny', true],
    ['other', false],
  ]);
  const [goaf] = await read<CountyFeature[]>('features.json');
  expect(goaf).toMatchObject({ id: 'tiny/goafs/G-01', kind: 'goaf', mine: 'tiny', method: null });
  if (goaf?.shape.type !== 'prism') throw new Error('a goaf is a prism');
  // The floor falls from −50 m to −52 m, and the void is 3 m high.
  expect(goaf.shape.bottom).toBeCloseTo(-52, 1);
  expect(goaf.shape.top).toBeCloseTo(-47, 0);
});
