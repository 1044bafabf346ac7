import { useEffect, useState } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { type GroundField, terrainOf } from '../../../../domain/geology/ground-field.ts';
import { fetchGround } from '../../../shell/fetch-ground.ts';
import type { GroundAt } from './drawn-hazards.ts';

export interface MineGround {
  /** null: it has not come yet, or the bundle has none. */
  readonly field: GroundField | null;
  readonly at: GroundAt;
}

const NOT_KNOWN: MineGround = { field: null, at: () => null };

/** The mine's ground. @param bundleUrl absolute, ending in "/" */
export const useGround = (catalog: Catalog, bundleUrl: string): MineGround => {
  const [ground, setGround] = useState(NOT_KNOWN);
  useEffect(() => {
    const stop = new AbortController();
    fetchGround(catalog, bundleUrl, stop.signal).then(
      (fetched) => {
        if ('ground' in fetched && fetched.ground)
          setGround({ field: fetched.ground, at: terrainOf(fetched.ground) });
      },
      () => {}, // only an abort rejects: the tool was closed meanwhile
    );
    return () => stop.abort();
  }, [catalog, bundleUrl]);
  return ground;
};
