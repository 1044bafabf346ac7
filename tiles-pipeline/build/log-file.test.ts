import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogSchema } from '../../domain/contracts/catalog.ts';
import { type LogsFile, logsSchema } from '../../domain/contracts/logs.ts';
import { builtMine } from '../../e2e/built-mine.ts';
import { checkBundle } from '../check/check-bundle.ts';
import { buildBundle } from './build-bundle.ts';

/** Holes logged by thickness alone, whose collars have no height. */
const MANIFEST = `
hyalite: 1
id: flat
name: { zh: 无标高, en: no heights }
type: exploration
survey: { crs: "EPSG:4549", axes: x-east-y-north, verticalDatum: none }
sources:
  - { kind: borehole-collars, file: collars.csv, columns: { hole: hole, x: x, y: y } }
  - { kind: borehole-intervals, file: log.csv, columns: { thickness: m, lithology: rock }, defaults: { hole: K1 } }
`;

let root: string;
let logs: LogsFile;
let bundle: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hyalite-logs-'));
  await writeFile(join(root, 'mine.yaml'), MANIFEST);
  await writeFile(join(root, 'collars.csv'), 'hole,x,y\nK1,495394.96,5404813.13\nK2,495558.87,5404339.03\n');
  await writeFile(join(root, 'log.csv'), 'no,rock,m\n1,腐殖土,0.6\n2,细砂岩,47\n3,泥岩,4.4\n');
  ({ bundle } = await buildBundle({
    manifestFile: join(root, 'mine.yaml'),
    bundlesRoot: join(root, 'bundles'),
  }));
  logs = logsSchema.parse(JSON.parse(await readFile(join(bundle, 'model', 'logs.json'), 'utf8')));
}, 60_000);
afterAll(() => rm(root, { recursive: true }));

test('a mine whose holes have no heights is a bundle of logs, which passes its check', async () => {
  const catalog = catalogSchema.parse(JSON.parse(await readFile(join(bundle, 'catalog.json'), 'utf8')));
  expect(catalog.layers).toEqual([]);
  expect(catalog.logs).toEqual({ file: 'model/logs.json', count: 1 });
  expect((await checkBundle(bundle)).problems).toEqual([]);
});

test('thicknesses run on from the collar down', () => {
  const [hole] = logs.holes;
  expect(hole).toMatchObject({ hole: 'K1', height: null, path: null, depth: 52 });
  expect(hole!.intervals.map(({ from, to, lithology }) => [from, to, lithology])).toEqual([
    [0, 0.6, '腐殖土'],
    [0.6, 47.6, '细砂岩'],
    [47.6, 52, '泥岩'],
  ]);
});

test('the demo’s logs name the features that draw their intervals', async () => {
  const demo = builtMine('data/qingshi-iron');
  const catalog = catalogSchema.parse(JSON.parse(await readFile(join(demo, 'catalog.json'), 'utf8')));
  const file = logsSchema.parse(JSON.parse(await readFile(join(demo, 'model', 'logs.json'), 'utf8')));
  const layer = catalog.layers.find(({ kind }) => kind === 'borehole-intervals')!;
  expect(file.holes.flatMap(({ intervals }) => intervals)).toHaveLength(layer.features);
  expect(file.holes.every(({ height, path }) => height !== null && path !== null)).toBe(true);
  expect(file.holes.filter(({ water }) => water.length > 0).length).toBeGreaterThan(50);
}, 120_000);
