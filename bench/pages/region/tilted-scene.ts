import type { CountyFeature, RegisterMine } from '../../../domain/contracts/county.ts';
import { BODY_TILE_ZOOM, type HazardBodies } from '../../../domain/contracts/hazard-bodies.ts';
import { tilesAround } from '../../../domain/county/map-tiles.ts';
import type { CountyScene } from '../../../web/engines/county-view.ts';
import { bodiesOnDay, sheetLevel } from '../../../web/region/map/scene-bodies.ts';
import { hazardsShown, MOST_BODIES, sceneHazard } from '../../../web/region/map/scene-hazards.ts';

/** Metres around the middle of the path: as far as the app reads depth from where it is first drawn. */
const REACH = 10_000;
const json = async <T>(address: string): Promise<T> => (await fetch(address)).json() as Promise<T>;

/** What the app draws of the whole region when it is tilted there: everything underground, all rights and the nearest hazards. */
export const tiltedScene = async (county: string, at: readonly [number, number]): Promise<CountyScene> => {
  const [features, mines] = await Promise.all([
    json<CountyFeature[]>(`/counties/${county}/features.json`),
    json<RegisterMine[]>(`/counties/${county}/mines.json`),
  ]);
  const tiles = await Promise.all(
    tilesAround(at, REACH, BODY_TILE_ZOOM).map(({ x, y }) =>
      json<HazardBodies>(`/api/counties/${county}/hazard-bodies/${x}/${y}`),
    ),
  );
  const bodies = new Map(tiles.flatMap((tile) => tile.bodies.map((body) => [body.id, body] as const)));
  const { shown } = hazardsShown([...bodies.values()], {
    ...{ kept: null, instead: null, flags: [], from: at, most: MOST_BODIES },
  });
  const unknown = { both: '埋深不明', top: '顶面不明', bottom: '底面不明' };
  return {
    level: sheetLevel(mines),
    bodies: bodiesOnDay({
      ...{ features, mines, kept: null, shown: () => true, day: null, today: '2026-11-30' },
      look: { nameOf: ({ id }) => id, nameOfRight: ({ id }) => id, pick: null },
    }),
    hazards: shown.map((body) => sceneHazard(body, { feature: null, unknown, pick: null })),
    // The made-up region has none.
    majors: [],
    proofs: [],
    tilesets: [],
  };
};
