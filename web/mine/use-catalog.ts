import { useEffect, useState } from 'react';
import { catalogSchema, type MineSummary } from '../../domain/contracts/catalog.ts';
import { fetchJson } from '../shell/fetch-json.ts';
import { notify } from '../shell/notices.ts';
import { setView, useView } from '../shell/view-store.ts';
import { fitToCatalog } from './layers/layer-tree.ts';
import { NEW_SESSION, setSession, useSession } from './mine-session.ts';

/** Opens the catalog of the mine in the summary, once for each mine and revision; returns a way to try again. */
export const useCatalog = (mine: MineSummary | null): (() => void) => {
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` starts the same work again
  useEffect(() => {
    useSession.setState(NEW_SESSION);
    if (!mine) return;
    if (mine.broken !== undefined) {
      setSession({ catalog: { status: 'failed', failure: { kind: 'broken', reason: mine.broken } } });
      return;
    }
    const stop = new AbortController();
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
    return () => stop.abort();
  }, [mine?.id, mine?.catalog, mine?.revision, tries]);
  return () => setTries(tries + 1);
};
