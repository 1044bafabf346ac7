import { useEffect, useState } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { terrainOf } from '../../../../domain/geology/ground-field.ts';
import { fetchGround } from '../../../shell/fetch-ground.ts';
import type { GroundAt } from './drawn-hazards.ts';

const NOT_KNOWN: GroundAt = () => null;

/** The mine's ground; until it has come, and where the bundle has none, no height is known. @param bundleUrl absolute, ending in "/" */
export const useGroundAt = (catalog: Catalog, bundleUrl: string): GroundAt => {
  const [ground, setGround] = useState<{ readonly at: GroundAt }>({ at: NOT_KNOWN });
  useEffect(() => {
    const stop = new AbortController();
    fetchGround(catalog, bundleUrl, stop.signal).then(
      (fetched) => {
        if ('ground' in fetched && fetched.ground) setGround({ at: terrainOf(fetched.ground) });
      },
      () => {}, // only an abort rejects: the tool was closed meanwhile
    );
    return () => stop.abort();
  }, [catalog, bundleUrl]);
  return ground.at;
};
