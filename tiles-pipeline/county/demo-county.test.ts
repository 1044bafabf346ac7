import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countyCatalogSchema, registerMineSchema } from '../../domain/contracts/county.ts';
import { neighboursReportSchema } from '../../domain/contracts/neighbours.ts';
import { gcj02ToWgs84 } from '../../domain/frame/gcj02.ts';
import { buildCounty } from './build-county.ts';

const MANIFEST = join(import.meta.dirname, '../../data/yunxiu-county/county.yaml');
let out: string;
const built = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(join(out, 'yunxiu', path), 'utf8'));

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'hyalite-county-'));
  // Without bundles: the county stands by its own files.
  await buildCounty({ manifestFile: MANIFEST, countiesRoot: out, bundlesRoot: join(out, 'no-bundles') });
}, 60_000);
afterAll(() => rm(out, { recursive: true, force: true }));

it('holds what its catalog says', async () => {
  const catalog = countyCatalogSchema.parse(await built('county.json'));
  expect(catalog.counts).toMatchObject({ mines: 60, sites: 150 });
  expect(catalog.towns).toHaveLength(8);
  expect(catalog.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  const mines = registerMineSchema.array().parse(await built('mines.json'));
  // Gaps on purpose: what is not known stays unknown.
  for (const key of ['grade', 'risk', 'warning', 'owner', 'leader', 'right', 'ground', 'town'] as const)
    expect(mines.filter((mine) => mine[key] === null).length, key).toBeGreaterThan(0);
});

it('finds the three bad pairs of the demo', async () => {
  const { findings } = neighboursReportSchema.parse(await built('neighbours.json'));
  const between = (check: string, a: string, b: string) =>
    findings.find((each) => each.check === check && each.mines.includes(a) && each.mines.includes(b))?.answer;
  expect(between('goaf-across-boundary', 'heishigou', 'xiling')).toBe('found');
  expect(between('shared-water-path', 'liuhe-gypsum', 'longtan-gypsum')).toBe('found');
  expect(between('workings-goaf-distance', 'liuhe-gypsum', 'longtan-gypsum')).toBe('found');
});

it('has its border in the coordinates of web maps too, which come back to the same line', async () => {
  const ringOf = async (file: string): Promise<[number, number][]> =>
    JSON.parse(await readFile(join(MANIFEST, '..', file), 'utf8')).features[0].geometry.coordinates[0];
  const [border, shifted] = await Promise.all(['boundary.geojson', 'boundary-gcj02.geojson'].map(ringOf));
  expect(shifted).toHaveLength(border!.length);
  for (const [i, position] of shifted!.entries()) {
    const [longitude, latitude] = gcj02ToWgs84(position);
    // The file gives six digits.
    expect(Math.hypot(longitude - border![i]![0], latitude - border![i]![1])).toBeLessThan(2e-6);
  }
});

it('gives water levels as the register writes them, though the gypsum field lies 12 km from the middle', async () => {
  const { findings } = neighboursReportSchema.parse(await built('neighbours.json'));
  const wet = findings
    .flatMap(({ proofs }) => proofs)
    .flatMap(({ water }) => water)
    .find(({ feature, level }) => feature === 'longtan-gypsum/G9' && level !== null);
  expect(wet!.level).toBe(62);
  expect(wet!.headMetres).toBeGreaterThan(100);
});

it('is left alone when nothing has changed', async () => {
  const again = { manifestFile: MANIFEST, countiesRoot: out, bundlesRoot: join(out, 'no-bundles') };
  expect((await buildCounty(again)).rebuilt).toBe(false);
});
