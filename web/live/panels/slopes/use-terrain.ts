import { useEffect, useState } from 'react';
import type { Terrain } from '../../../../domain/cameras/line-of-sight.ts';
import { terrainOf } from '../../../../domain/geology/ground-field.ts';
import { useSession } from '../../../mine/mine-session.ts';
import { fetchGround } from '../../../shell/fetch-ground.ts';

/** The height of the open mine's ground; null while it is not there, and where the mine has none or it cannot be had: what needs it says what it does without. */
export const useTerrain = (): Terrain | null => {
  const catalog = useSession((session) => session.catalog);
  const [terrain, setTerrain] = useState<Terrain | null>(null);
  useEffect(() => {
    if (catalog.status !== 'open') return;
    const stop = new AbortController();
    fetchGround(catalog.catalog, catalog.bundleUrl, stop.signal).then(
      (fetched) => {
        const ground = 'ground' in fetched ? fetched.ground : null;
        if (!stop.signal.aborted) setTerrain(() => ground && terrainOf(ground));
      },
      () => {}, // only an abort rejects
    );
    return () => {
      stop.abort();
      setTerrain(null);
    };
  }, [catalog]);
  return terrain;
};
