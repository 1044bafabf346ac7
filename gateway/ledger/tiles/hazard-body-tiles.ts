import type { Geometry } from 'geojson';
import { BODY_TILE_ZOOM, type HazardBody } from '../../../domain/contracts/hazard-bodies.ts';
import { type MapTile, tilesOver } from '../../../domain/county/map-tiles.ts';
import { labelPoint } from '../../../domain/geometry/label-point.ts';
import { flagsOn, type ModelPlaces, type VersionFacts } from './hazard-features.ts';

/** The bodies of a ledger's hazards by tile. */
export interface HazardBodyTiles {
  /** Whole bodies that reach into a tile of BODY_TILE_ZOOM. */
  tile(x: number, y: number): HazardBody[];
}

const cornersOf = (geometry: HazardBody['geometry']): readonly (readonly number[])[] => {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
      return geometry.coordinates;
    case 'Polygon':
      return geometry.coordinates.flat();
  }
};

const tilesOf = (geometry: HazardBody['geometry']): MapTile[] => {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [x = 0, y = 0] of cornersOf(geometry)) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return tilesOver([west, south, east, north], BODY_TILE_ZOOM);
};

/** Hazards are of these three. */
const isDrawn = (geometry: Geometry): geometry is Geometry & HazardBody['geometry'] =>
  geometry.type === 'Point' || geometry.type === 'LineString' || geometry.type === 'Polygon';

const keyOf = ({ x, y }: MapTile): string => `${x}/${y}`;

/** What a hazard is in depth on a day; null: where it lies cannot be found. */
export const hazardBodyOf = (facts: VersionFacts, places: ModelPlaces, day: string): HazardBody | null => {
  const { mine, geometry, told, elevation } = facts;
  const place =
    'layer' in geometry
      ? places.find(mine, geometry.layer, geometry.feature)
      : {
          ...{ geometry, listed: null },
          ...{ bottom: elevation?.bottom ?? null, top: elevation?.top ?? null },
        };
  if (!(place && isDrawn(place.geometry))) return null;
  // a point is its own place for a sign
  const at = labelPoint(place.geometry) ?? (place.geometry.coordinates as number[]);
  const { id, title, state, corroboration } = told;
  return {
    ...{ id, mine, title, state, corroboration, flags: flagsOn(facts, day) },
    ...{ feature: place.listed, geometry: place.geometry, at: [at[0]!, at[1]!] },
    ...{ top: place.top, bottom: place.bottom },
  };
};

/** Sorts by tile with the first tile that is asked for: most maps are never tilted. */
export const createHazardBodyTiles = (
  all: readonly VersionFacts[],
  places: ModelPlaces,
  day: string,
): HazardBodyTiles => {
  let byTile: Map<string, VersionFacts[]> | null = null;
  const sorted = (): Map<string, VersionFacts[]> => {
    const tiles = new Map<string, VersionFacts[]>();
    for (const facts of all) {
      const body = hazardBodyOf(facts, places, day);
      for (const tile of body ? tilesOf(body.geometry) : []) {
        const key = keyOf(tile);
        const known = tiles.get(key);
        if (known) known.push(facts);
        else tiles.set(key, [facts]);
      }
    }
    return tiles;
  };
  return {
    tile: (x, y) => {
      byTile ??= sorted();
      return (byTile.get(keyOf({ x, y })) ?? []).flatMap((facts) => hazardBodyOf(facts, places, day) ?? []);
    },
  };
};
