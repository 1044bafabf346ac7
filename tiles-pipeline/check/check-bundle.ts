import { join } from 'node:path';
import { catalogSchema } from '../../domain/contracts/catalog.ts';
import { filesUnder } from './bundle-files.ts';
import { checkExtras } from './check-extras.ts';
import { checkLayer } from './check-layer.ts';
import { type CheckReport, type Problem, reportTo } from './check-report.ts';
import { readJson } from './read-json.ts';

export type { CheckReport, Problem } from './check-report.ts';

const CATALOG = 'catalog.json';
/** When and by which Node the bundle was built: the one file of it that may differ between equal builds. */
const BUILD_RECORD = 'build.json';

/**
 * Proves a bundle sound: the catalog, every tileset and every GLB valid, every vertex inside its tile's volume and
 * every child's volume inside its parent's, feature ids inside their tables, declared counts true, no file missing,
 * stray or outside the folder. Never throws for a bad bundle: everything wrong is a problem with its file.
 */
export const checkBundle = async (folder: string): Promise<CheckReport> => {
  const problems: Problem[] = [];
  const counts = { layers: 0, tiles: 0, features: 0, triangles: 0, bytes: 0 };
  const finish = (): CheckReport => ({ ok: problems.length === 0, problems, counts });
  const report = reportTo(problems, CATALOG);

  let listing: Awaited<ReturnType<typeof filesUnder>>;
  try {
    listing = await filesUnder(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    report(
      'bundle-unreadable',
      code === 'ENOENT' ? `there is no folder ${folder}; hyalite build writes one` : message,
    );
    return finish();
  }
  const { files, links } = listing;
  for (const link of links) reportTo(problems, link)('not-a-file', 'a bundle holds plain files only');
  if (!files.has(CATALOG)) {
    report('file-missing', 'there is no catalog.json: this is not a bundle');
    return finish();
  }
  const read = await readJson(join(folder, CATALOG), catalogSchema, report);
  if (!read) return finish();
  const catalog = read.value;
  counts.bytes = read.bytes;

  const ids = catalog.layers.map(({ id }) => id);
  for (const id of ids)
    if (ids.indexOf(id) !== ids.lastIndexOf(id))
      report('layer-twice', `two layers have the id "${id}"`, '/layers');
  const used = new Set([CATALOG, BUILD_RECORD]);
  for (const layer of catalog.layers) {
    const found = await checkLayer(folder, catalog, layer, files, used, problems);
    counts.layers++;
    counts.tiles += found.tiles;
    counts.features += found.features;
    counts.triangles += found.triangles;
    counts.bytes += found.bytes;
  }
  await checkExtras(folder, catalog, files, used, problems);
  for (const file of files)
    if (!used.has(file)) reportTo(problems, file)('stray-file', 'nothing in the bundle names this file');
  return finish();
};
