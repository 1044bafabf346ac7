import { create } from 'zustand';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../domain/frame/catalog-frame.ts';
import type { GeologicalBody, GeologicalModel } from '../../domain/geology/geological-model.ts';
import { fetchBodies } from '../shell/fetch-bodies.ts';
import { fetchGeology } from '../shell/fetch-geology.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';

/** What a hole nobody has drilled would go through, on its way from the bundle. */
export type GeologyState =
  | { readonly status: 'none' | 'loading'; readonly mine: string }
  | {
      readonly status: 'open';
      readonly mine: string;
      /** null: the mine's strata are not known. */
      readonly model: GeologicalModel | null;
      readonly bodies: readonly GeologicalBody[];
    }
  | { readonly status: 'failed'; readonly mine: string; readonly failure: FetchFailure };

export const useGeology = create<GeologyState>(() => ({ status: 'none', mine: '' }));

/** Fetches it, once a revision; what comes of it is in the store. @param bundleUrl absolute, ending in "/" */
export const openGeology = async (catalog: Catalog, bundleUrl: string): Promise<void> => {
  const mine = `${catalog.mineId} ${catalog.revision}`;
  const now = useGeology.getState();
  if (now.mine === mine && (now.status === 'loading' || now.status === 'open')) return;
  useGeology.setState({ status: 'loading', mine }, true);
  const never = new AbortController().signal;
  const [geology, bodies] = await Promise.all([
    fetchGeology(catalog, frameOfCatalog(catalog), bundleUrl, never),
    fetchBodies(catalog, bundleUrl, never),
  ]);
  // Another mine was opened meanwhile.
  if (useGeology.getState().mine !== mine) return;
  if ('failure' in geology) useGeology.setState({ status: 'failed', mine, failure: geology.failure }, true);
  else if ('failure' in bodies)
    useGeology.setState({ status: 'failed', mine, failure: bodies.failure }, true);
  else useGeology.setState({ status: 'open', mine, model: geology.model, bodies: bodies.bodies }, true);
};
