import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeFinding } from '../../domain/contracts/finding-texts.ts';
import { manifestSchema } from '../../domain/contracts/manifest.ts';
import { modelMine } from './model-mine.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyalite-model-'));
  await writeFile(
    join(folder, 'collars.csv'),
    '孔号,X,Y,孔口标高,孔深\nK1,4000100.5,39512345.678,120,80\nK2,4000500,39512800,130,90\n',
  );
  await writeFile(join(folder, 'log.csv'), 'hole,from,to,lithology\nK1,0,80,灰岩\nK2,0,90,magnetite\n');
  await writeFile(join(folder, 'places.csv'), 'id,x,y,z\nP1,4003000,39513000,50\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const COLLARS = { kind: 'borehole-collars', id: 'collars', file: 'collars.csv' };
const LOG = { kind: 'borehole-intervals', id: 'log', file: 'log.csv' };
const PLACES = { kind: 'places', id: 'places', file: 'places.csv' };
const manifest = (sources: object[], survey: object = {}) =>
  manifestSchema.parse({
    hyalite: 1,
    id: 'sample',
    name: { zh: '样例', en: 'sample' },
    type: 'underground-metal',
    survey: { crs: 'EPSG:4527', axes: 'x-north-y-east', verticalDatum: '1985', ...survey },
    sources,
  });

test('X = north, zone-prefixed eastings: holes land where they belong, layers name their sources', async () => {
  const mine = await modelMine(manifest([COLLARS, LOG, PLACES]), folder);
  expect(mine.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(mine.layers.map(({ id, sources }) => [id, sources])).toEqual([['boreholes', ['collars', 'log']]]);
  const { positions } = mine.layers[0]!.features[0]!.mesh;
  const top = mine.frame.enuToSurvey([positions[0]!, positions[1]!, positions[2]!] as never);
  expect(Math.abs(top.easting - 39_512_345.678)).toBeLessThan(5);
  expect(Math.abs(top.northing - 4_000_100.5)).toBeLessThan(5);
  expect(mine.places!.features).toHaveLength(1);
  expect(mine.survey.geoidSeparation).toMatchObject({ source: 'EGM96', uncertaintyMetres: 0.5 });
});

test('the order of sources moves nothing', async () => {
  const forward = await modelMine(manifest([COLLARS, LOG, PLACES]), folder);
  const backward = await modelMine(manifest([PLACES, LOG, COLLARS]), folder);
  expect(backward.frame.origin).toEqual(forward.frame.origin);
});

test('swapped axes stop the build, name file, row and value, and say which axes would fit', async () => {
  const mine = await modelMine(manifest([COLLARS, LOG], { axes: 'x-east-y-north' }), folder);
  expect(mine.layers).toEqual([]);
  expect(mine.findings).toMatchObject([
    {
      severity: 'error',
      code: 'outside-area-of-use',
      source: 'collars',
      file: 'collars.csv',
      row: 2,
      value: '4000100.5, 39512345.678',
      params: { count: 2, hint: 'axes: x-north-y-east' },
    },
  ]);
  expect(describeFinding(mine.findings[0]!, 'en').what).toContain(
    'swapping x and y would fit: set axes: x-north-y-east',
  );
});

test.each([
  ['a zone number the CRS does not carry', 'EPSG:4548', '4000100,39512345', 'outside-area-zone-carried'],
  ['a zone number the files lack', 'EPSG:4527', '4000100,512345', 'outside-area-zone-missing'],
  ['feet', 'EPSG:4548', '13123688,1680922', 'outside-area-units'],
  ['numbers that nothing explains', 'EPSG:4527', '12,34', 'outside-area-unknown'],
  [
    'one wrong digit among good rows',
    'EPSG:4527',
    '4000100,39512345,1,9\nK2,4000100,39512345,1,9\nK3,9000100,39512345',
    'outside-area-some-rows',
  ],
])('coordinates outside the area of use: %s', async (_what, crs, xy, code) => {
  await writeFile(join(folder, 'outside.csv'), `孔号,X,Y,孔口标高,孔深\nK1,${xy},1,9\n`);
  const mine = await modelMine(manifest([{ ...COLLARS, file: 'outside.csv' }], { crs }), folder);
  const [error] = mine.findings.filter(({ severity }) => severity === 'error');
  expect(error).toMatchObject({ code, params: { count: 1 } });
  for (const language of ['zh', 'en'] as const) {
    const { what, mend } = describeFinding(error!, language);
    expect(what + mend).not.toMatch(/\{|\b1 points/u);
  }
  if (code === 'outside-area-some-rows')
    expect(error).toMatchObject({ row: 4, params: { total: 3, rows: '4' } });
});

test('a row its reader rejects is a row read and a row rejected', async () => {
  await writeFile(
    join(folder, 'ragged.csv'),
    'hole,from,to,lithology\nK1,0,80,灰岩\nK2,0,90\nK2,0,x,灰岩\nK2,0,90,灰岩\n',
  );
  const mine = await modelMine(manifest([COLLARS, { ...LOG, file: 'ragged.csv' }]), folder);
  const rejects = mine.findings.filter(({ severity }) => severity === 'reject');
  expect(rejects.map(({ code, row }) => `${code} ${row}`)).toEqual(['row-ragged 3', 'interval-invalid 4']);
  expect(mine.sources.find(({ id }) => id === 'log')).toMatchObject({
    rowsRead: 4,
    featuresMade: 2,
    rowsRejected: 2,
  });
});

test('every unreadable source is named in one run', async () => {
  const gone = [
    { ...LOG, id: 'a', file: 'no-a.csv' },
    { ...LOG, id: 'b', file: 'no-b.csv' },
  ];
  const mine = await modelMine(manifest([COLLARS, ...gone]), folder);
  expect(mine.findings.map(({ severity, code, source }) => `${severity} ${code} ${source}`)).toEqual([
    'error file-missing a',
    'error file-missing b',
  ]);
  expect(mine.layers).toEqual([]);
});

test('every step of reading names the source that was read, a refused one too', async () => {
  const steps: unknown[] = [];
  const missing = { kind: 'places', id: 'missing', file: 'nowhere.csv' };
  await modelMine(manifest([COLLARS, missing, LOG]), folder, { onStep: (step) => steps.push(step) });
  expect(steps).toEqual([
    { source: 'collars', done: 1, total: 3 },
    { source: 'missing', done: 2, total: 3 },
    { source: 'log', done: 3, total: 3 },
  ]);
});
