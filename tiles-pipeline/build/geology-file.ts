import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { type GeologyFile, geologySchema } from '../../domain/contracts/geology.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import type { FaultSurface, HorizonGrid } from '../../domain/geology/geological-model.ts';
import { writeHorizon } from '../../domain/geology/horizon-raster.ts';
import type { MineGeology } from '../model/mine-geology.ts';
import type { DrawnUnit } from '../model/strata.ts';

const LIST = 'model/geology.json';

/**
 * Writes the geological model: a GeoTIFF for each horizon, and the list that makes a model of them again. The same model
 * gives the same bytes.
 */
export const writeGeology = async (
  { model, accounts, kriged }: MineGeology,
  drawn: readonly DrawnUnit[],
  { frame, survey }: { readonly frame: MineFrame; readonly survey: Catalog['survey'] },
  folder: string,
): Promise<NonNullable<Catalog['geology']>> => {
  await mkdir(join(folder, 'model'), { recursive: true });
  const crs = { crs: survey.crs, name: survey.crsName, proj: survey.proj };
  let placementError = 0;
  const put = async (horizon: HorizonGrid, name: string, title: string): Promise<{ file: string }> => {
    const file = `model/${name}.tif`;
    const options = { frame, crs, verticalDatum: survey.verticalDatum, title };
    const written = writeHorizon(horizon, model.grid, options);
    placementError = Math.max(placementError, written.placementError);
    await writeFile(join(folder, file), written.bytes);
    return { file };
  };
  const ground = await put(model.ground, 'ground', '地表 / ground');
  const blocks: GeologyFile['blocks'] = [];
  for (const [b, { id, sides, bases, contacts }] of model.blocks.entries()) {
    const files: { file: string }[] = [];
    for (const [u, horizon] of bases.entries()) {
      const { name } = model.units[u]!;
      const title = `${name.zh}底面 / base of ${name.en} · ${id}`;
      files.push(await put(horizon, `base-${b + 1}-${u + 1}`, title));
    }
    const frame = kriged?.frames[b];
    blocks.push({
      id,
      sides: Array.from(sides),
      bases: files,
      contacts,
      ...(frame ? { moved: [...frame.moved], family: frame.family } : {}),
    });
  }
  const { east, north, cell, columns, rows } = model.grid;
  const list: GeologyFile = geologySchema.parse({
    format: 'hyalite-geology/1',
    grid: { east, north, cell, columns, rows },
    floor: model.floor,
    placementError,
    ground,
    units: model.units.map((unit, u) => ({ ...unit, ...accounts[u]!, ...drawn[u]! })),
    faults: model.faults.map(faultOf),
    blocks,
    ...(kriged ? { kriged: kriged.fits.map(krigedOf) } : {}),
  } satisfies GeologyFile);
  await writeFile(join(folder, LIST), `${JSON.stringify(list)}\n`);
  return { file: LIST };
};

/** Millimetres: no contact is placed better. */
const rounded = (values: Float64Array): number[] =>
  Array.from(values, (value) => Math.round(value * 1000) / 1000 + 0);

const krigedOf = ({
  unit,
  family,
  displaced,
  fit: { model, trend, slope, data },
}: NonNullable<MineGeology['kriged']>['fits'][number]): NonNullable<GeologyFile['kriged']>[number] => ({
  unit,
  family,
  displaced,
  model: { ...model },
  trend,
  slope,
  x: rounded(data.x),
  y: rounded(data.y),
  error: rounded(data.error),
});

const faultOf = ({ offsets, sheet, ...fault }: FaultSurface): GeologyFile['faults'][number] => ({
  ...fault,
  origin: [...fault.origin],
  alongStrike: [...fault.alongStrike],
  downDip: [...fault.downDip],
  normal: [...fault.normal],
  offsets: { ...offsets, values: Array.from(offsets.values) },
  sheet: { positions: Array.from(sheet.positions), indices: Array.from(sheet.indices) },
});
