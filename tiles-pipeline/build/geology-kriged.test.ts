import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { catalogSchema } from '../../domain/contracts/catalog.ts';
import { type GeologyFile, geologySchema } from '../../domain/contracts/geology.ts';
import { frameOfCatalog } from '../../domain/frame/catalog-frame.ts';
import { columnAt } from '../../domain/geology/column.ts';
import type { GeologicalModel } from '../../domain/geology/geological-model.ts';
import { baseCertainty, type CertaintyBasis } from '../../domain/geology/next-hole/base-certainty.ts';
import { placeAt } from '../../domain/geology/next-hole/hole-places.ts';
import { readGeology } from '../../domain/geology/read-geology.ts';
import { builtMine } from '../../e2e/built-mine.ts';
import { readRaster } from '../read/horizon-file.ts';

let file: GeologyFile;
let model: GeologicalModel;

beforeAll(async () => {
  const bundle = builtMine('data/qingshi-iron');
  const catalog = catalogSchema.parse(JSON.parse(await readFile(join(bundle, 'catalog.json'), 'utf8')));
  file = geologySchema.parse(JSON.parse(await readFile(join(bundle, catalog.geology!.file), 'utf8')));
  model = (await readGeology(file, frameOfCatalog(catalog), (one) => readRaster(join(bundle, one))))!;
}, 240_000);

test('from what the bundle says they rest on, the standard deviations come out again', () => {
  const unit = file.units.findIndex(({ id }) => id === 'limestone');
  const blocks = file.blocks.map(({ moved, family }) => ({ moved: moved!, family: family! }));
  const bases = file.kriged!.filter((one) => one.unit === unit);
  const certainties = new Map(
    bases.map(({ family, x, y, error, ...base }) => [
      family,
      baseCertainty({
        ...base,
        x: Float64Array.from(x),
        y: Float64Array.from(y),
        error: Float64Array.from(error),
      } as unknown as CertaintyBasis),
    ]),
  );
  const { grid } = model;
  let [met, equal] = [0, 0];
  for (let j = 2; j < grid.rows; j += 5)
    for (let i = 2; i < grid.columns; i += 5) {
      const [east, north] = [grid.east + i * grid.cell, grid.north + j * grid.cell];
      const part = columnAt(model, east, north).find(
        (one) => one.unit === unit && one.baseKind === 'contact',
      );
      const place = placeAt(
        model,
        blocks,
        file.units.map(() => true),
        east,
        north,
      )[unit];
      if (!part || !place) continue;
      met++;
      const own = certainties.get(place.family)!(place.x, place.y);
      if (Math.abs(own - part.baseDeviation) < 0.01) equal++;
    }
  expect(met).toBeGreaterThan(80);
  // Where the base gives way to the one above it, its doubt is that one's.
  expect(equal / met).toBeGreaterThan(0.95);
});
