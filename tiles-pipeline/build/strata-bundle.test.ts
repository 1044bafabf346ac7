import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { geologySchema } from '../../domain/contracts/geology.ts';
import { checkBundle } from '../check/check-bundle.ts';
import { buildBundle } from './build-bundle.ts';

/** From survey files to a bundle that holds a geological model: nine holes, one fault of 20 m throw between them. */

const [EASTING, NORTHING] = [39_512_000, 3_900_000];
const PLACES = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => [i * 150, j * 150] as const));
/** The fault strikes north through easting 225 and dips 80° east; the east is down. */
const isDropped = (x: number) => x > 225;
const depthOf = (x: number) => (isDropped(x) ? 80 : 60);

const table = (head: string, rows: readonly (readonly (string | number)[])[]): string =>
  `${[head, ...rows.map((row) => row.join(','))].join('\n')}\n`;
const COLLARS = table(
  'hole,x,y,z',
  PLACES.map(([x, y], i) => [`ZK${i}`, NORTHING + y, EASTING + x, 100]),
);
const LOG = table(
  'hole,from,to,rock',
  PLACES.flatMap(([x], i) => [
    [`ZK${i}`, 0, depthOf(x), 'lime'],
    [`ZK${i}`, depthOf(x), depthOf(x) + 30, 'schist'],
  ]),
);
const cot = 1 / Math.tan((80 * Math.PI) / 180);
const SHEET = `o F1\n${[
  [225 - 50 * cot, -300, 150],
  [225 - 50 * cot, 600, 150],
  [225 + 200 * cot, 600, -100],
  [225 + 200 * cot, -300, -100],
]
  .map(([x, y, z]) => `v ${EASTING + x!} ${NORTHING + y!} ${z}`)
  .join('\n')}\nf 1 2 3\nf 1 3 4\n`;
const MANIFEST = (reach: number) => `hyalite: 1
id: tiny-strata
name: { zh: 小矿, en: Tiny mine }
type: underground-metal
survey: { crs: EPSG:4527, axes: x-north-y-east, verticalDatum: test, geoidSeparation: 0 }
sources:
  - { kind: borehole-collars, file: collars.csv, columns: { hole: hole, x: x, y: y, z: z } }
  - { kind: borehole-intervals, file: log.csv, columns: { hole: hole, from: from, to: to, lithology: rock } }
  - { kind: surfaces, group: strata, id: faults, file: faults.obj, axes: x-east-y-north, table: faults.csv,
      columns: { id: id }, attributes: [{ column: throw, id: throw, name: { zh: 断距, en: Throw }, type: number }] }
strata:
  cell: 30
  reach: ${reach}
  units:
    - { id: lime, name: { zh: 灰岩, en: limestone }, lithologies: [lime] }
    - { id: schist, name: { zh: 片岩, en: schist }, lithologies: [schist] }
  faults: [{ source: faults, throw: throw }]
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyalite-strata-'));
  await mkdir(join(folder, 'out'));
  for (const [file, text] of [
    ['collars.csv', COLLARS],
    ['log.csv', LOG],
    ['faults.obj', SHEET],
    ['faults.csv', 'id,throw\nF1,20\n'],
  ] as const)
    await writeFile(join(folder, file), text);
});
afterAll(() => rm(folder, { recursive: true }));

const build = async (reach: number) => {
  await writeFile(join(folder, 'mine.yaml'), MANIFEST(reach));
  return buildBundle({ manifestFile: join(folder, 'mine.yaml'), bundlesRoot: join(folder, 'out') });
};
const geologyOf = async (bundle: string) =>
  geologySchema.parse(JSON.parse(await readFile(join(bundle, 'model/geology.json'), 'utf8')));

test('logs and a fault sheet become a model in the bundle, and the bundle checks clean', async () => {
  const { catalog, bundle } = await build(200);
  expect(catalog.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(catalog.geology).toEqual({ file: 'model/geology.json' });
  const geology = await geologyOf(bundle);
  expect(geology.units.map(({ id, contacts, method }) => [id, contacts, method])).toEqual([
    ['lime', 9, 'elevation'],
    ['schist', 0, 'elevation'],
  ]);
  expect(geology.units[0]!.volume).toBeGreaterThan(1e6);
  expect(geology.faults).toMatchObject([{ id: 'F1', throw: 20, conductive: null, endsAt: null }]);
  expect(geology.faults[0]!.dip).toBeCloseTo(80, 0);
  expect(geology.blocks.map(({ contacts }) => contacts).sort()).toEqual([3, 6]);
  expect(catalog.layers.find(({ id }) => id === 'strata')).toMatchObject({ features: 4 });
  // The base of the lower unit was never met.
  const bases = catalog.layers.find(({ id }) => id === 'strata-bases');
  expect(bases).toMatchObject({ features: 2, kind: 'surface', group: 'strata', shownAtStart: false });
  expect(bases!.deviation!.most).toBeGreaterThan(0);
  expect((await checkBundle(bundle)).problems).toEqual([]);
});

test('another reach makes other strata and leaves the layers of the survey as they were', async () => {
  const before = (await build(200)).catalog;
  const { catalog: after, layersReused } = await build(120);
  // The bodies and their bases are made anew.
  expect(layersReused).toBe(before.layers.length - 2);
  for (const { id, inputHash } of after.layers) {
    const same = before.layers.find((layer) => layer.id === id)!.inputHash === inputHash;
    expect([id, same]).toEqual([id, !id.startsWith('strata')]);
  }
});

test('the same survey gives the same bytes of a model', async () => {
  const { bundle } = await build(200);
  const first = await readFile(join(bundle, 'model/base-1-1.tif'));
  await build(120);
  expect(await readFile(join((await build(200)).bundle, 'model/base-1-1.tif'))).toEqual(first);
});
