import { create } from 'zustand';
import type { BoreholeLog } from '../../domain/boreholes/borehole-log.ts';
import { type Catalog, catalogSchema, type MineSummary } from '../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../domain/frame/catalog-frame.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import type { GeologicalBody, GeologicalModel } from '../../domain/geology/geological-model.ts';
import type { CatalogTrouble } from '../shell/catalog-failure.tsx';
import { fetchBodies } from '../shell/fetch-bodies.ts';
import { fetchGeology } from '../shell/fetch-geology.ts';
import { fetchJson } from '../shell/fetch-json.ts';
import { fetchLogs } from '../shell/fetch-logs.ts';

/** A mine ready to be cut. */
export interface SectionMine {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
  readonly frame: MineFrame;
  readonly bodies: readonly GeologicalBody[];
  /** null: its strata are not known. */
  readonly model: GeologicalModel | null;
  readonly logs: readonly BoreholeLog[];
}

export type SectionData =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly mine: SectionMine }
  | { readonly status: 'failed'; readonly failure: CatalogTrouble };

export const useSectionData = create<SectionData>(() => ({ status: 'loading' }));

const set = (data: SectionData): void => useSectionData.setState(data, true);
let opening = new AbortController();

/** Fetches what a mine's sections are cut from. Call the returned function to give it up. */
export const openSectionData = (summary: MineSummary | null): (() => void) => {
  opening.abort();
  const stop = new AbortController();
  opening = stop;
  set({ status: 'loading' });
  if (summary?.broken !== undefined)
    set({ status: 'failed', failure: { kind: 'broken', reason: summary.broken } });
  else if (summary)
    load(new URL(summary.catalog, window.location.href), stop.signal).then(
      (data) => {
        if (!stop.signal.aborted) set(data);
      },
      () => {}, // only an abort rejects: another mine was opened meanwhile
    );
  return () => stop.abort();
};

const load = async (url: URL, signal: AbortSignal): Promise<SectionData> => {
  const fetched = await fetchJson(url.pathname, catalogSchema, { signal });
  if (!fetched.ok) return { status: 'failed', failure: fetched.failure };
  const catalog = fetched.value;
  const bundleUrl = new URL('.', url).href;
  const frame = frameOfCatalog(catalog);
  const [bodies, geology, logs] = await Promise.all([
    fetchBodies(catalog, bundleUrl, signal),
    fetchGeology(catalog, frame, bundleUrl, signal),
    fetchLogs(catalog, bundleUrl, signal),
  ]);
  if ('failure' in bodies) return { status: 'failed', failure: bodies.failure };
  if ('failure' in geology) return { status: 'failed', failure: geology.failure };
  if ('failure' in logs) return { status: 'failed', failure: logs.failure };
  return {
    status: 'open',
    mine: { catalog, bundleUrl, frame, bodies: bodies.bodies, model: geology.model, logs: logs.logs },
  };
};
