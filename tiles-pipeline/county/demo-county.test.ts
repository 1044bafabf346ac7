import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countyCatalogSchema, registerMineSchema } from '../../domain/contracts/county.ts';
import { neighboursReportSchema } from '../../domain/contracts/neighbours.ts';
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
