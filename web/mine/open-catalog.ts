import { catalogSchema, type MineSummary } from '../../domain/contracts/catalog.ts';
import { fetchJson } from '../shell/fetch-json.ts';
import { notify } from '../shell/notices.ts';
import { setView, useView } from '../shell/view-store.ts';
import { fitToCatalog } from './layers/layer-tree.ts';
import { NEW_SESSION, setSession, useSession } from './mine-session.ts';

let opening = new AbortController();

/**
 * Starts a new session with the mine of the summary: its catalog, or why it cannot be had, comes into the session.
 * A catalog still on its way is given up. Call the returned function to give this one up.
 */
export const openCatalog = (mine: MineSummary | null): (() => void) => {
  opening.abort();
  const stop = new AbortController();
  opening = stop;
  useSession.setState(NEW_SESSION);
  if (mine?.broken !== undefined) {
    setSession({ catalog: { status: 'failed', failure: { kind: 'broken', reason: mine.broken } } });
  } else if (mine) {
    const url = new URL(mine.catalog, window.location.href);
    fetchJson(url.pathname, catalogSchema, { signal: stop.signal }).then(
      (fetched) => {
        if (stop.signal.aborted) return;
        if (!fetched.ok) {
          setSession({ catalog: { status: 'failed', failure: fetched.failure } });
          return;
        }
        const { fitted, unknown } = fitToCatalog(useView.getState(), fetched.value);
        setView(fitted);
        if (unknown.length > 0) notify({ kind: 'link-layers', layers: unknown });
        setSession({
          catalog: { status: 'open', catalog: fetched.value, bundleUrl: new URL('.', url).href },
        });
      },
      () => {}, // only an abort rejects: another mine was opened meanwhile
    );
  }
  return () => stop.abort();
};
