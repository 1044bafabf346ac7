import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Catalog, catalogSchema } from '../domain/contracts/catalog.ts';
import { openWithThree } from './readers/three.ts';

export const readCatalog = async (bundle: string): Promise<Catalog> =>
  catalogSchema.parse(JSON.parse(await readFile(join(bundle, 'catalog.json'), 'utf8')));

/** A feature's attributes as an independent reader finds them in the tiles: what the screen must show. */
export const featureInBundle = async (
  bundle: string,
  layerId: string,
  featureId: string,
): Promise<Readonly<Record<string, unknown>>> => {
  const catalog = await readCatalog(bundle);
  const layer = catalog.layers.find(({ id }) => id === layerId);
  const idColumn = layer?.properties.find(({ role }) => role === 'id')?.id;
  if (!layer || !idColumn) throw new Error(`${layerId} has no id column`);
  const tiles = await openWithThree(join(bundle, layer.tileset));
  const row = tiles.flatMap(({ features }) => features).find((feature) => feature[idColumn] === featureId);
  if (!row) throw new Error(`${layerId} holds no ${featureId}`);
  return row;
};
