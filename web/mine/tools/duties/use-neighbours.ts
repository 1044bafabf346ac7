import { useEffect, useState } from 'react';
import { type MineNeighbours, mineNeighboursSchema } from '../../../../domain/contracts/mine-neighbours.ts';
import { type Fetched, fetchJson } from '../../../shell/fetch-json.ts';

/** What the county found between a mine and its neighbours; null: it has not come yet. @param mine null: nobody asks */
export const useNeighbours = (mine: string | null): Fetched<MineNeighbours> | null => {
  const [found, setFound] = useState<Fetched<MineNeighbours> | null>(null);
  useEffect(() => {
    setFound(null);
    if (mine === null) return;
    const stop = new AbortController();
    fetchJson(`/api/mines/${encodeURIComponent(mine)}/neighbours`, mineNeighboursSchema, {
      signal: stop.signal,
    }).then(setFound, () => {}); // only an abort rejects: another mine is open
    return () => stop.abort();
  }, [mine]);
  return found;
};

/** The ground that the mine's own goafs may pull down; null: nobody computed it. */
export const ownZoneOf = (found: Fetched<MineNeighbours> | null, mine: string) =>
  (found?.ok && found.value.report?.zones?.find((zone) => zone.mine === mine)) || null;
