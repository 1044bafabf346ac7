import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import GeoJSONVT from 'geojson-vt';
import { fromGeojsonVt } from 'vt-pbf';
import type { BaseFeature, BaseLayer } from './read-base.ts';
import { type Extent, type TileAddress, tilesOver } from './tile-grid.ts';

const TILE_EXTENT = 4096;

/** Layers that say nothing at small scales: from which zoom on they are in the tiles. */
const FROM_ZOOM: Partial<Readonly<Record<BaseLayer, number>>> = { contour: 10 };

/** Writes base/{z}/{x}/{y}.mvt, empty tiles too, so that a map never asks for a file that is not there. @returns tiles written */
export const writeBaseTiles = async (
  layers: ReadonlyMap<BaseLayer, readonly BaseFeature[]>,
  extent: Extent,
  minZoom: number,
  maxZoom: number,
  folder: string,
): Promise<number> => {
  const indices = [...layers].map(([layer, features]) => ({
    layer,
    index: new GeoJSONVT(
      { type: 'FeatureCollection', features: [...features] },
      { maxZoom, indexMaxZoom: 5, tolerance: 3, extent: TILE_EXTENT, buffer: 64, generateId: true },
    ),
  }));
  const tiles = tilesOver(extent, minZoom, maxZoom);
  for (const { z, x, y } of tiles) {
    const cut = indices.flatMap(({ layer, index }) => {
      const tile = z >= (FROM_ZOOM[layer] ?? 0) ? index.getTile(z, x, y) : null;
      return tile ? [[layer, tile] as const] : [];
    });
    const bytes = fromGeojsonVt(Object.fromEntries(cut), { version: 2, extent: TILE_EXTENT });
    await writeTile(folder, { z, x, y }, 'mvt', bytes);
  }
  return tiles.length;
};

export const writeTile = async (
  folder: string,
  { z, x, y }: TileAddress,
  suffix: string,
  bytes: Uint8Array,
): Promise<void> => {
  await mkdir(join(folder, String(z), String(x)), { recursive: true });
  await writeFile(join(folder, String(z), String(x), `${y}.${suffix}`), bytes);
};
