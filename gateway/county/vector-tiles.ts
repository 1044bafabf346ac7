import type { FeatureCollection } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { fromGeojsonVt } from 'vt-pbf';
import { MAX_TILE_ZOOM } from '../../domain/contracts/county-tiles.ts';

/** The vector tiles of some layers. */
export interface VectorTiles {
  /** The tile, not compressed; of no bytes where nothing lies in it. */
  tile(z: number, x: number, y: number): Uint8Array;
}

const EXTENT = 4096;
/** Wide enough for the symbols of the next tile. */
const BUFFER = 128;
const NOTHING = new Uint8Array();

/** Cuts layers into tiles. Cutting begins with the first tile that is asked for, by layer. */
export const createVectorTiles = (layers: Readonly<Record<string, FeatureCollection>>): VectorTiles => {
  const options = { maxZoom: MAX_TILE_ZOOM, extent: EXTENT, buffer: BUFFER };
  const cut = Object.entries(layers)
    .filter(([, { features }]) => features.length > 0)
    .map(([name, data]) => ({ name, index: new GeoJSONVT(data, options) }));
  return {
    tile: (z, x, y) => {
      const found = cut.flatMap(({ name, index }) => {
        const tile = index.getTile(z, x, y);
        return tile && tile.features.length > 0 ? [[name, tile] as const] : [];
      });
      return found.length > 0
        ? fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: EXTENT })
        : NOTHING;
    },
  };
};

/** The layers of all of them in one tile: a tile is a list of layers, and one list after another is a list. */
export const joinTiles = (...all: readonly VectorTiles[]): VectorTiles => ({
  tile: (z, x, y) => Buffer.concat(all.map((one) => one.tile(z, x, y))),
});
