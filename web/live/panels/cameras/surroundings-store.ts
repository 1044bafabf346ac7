import { create } from 'zustand';
import type { Surroundings } from '../../../../domain/cameras/line-of-sight.ts';
import { mineSurroundings } from '../../../../domain/cameras/mine-surroundings.ts';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { networkSchema } from '../../../../domain/contracts/network.ts';
import type { GroundField } from '../../../../domain/geology/ground-field.ts';
import { withoutShafts } from '../../../../domain/workings/network.ts';
import { useSession } from '../../../mine/mine-session.ts';
import { fetchGround } from '../../../shell/fetch-ground.ts';
import { type FetchFailure, fetchJson } from '../../../shell/fetch-json.ts';

/** The open mine's roadways and ground as cameras see them. `none`: its bundle has neither. */
export type SurroundingsState =
  | { readonly status: 'idle' | 'loading' | 'none' }
  | {
      readonly status: 'ready';
      readonly surroundings: Surroundings;
      /** For workers, which take data and no functions. */
      readonly ground: GroundField | null;
    }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

export const useSurroundings = create<SurroundingsState>(() => ({ status: 'idle' }));

let loaded = '';
let loading = new AbortController();

/** Reads the network and the ground of the open mine, once a mine; calling it again after a failure tries again. */
export const loadSurroundings = (): void => {
  const { catalog } = useSession.getState();
  if (catalog.status !== 'open') return;
  const { bundleUrl } = catalog;
  const key = `${bundleUrl} ${catalog.catalog.revision}`;
  if (key === loaded && useSurroundings.getState().status !== 'failed') return;
  loaded = key;
  loading.abort();
  loading = new AbortController();
  useSurroundings.setState({ status: 'loading' }, true);
  read(catalog.catalog, bundleUrl, loading.signal).then(
    (state) => {
      if (loaded === key) useSurroundings.setState(state, true);
    },
    () => {}, // only an abort rejects: another mine was opened meanwhile
  );
};

const read = async (catalog: Catalog, bundleUrl: string, signal: AbortSignal): Promise<SurroundingsState> => {
  const { network } = catalog;
  const [roadways, ground] = await Promise.all([
    network ? fetchJson(new URL(network.file, bundleUrl).pathname, networkSchema, { signal }) : null,
    fetchGround(catalog, bundleUrl, signal),
  ]);
  if (roadways && !roadways.ok) return { status: 'failed', failure: roadways.failure };
  if ('failure' in ground) return { status: 'failed', failure: ground.failure };
  const surroundings = mineSurroundings(roadways && withoutShafts(roadways.value), ground.ground);
  return surroundings ? { status: 'ready', surroundings, ground: ground.ground } : { status: 'none' };
};
