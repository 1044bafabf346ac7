import { join } from 'node:path';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { type GeologyFile, geologySchema } from '../../domain/contracts/geology.ts';
import { frameOfCatalog } from '../../domain/frame/catalog-frame.ts';
import type { GeologicalModel, HorizonGrid } from '../../domain/geology/geological-model.ts';
import { readGeology } from '../../domain/geology/read-geology.ts';
import { readRaster } from '../read/horizon-file.ts';
import { type Problem, reportTo } from './check-report.ts';
import { readJson } from './read-json.ts';

/** Heights go through the survey's datum and back: equal ones may come back this far apart, metres. */
const ROUNDING = 1e-6;

/** A file of the bundle as the catalog names it, or null after reporting that it is missing or outside. */
export type LocateFile = (reference: string, path: string) => string | null;

/**
 * Checks that the model can be made of the bundle's files: every raster there, of the grid's size and with both bands, the
 * bases of every block one under another, deviations not negative, and the list consistent in itself.
 */
export const checkGeology = async (
  folder: string,
  catalog: Catalog,
  file: string,
  locate: LocateFile,
  problems: Problem[],
): Promise<void> => {
  const report = reportTo(problems, file);
  const read = await readJson(join(folder, file), geologySchema, report);
  if (!read) return;
  const list = read.value;
  checkList(list, catalog, report);
  const rasters = [list.ground, ...list.blocks.flatMap(({ bases }) => bases)];
  const places = rasters.map((raster) => locate(raster.file, '/geology'));
  if (places.includes(null)) return;
  let model: GeologicalModel | null;
  try {
    model = await readGeology(list, frameOfCatalog(catalog), (path) => readRaster(join(folder, path)));
  } catch (error) {
    report('geology-invalid', error instanceof Error ? error.message : String(error));
    return;
  }
  if (model) checkHorizons(model, list, (path) => reportTo(problems, path));
};

const checkList = (
  list: GeologyFile,
  catalog: Catalog,
  report: (code: string, message: string, path?: string) => void,
): void => {
  const layers = new Set(catalog.layers.map(({ id }) => id));
  list.units.forEach(({ layer, id }, i) => {
    if (layer !== undefined && !layers.has(layer))
      report(
        'geology-invalid',
        `unit ${id} is drawn by layer "${layer}", which the catalog has not`,
        `/units/${i}`,
      );
  });
  list.blocks.forEach(({ id, bases, sides }, i) => {
    if (bases.length !== list.units.length)
      report(
        'geology-invalid',
        `block ${id}: ${bases.length} bases, ${list.units.length} units`,
        `/blocks/${i}`,
      );
    if (sides.length !== list.faults.length)
      report(
        'geology-invalid',
        `block ${id}: ${sides.length} sides, ${list.faults.length} faults`,
        `/blocks/${i}`,
      );
  });
  list.faults.forEach(({ id, offsets, endsAt, sheet }, i) => {
    if (offsets.values.length !== offsets.columns * offsets.rows)
      report(
        'geology-invalid',
        `fault ${id}: ${offsets.values.length} offsets, expected ${offsets.columns} × ${offsets.rows}`,
        `/faults/${i}`,
      );
    if (endsAt !== null && (endsAt >= list.faults.length || endsAt === i))
      report('geology-invalid', `fault ${id} ends at fault ${endsAt}`, `/faults/${i}`);
    const vertices = sheet.positions.length / 3;
    if (sheet.indices.some((index) => index >= vertices))
      report('geology-invalid', `fault ${id}: the sheet names a vertex it has not`, `/faults/${i}`);
  });
};

const checkHorizons = (
  { blocks, ground, grid, units }: GeologicalModel,
  list: GeologyFile,
  reportOf: (file: string) => (code: string, message: string) => void,
): void => {
  const place = (k: number) => `column ${k % grid.columns}, row ${Math.floor(k / grid.columns)}`;
  const deviations = ({ deviation }: HorizonGrid, file: string): void => {
    const wrong = deviation.findIndex((value) => value < 0 || value === Number.POSITIVE_INFINITY);
    if (wrong >= 0)
      reportOf(file)('geology-invalid', `standard deviation ${deviation[wrong]} m at ${place(wrong)}`);
  };
  deviations(ground, list.ground.file);
  blocks.forEach(({ bases, id }, b) => {
    /** Lowest base known so far at each node. */
    const above = Float64Array.from(ground.up);
    bases.forEach((base, u) => {
      const { file } = list.blocks[b]!.bases[u]!;
      deviations(base, file);
      let worst = -1;
      let most = ROUNDING;
      for (let k = 0; k < above.length; k++) {
        const rise = base.up[k]! - above[k]!;
        if (rise > most) [worst, most] = [k, rise];
        if (!Number.isNaN(base.up[k]!)) above[k] = base.up[k]!;
      }
      if (worst >= 0)
        reportOf(file)(
          'bases-cross',
          `block ${id}: the base of ${units[u]!.name.en} rises ${most.toFixed(3)} m above what lies over it, at ${place(worst)}`,
        );
    });
  });
};
