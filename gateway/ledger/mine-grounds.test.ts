import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gaussKruegerOf } from '../../domain/frame/gauss-krueger.ts';
import { createMineGrounds } from './mine-grounds.ts';

const layer = (kind: string, half: number) => ({
  kind,
  extent: { min: [-half, -half, -100], max: [half, half, 0] },
});
const CATALOG = {
  survey: {
    ...{ crs: 'EPSG:4527', crsName: 'x', proj: gaussKruegerOf(117).proj, units: 'metre' },
    ...{ axes: 'x-north-y-east', verticalDatum: 'x', geoidSeparation: { metres: 0, source: 'manifest' } },
  },
  frame: {
    origin: { longitude: 117.1, latitude: 36.2, ellipsoidHeight: 0 },
    enuToEcef: Array.from({ length: 16 }, () => 0),
  },
  layers: [layer('terrain', 9000), layer('solid', 500)],
};

test('a mine without a register lies where its model does, but for its terrain; without either nowhere', async () => {
  const bundlesRoot = await mkdtemp(join(tmpdir(), 'hyalite-ground-'));
  await mkdir(join(bundlesRoot, 'alone'));
  await writeFile(join(bundlesRoot, 'alone', 'catalog.json'), JSON.stringify(CATALOG));
  const grounds = createMineGrounds({
    counties: null,
    bundlesRoot,
    places: { place: (mine) => ({ mine, county: null }), all: () => [] },
  });
  const ground = await grounds.of('alone');
  expect(ground).toMatchObject({ at: null, within: null, county: null, grids: [gaussKruegerOf(117).proj] });
  const [west, east] = [0, 1].map((i) => ground.outlines[0]![0]![i]![0]);
  expect(east! - west!).toBeCloseTo(1000 / (111_320 * Math.cos((36.2 * Math.PI) / 180)), 4);
  const places = await grounds.placesOf(['alone', 'unheard-of']);
  expect(places.of('alone')([[117.1, 36.2]])).toEqual({ kind: 'near' });
  expect(places.of('alone')([[117.2, 36.2]])).toMatchObject({ kind: 'far', bound: { by: 'mine-length' } });
  expect(places.of('unheard-of')([[0, 0]])).toEqual({ kind: 'unknown' });
  expect((await grounds.placesOf(['alone', 'unheard-of'])).key).toBe(places.key);
});
