import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import type { CutSubject } from '../../../../domain/geology/slice/cut-faces.ts';
import { fetchBodies } from '../../../shell/fetch-bodies.ts';
import { fetchGeology } from '../../../shell/fetch-geology.ts';
import { fetchHoles } from '../../../shell/fetch-holes.ts';
import { fetchRock } from './fetch-rock.ts';
import { setSlice } from './slice-store.ts';

/** Fetches what the mine's cuts are filled with, once; call the returned function to give it up. */
export const openSubject = (catalog: Catalog, bundleUrl: string): (() => void) => {
  const stop = new AbortController();
  setSlice({ subject: { status: 'loading' }, parts: [], outlined: [] });
  load(catalog, bundleUrl, stop.signal).then(
    (subject) => {
      if (!stop.signal.aborted) setSlice({ subject: { status: 'open', subject } });
    },
    (error: unknown) => {
      if (stop.signal.aborted) return;
      setSlice({
        subject: { status: 'failed', detail: error instanceof Error ? error.message : String(error) },
      });
    },
  );
  return () => {
    stop.abort();
    setSlice({ subject: { status: 'none' }, parts: [], outlined: [] });
  };
};

/** @throws Error naming the file that could not be fetched or read */
const load = async (catalog: Catalog, bundleUrl: string, signal: AbortSignal): Promise<CutSubject> => {
  const [bodies, geology, holes, rock] = await Promise.all([
    fetchBodies(catalog, bundleUrl, signal),
    fetchGeology(catalog, frameOfCatalog(catalog), bundleUrl, signal),
    fetchHoles(catalog, bundleUrl, signal),
    fetchRock(catalog, bundleUrl, signal),
  ]);
  if ('failure' in bodies) throw new Error(bodies.failure.url);
  if ('failure' in geology) throw new Error(geology.failure.url);
  if ('failure' in holes) throw new Error(holes.failure.url);
  const { min, max } = catalog.extent;
  return {
    extent: { min: [...min], max: [...max] },
    model: geology.model,
    bodies: bodies.bodies,
    holes: holes.holes,
    rock,
  };
};
