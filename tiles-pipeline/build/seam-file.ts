import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { type SeamsFile, seamsSchema } from '../../domain/contracts/seams.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import { writeHorizon } from '../../domain/geology/horizon-raster.ts';
import type { MineSeams } from '../model/seams.ts';

const LIST = 'model/seams.json';

/** Writes the floors of seams: a GeoTIFF each and the list of them. The same seams give the same bytes. */
export const writeSeams = async (
  { layer, grid, seams }: MineSeams,
  { frame, survey }: { readonly frame: MineFrame; readonly survey: Catalog['survey'] },
  folder: string,
): Promise<NonNullable<Catalog['seams']>> => {
  await mkdir(join(folder, 'model'), { recursive: true });
  const crs = { crs: survey.crs, name: survey.crsName, proj: survey.proj };
  let placementError = 0;
  const list: SeamsFile['seams'] = [];
  for (const [s, { feature, name, panels, points, surface }] of seams.entries()) {
    const file = `model/seam-${s + 1}.tif`;
    const { bytes, placementError: error } = writeHorizon(surface.floor, grid, {
      frame,
      crs,
      verticalDatum: survey.verticalDatum,
      title: `${name} 底板 / floor`,
    });
    placementError = Math.max(placementError, error);
    await writeFile(join(folder, file), bytes);
    const { model, origin, widened, crossValidation: left } = surface.fit;
    list.push({
      feature,
      name,
      file,
      panels,
      points,
      variogram: { ...model, origin, widened },
      crossValidation: left && {
        holes: left.groups,
        contacts: left.estimated,
        meanError: left.meanError,
        rmse: left.rmse,
        inside95: left.inside95,
      },
      residual: surface.residual,
    });
  }
  const { east, north, cell, columns, rows } = grid;
  const file = seamsSchema.parse({
    format: 'hyalite-seams/1',
    layer: layer.id,
    grid: { east, north, cell, columns, rows },
    placementError,
    seams: list,
  } satisfies SeamsFile);
  await writeFile(join(folder, LIST), `${JSON.stringify(file)}\n`);
  return { file: LIST, count: list.length };
};
