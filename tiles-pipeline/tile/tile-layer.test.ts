import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fiftyTubes, ground, layerOf, tube } from './model-fixtures.ts';
import { tileLayer } from './tile-layer.ts';

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const newFolder = () => mkdtemp(join(tmpdir(), 'hyalite-tiles-'));

test('the same model gives the same bytes', async () => {
  const [one, other] = [await newFolder(), await newFolder()];
  const model = ground(260, 5);
  const told = await tileLayer(model, { enuToEcef: IDENTITY, folder: one });
  expect(await tileLayer(ground(260, 5), { enuToEcef: IDENTITY, folder: other })).toEqual(told);
  const files = (await readdir(one)).sort();
  expect(files.length).toBe(told.tiles + 1);
  let bytes = 0;
  for (const file of files) {
    const content = await readFile(join(one, file));
    expect(content.equals(await readFile(join(other, file))), file).toBe(true);
    bytes += content.length;
  }
  expect(bytes).toBe(told.bytes);
});

test('a small layer is one tile with no error', async () => {
  const folder = await newFolder();
  const told = await tileLayer(fiftyTubes(), { enuToEcef: IDENTITY, folder });
  expect(told.tiles).toBe(1);
  expect(told.triangles).toBe(50 * 28);
  expect(told.extent.min).toEqual([-600, -123, -352]);
  const { root } = JSON.parse(await readFile(join(folder, 'tileset.json'), 'utf8'));
  expect(root.geometricError).toBe(0);
  expect(root.transform).toEqual(IDENTITY);
});

test('a model that breaks its contract is refused by name', async () => {
  const folder = await newFolder();
  const options = { enuToEcef: IDENTITY, folder };
  const twice = [tube('A', [0, 0, 0], 5, 1), tube('A', [9, 0, 0], 5, 1)];
  await expect(tileLayer(layerOf(twice, 'keep'), options)).rejects.toThrow('"A" is missing or used twice');
  await expect(tileLayer(layerOf([], 'keep'), options)).rejects.toThrow('no features');
  const chinese = { id: '编号', name: { zh: '编号', en: 'id' }, type: 'string' } as const;
  await expect(
    tileLayer(layerOf([tube('A', [0, 0, 0], 5, 1)], 'keep', { properties: [chinese] }), options),
  ).rejects.toThrow('编号');
});
