import type { FastifyReply } from 'fastify';
import { MAX_TILE_ZOOM } from '../../domain/contracts/county-tiles.ts';
import { sendProblem } from '../problem.ts';
import type { CountyScope } from './county-scope.ts';
import { createKept } from './kept.ts';
import { registerLayers } from './tile-features.ts';
import { createVectorTiles, type VectorTiles } from './vector-tiles.ts';

export const TILES_PATH =
  '/api/counties/:county/tiles/:z(^\\d{1,2})/:x(^\\d{1,7})/:y(^\\d{1,7}).mvt' as const;

export interface TileParams {
  readonly z: string;
  readonly x: string;
  readonly y: string;
}
type Tile = readonly [zoom: number, x: number, y: number];

/** The tile asked for; where the world has none there the answer is sent and null returned. */
export const tileAsked = ({ z, x, y }: TileParams, reply: FastifyReply): Tile | null => {
  const tile: Tile = [Number(z), Number(x), Number(y)];
  const across = 2 ** tile[0];
  if (tile[0] <= MAX_TILE_ZOOM && tile[1] < across && tile[2] < across) return tile;
  sendProblem(reply, {
    status: 404,
    title: 'No such tile',
    detail: `There is no tile ${z}/${x}/${y}.`,
    mend: `Tiles go to zoom ${MAX_TILE_ZOOM}.`,
  });
  return null;
};

/** Tiles of so many days and scopes are kept cut. */
const MOST_CUT = 8;

export interface RegisterTiles {
  /** The same for the same day and scope. */
  readonly key: string;
  readonly tiles: VectorTiles;
}

/** The register's vector tiles on a day (null: now, which is `today`), cut once for all who see the same of it. */
export const createRegisterTiles = (): ((
  scope: CountyScope,
  on: string | null,
  today: string,
) => RegisterTiles) => {
  const cut = createKept<VectorTiles>(MOST_CUT);
  return (scope, on, today) => {
    const key = `${scope.key} ${on ?? `now ${today}`}`;
    return { key, tiles: cut.get(key, () => createVectorTiles(registerLayers(scope, on, today))) };
  };
};
