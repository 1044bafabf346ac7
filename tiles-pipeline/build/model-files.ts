import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { NO_DRIVING_SETTINGS } from '../../domain/contracts/driving.ts';
import type { MineManifest } from '../../domain/contracts/manifest.ts';
import type { MineModel } from '../model/model-mine.ts';
import { withModelled } from '../model/modelled-obstacles.ts';
import type { Strata } from '../model/strata.ts';
import { writeBodies } from './body-file.ts';
import { writeDriving } from './driving-file.ts';
import { writeGeology } from './geology-file.ts';
import { writeGround } from './ground-file.ts';
import { writeHoles } from './hole-file.ts';
import { json } from './json-text.ts';
import { writeLogs } from './log-file.ts';
import { writeSeams } from './seam-file.ts';

type ModelFiles = Pick<
  Catalog,
  'network' | 'places' | 'seams' | 'bodies' | 'ground' | 'holes' | 'logs' | 'geology' | 'driving'
>;

/** Writes the files of a bundle that are no tiles, and names them as its catalog does. */
export const writeModelFiles = async (
  model: MineModel,
  strata: Strata | null,
  manifest: MineManifest,
  inputHash: string,
  folder: string,
): Promise<ModelFiles> => {
  const named: ModelFiles = {
    bodies: await writeBodies(model.layers, strata?.layer ?? null, manifest, folder),
  };
  if (model.driving)
    named.driving = await writeDriving(
      withModelled(
        model.driving,
        [...model.layers, ...(strata ? [strata.layer] : [])],
        manifest,
        model.frame,
      ),
      manifest.driving ?? NO_DRIVING_SETTINGS,
      inputHash,
      folder,
    );
  const ground = await writeGround(model.layers, folder);
  if (ground) named.ground = ground;
  const holes = await writeHoles(model.layers, folder);
  if (holes) named.holes = holes;
  const logs = await writeLogs(model.logs, folder);
  if (logs) named.logs = logs;
  if (model.geology && strata) {
    named.geology = await writeGeology(model.geology, strata.units, model, folder);
  }
  if (model.seams && model.seams.seams.length > 0) named.seams = await writeSeams(model.seams, model, folder);
  if (model.network) {
    const { nodes, edges, components } = model.network;
    await writeFile(join(folder, 'network.json'), json(model.network));
    const length = components.reduce((sum, component) => sum + component.length, 0);
    named.network = {
      file: 'network.json',
      nodes: nodes.length,
      edges: edges.length,
      components: components.length,
      length,
    };
  }
  if (model.places) {
    await writeFile(join(folder, 'places.geojson'), json(model.places));
    named.places = { file: 'places.geojson', count: model.places.features.length };
  }
  return named;
};
