import { create } from 'zustand';
import { createSurroundings, type Surroundings } from '../../../../domain/cameras/line-of-sight.ts';
import { networkSchema } from '../../../../domain/contracts/network.ts';
import { withoutShafts } from '../../../../domain/workings/network.ts';
import { useSession } from '../../../mine/mine-session.ts';
import { type FetchFailure, fetchJson } from '../../../shell/fetch-json.ts';

/** The open mine's roadways as cameras see them. `none`: its bundle has no network. */
export type SurroundingsState =
  | { readonly status: 'idle' | 'loading' | 'none' }
  | { readonly status: 'ready'; readonly url: string; readonly surroundings: Surroundings }
  | { readonly status: 'failed'; readonly url: string; readonly failure: FetchFailure };

export const useSurroundings = create<SurroundingsState>(() => ({ status: 'idle' }));

let loaded = '';
let loading = new AbortController();

/** Reads the network of the open mine, once a mine; calling it again after a failure tries again. */
export const loadSurroundings = (): void => {
  const { catalog } = useSession.getState();
  if (catalog.status !== 'open') return;
  const file = catalog.catalog.network?.file;
  const url = file ? new URL(file, catalog.bundleUrl).pathname : '';
  const key = `${catalog.bundleUrl} ${catalog.catalog.revision} ${url}`;
  if (key === loaded && useSurroundings.getState().status !== 'failed') return;
  loaded = key;
  loading.abort();
  loading = new AbortController();
  if (!url) {
    useSurroundings.setState({ status: 'none' }, true);
    return;
  }
  useSurroundings.setState({ status: 'loading' }, true);
  fetchJson(url, networkSchema, { signal: loading.signal }).then(
    (fetched) => {
      if (loaded !== key) return;
      useSurroundings.setState(
        fetched.ok
          ? { status: 'ready', url, surroundings: createSurroundings(withoutShafts(fetched.value)) }
          : { status: 'failed', url, failure: fetched.failure },
        true,
      );
    },
    () => {}, // only an abort rejects: another mine was opened meanwhile
  );
};
