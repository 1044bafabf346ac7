import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import type { GeologicalBody, GeologicalModel } from '../../../../domain/geology/geological-model.ts';
import type { GroundField } from '../../../../domain/geology/ground-field.ts';
import type { HoleInterval } from '../../../../domain/geology/slice/cut-holes.ts';
import { fetchBodies } from '../../../shell/fetch-bodies.ts';
import { fetchGeology } from '../../../shell/fetch-geology.ts';
import { fetchGround } from '../../../shell/fetch-ground.ts';
import { fetchHoles } from '../../../shell/fetch-holes.ts';
import type { FetchFailure } from '../../../shell/fetch-json.ts';
import { setMeasure } from './measure-store.ts';

/** The mine at full detail: what points are taken of and volumes are reckoned from, whatever the tiles on the screen show. */
export interface MeasureSubject {
  readonly bodies: readonly GeologicalBody[];
  readonly holes: readonly HoleInterval[];
  /** null: nobody knows which rock lies where. */
  readonly model: GeologicalModel | null;
  /** null: the ground is known at most where the model has it. */
  readonly ground: GroundField | null;
}

/** Fetches what the mine is measured at, once; call the returned function to give it up. */
export const openMeasureSubject = (catalog: Catalog, bundleUrl: string): (() => void) => {
  const stop = new AbortController();
  setMeasure({ subject: { status: 'loading' } });
  load(catalog, bundleUrl, stop.signal).then(
    (subject) => {
      if (!stop.signal.aborted) setMeasure({ subject: { status: 'open', subject } });
    },
    (error: unknown) => {
      if (stop.signal.aborted) return;
      const detail = error instanceof Error ? error.message : String(error);
      setMeasure({ subject: { status: 'failed', detail } });
    },
  );
  return () => {
    stop.abort();
    setMeasure({ subject: { status: 'loading' } });
  };
};

/** @throws Error naming the file that could not be fetched or read */
const load = async (catalog: Catalog, bundleUrl: string, signal: AbortSignal): Promise<MeasureSubject> => {
  const [bodies, geology, ground, holes] = await Promise.all([
    fetchBodies(catalog, bundleUrl, signal),
    fetchGeology(catalog, frameOfCatalog(catalog), bundleUrl, signal),
    fetchGround(catalog, bundleUrl, signal),
    fetchHoles(catalog, bundleUrl, signal),
  ]);
  return {
    bodies: there(bodies).bodies,
    holes: there(holes).holes,
    model: there(geology).model,
    ground: there(ground).ground,
  };
};

const there = <T extends object>(fetched: T): Exclude<T, { readonly failure: FetchFailure }> => {
  if ('failure' in fetched) {
    const { url, kind } = fetched.failure as FetchFailure;
    throw new Error(`${url} (${kind})`);
  }
  return fetched as Exclude<T, { readonly failure: FetchFailure }>;
};
