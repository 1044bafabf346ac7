import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { fetchBodies } from '../../../shell/fetch-bodies.ts';
import { fetchGeology } from '../../../shell/fetch-geology.ts';
import { fetchRock } from './fetch-rock.ts';
import { setSlice, useSlice } from './slice-store.ts';

/** Fetches what the mine's cuts are filled with, once; call the returned function to give it up. */
export const openSubject = (catalog: Catalog, bundleUrl: string): (() => void) => {
  const stop = new AbortController();
  setSlice({ subject: { status: 'loading' }, parts: [], outlined: [] });
  Promise.all([
    fetchBodies(catalog, bundleUrl, stop.signal),
    fetchGeology(catalog, frameOfCatalog(catalog), bundleUrl, stop.signal),
    // Where the strata are modelled, the rock is theirs.
    catalog.geology ? null : fetchRock(catalog, bundleUrl, stop.signal),
  ]).then(
    ([bodies, geology, rock]) => {
      if (stop.signal.aborted) return;
      if ('failure' in bodies || 'failure' in geology) {
        const failure = 'failure' in bodies ? bodies.failure : 'failure' in geology ? geology.failure : null;
        setSlice({ subject: { status: 'failed', detail: failure?.url ?? '' } });
        return;
      }
      const { min, max } = catalog.extent;
      const extent = { min: [...min], max: [...max] } as { min: typeof min; max: typeof max };
      setSlice({
        subject: { status: 'open', subject: { extent, model: geology.model, bodies: bodies.bodies, rock } },
      });
    },
    (error: unknown) => {
      if (!stop.signal.aborted) setSlice({ subject: { status: 'failed', detail: String(error) } });
    },
  );
  return () => {
    stop.abort();
    if (useSlice.getState().subject.status !== 'none')
      setSlice({ subject: { status: 'none' }, parts: [], outlined: [] });
  };
};
