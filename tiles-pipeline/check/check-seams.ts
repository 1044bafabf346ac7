import { join } from 'node:path';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { seamsSchema } from '../../domain/contracts/seams.ts';
import { readRaster } from '../read/horizon-file.ts';
import type { LocateFile } from './check-geology.ts';
import { type Problem, reportTo } from './check-report.ts';
import { readJson } from './read-json.ts';

/** Checks the floors of seams: as many as the catalog says, drawn by a layer it has, each raster of the grid's size. */
export const checkSeams = async (
  folder: string,
  catalog: Catalog,
  file: string,
  locate: LocateFile,
  problems: Problem[],
): Promise<void> => {
  const report = reportTo(problems, file);
  const read = await readJson(join(folder, file), seamsSchema, report);
  if (!read) return;
  const { grid, seams, layer } = read.value;
  if (seams.length !== catalog.seams?.count)
    report('count-wrong', `seams: catalog says ${catalog.seams?.count}, found ${seams.length}`, '/seams');
  const drawn = catalog.layers.find(({ id }) => id === layer);
  if (drawn?.features !== seams.length)
    report(
      'seams-invalid',
      `layer "${layer}" draws ${drawn?.features ?? 0} of ${seams.length} seams`,
      '/layer',
    );
  for (const [s, { file: raster, name }] of seams.entries()) {
    const place = locate(raster, `/seams/${s}/file`);
    if (!place) continue;
    const { width, height, bands } = await readRaster(join(folder, place));
    if (width !== grid.columns || height !== grid.rows || bands.length !== 2)
      report(
        'seams-invalid',
        `${name}: ${width} × ${height} in ${bands.length} bands, expected ${grid.columns} × ${grid.rows} in 2`,
        `/seams/${s}`,
      );
    else if (
      Array.from(bands[1]!).some(
        (value, k) => value < 0 || Number.isNaN(value) !== Number.isNaN(bands[0]![k]!),
      )
    )
      report(
        'seams-invalid',
        `${name}: a height without a standard deviation, or a negative one`,
        `/seams/${s}`,
      );
  }
};
