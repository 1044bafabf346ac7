import { useEffect } from 'react';
import { z } from 'zod';
import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { countyFeatureSchema, countySiteSchema, registerMineSchema } from '../../domain/contracts/county.ts';
import { neighboursReportSchema } from '../../domain/contracts/neighbours.ts';
import { type FetchFailure, fetchJson } from '../shell/fetch-json.ts';
import { useOpenCounty } from './county-store.ts';

/** A list of the county as the reader sees it. `idle`: nobody has asked for it yet. */
export type CountyFile<T> =
  | { readonly status: 'idle' | 'loading' }
  | { readonly status: 'open'; readonly value: T }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

/** Address of a county's API, without a slash at the end. */
export const countyApi = (county: string): string => `/api/counties/${encodeURIComponent(county)}`;

interface FileStore<T> {
  readonly use: UseBoundStore<StoreApi<CountyFile<T>>>;
  load(county: string, revision: string): void;
}

/** Keeps one list of the open county; it is asked for once a revision, by whoever first needs it. */
const createFileStore = <S extends z.ZodType>(name: string, schema: S): FileStore<z.output<S>> => {
  const use = create<CountyFile<z.output<S>>>(() => ({ status: 'idle' }));
  let of = '';
  let stop = new AbortController();
  return {
    use,
    load: (county, revision) => {
      const wanted = `${county} ${revision}`;
      if (wanted === of && use.getState().status !== 'failed') return;
      of = wanted;
      stop.abort();
      stop = new AbortController();
      const { signal } = stop;
      use.setState({ status: 'loading' }, true);
      fetchJson(`${countyApi(county)}/${name}`, schema, { signal }).then(
        (fetched) => {
          if (signal.aborted) return;
          use.setState(
            fetched.ok
              ? { status: 'open', value: fetched.value }
              : { status: 'failed', failure: fetched.failure },
            true,
          );
        },
        () => {}, // only an abort rejects: another county was opened meanwhile
      );
    },
  };
};

const mines = createFileStore('mines', z.array(registerMineSchema));
const sites = createFileStore('sites', z.array(countySiteSchema));
const features = createFileStore('features', z.array(countyFeatureSchema));
const neighbours = createFileStore('neighbours', neighboursReportSchema);

const useFile = <T>({ use, load }: FileStore<T>, isWanted: boolean): CountyFile<T> => {
  const { county, revision } = useOpenCounty().catalog;
  useEffect(() => {
    if (isWanted) load(county, revision);
  }, [isWanted, load, county, revision]);
  return use();
};

/** The register of mines. */
export const useMines = () => useFile(mines, true);
export const useSites = (isWanted = true) => useFile(sites, isWanted);
/** What lies under the county; large, so only asked for where it is drawn in depth. */
export const useFeatures = (isWanted: boolean) => useFile(features, isWanted);
export const useNeighbours = (isWanted = true) => useFile(neighbours, isWanted);

/** Asks again after a failure. */
export const reloadCountyFiles = (county: string, revision: string): void => {
  for (const one of [mines, sites, features, neighbours])
    if (one.use.getState().status === 'failed') one.load(county, revision);
};
