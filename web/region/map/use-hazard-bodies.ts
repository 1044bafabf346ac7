import { useEffect, useMemo, useState } from 'react';
import {
  BODY_TILE_ZOOM,
  type HazardBody,
  hazardBodiesSchema,
} from '../../../domain/contracts/hazard-bodies.ts';
import { tilesAround } from '../../../domain/county/map-tiles.ts';
import { useLedgerAttempt } from '../../ledger/ledger-store.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import type { MapPose } from '../../shell/region-choice.ts';
import { countyApi } from '../county-files.ts';

/** From here on a hazard in depth is larger than a dot. */
export const BODIES_FROM_ZOOM = 12.5;
/** Metres along the equator a pixel of zoom 0 is. */
const METRES_A_PIXEL = 78_271.51696;
/** Pixels from the middle of the map within which depth is read: a wide screen's half, and what a tilted map shows beyond. */
const REACH = 900;

/** Tiles of bodies that a map looks at, the nearest first. */
const tilesSeen = ({ longitude, latitude, zoom }: MapPose): string[] => {
  const pixel = (METRES_A_PIXEL * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom;
  return tilesAround([longitude, latitude], REACH * pixel, BODY_TILE_ZOOM).map(({ x, y }) => `${x}/${y}`);
};

interface Known {
  /** County, day and attempt. */
  readonly of: string;
  readonly tiles: ReadonlyMap<string, readonly HazardBody[] | 'failed'>;
}

const NONE: Known = { of: '', tiles: new Map() };

export interface BodiesSeen {
  readonly bodies: readonly HazardBody[];
  /** Some of them could not be read. */
  readonly failed: boolean;
}

/** Hazards of the ledger where the map looks, with the heights they are known to have on a day. Each tile is asked for once. */
export const useHazardBodies = (o: {
  readonly county: string;
  readonly day: string | null;
  readonly pose: MapPose | null;
  readonly isWanted: boolean;
}): BodiesSeen => {
  const { county, day, pose, isWanted } = o;
  // After each write they are read anew.
  const of = `${county} ${day} ${useLedgerAttempt()}`;
  const [known, setKnown] = useState<Known>(NONE);
  const isNear = isWanted && pose !== null && pose.zoom >= BODIES_FROM_ZOOM;
  const seen = useMemo(() => (isNear && pose ? tilesSeen(pose) : []), [isNear, pose]);
  const now = known.of === of ? known.tiles : NONE.tiles;
  const missing = seen.filter((tile) => !now.has(tile)).join(' ');
  useEffect(() => {
    if (missing === '') return;
    const stop = new AbortController();
    const on = day === null ? '' : `?on=${day}`;
    const read = async (tile: string) => {
      const fetched = await fetchJson(
        `${countyApi(county)}/hazard-bodies/${tile}${on}`,
        hazardBodiesSchema,
        stop,
      );
      return [tile, fetched.ok ? fetched.value.bodies : ('failed' as const)] as const;
    };
    Promise.all(missing.split(' ').map(read)).then(
      (read) => {
        if (stop.signal.aborted) return;
        setKnown((before) => ({
          of,
          tiles: new Map([...(before.of === of ? before.tiles : []), ...read]),
        }));
      },
      () => {}, // only an abort rejects: the map looks elsewhere
    );
    return () => stop.abort();
  }, [county, day, of, missing]);
  return useMemo(() => {
    const tiles = seen.map((tile) => now.get(tile));
    // One that reaches into several tiles is in each of them.
    const bodies = new Map(
      tiles.flatMap((tile) =>
        tile === undefined || tile === 'failed' ? [] : tile.map((body) => [body.id, body] as const),
      ),
    );
    return { bodies: [...bodies.values()], failed: tiles.includes('failed') };
  }, [seen, now]);
};
