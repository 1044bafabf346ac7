import { useMemo } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import type { HazardSite } from './drawn-hazards.ts';
import { type MineGround, useGround } from './use-ground.ts';

/** What drawn places of the mine are laid on, and its ground. @param bundleUrl absolute, ending in "/" */
export const useHazardSite = (
  catalog: Catalog,
  bundleUrl: string,
): { readonly site: HazardSite; readonly ground: MineGround } => {
  const ground = useGround(catalog, bundleUrl);
  const site = useMemo(
    (): HazardSite => ({
      frame: frameOfCatalog(catalog),
      geoidSeparation: catalog.survey.geoidSeparation.metres,
      ground: ground.at,
      otherwise: catalog.extent.max[2],
    }),
    [catalog, ground],
  );
  return { site, ground };
};
