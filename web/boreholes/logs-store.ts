import { create } from 'zustand';
import { type BoreholeLog, readLogs } from '../../domain/boreholes/borehole-log.ts';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { logsSchema } from '../../domain/contracts/logs.ts';
import { type FetchFailure, fetchJson } from '../shell/fetch-json.ts';

/** The logs of the open mine, on their way from the bundle. */
export type LogsState =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly mine: string }
  | { readonly status: 'open'; readonly mine: string; readonly logs: readonly BoreholeLog[] }
  | { readonly status: 'failed'; readonly mine: string; readonly failure: FetchFailure };

export const useLogs = create<LogsState>(() => ({ status: 'none' }));

const NO_LOGS: readonly BoreholeLog[] = [];
/** Those that are there; none while they are on their way. */
export const logsNow = (state: LogsState): readonly BoreholeLog[] =>
  state.status === 'open' ? state.logs : NO_LOGS;

let running: Promise<readonly BoreholeLog[]> = Promise.resolve(NO_LOGS);

/** Fetches the logs of a mine, once a revision; what comes of it is in the store. @param bundleUrl absolute, ending in "/" */
export const openLogs = (catalog: Catalog, bundleUrl: string): Promise<readonly BoreholeLog[]> => {
  const mine = `${catalog.mineId} ${catalog.revision}`;
  const state = useLogs.getState();
  if (state.status !== 'none' && state.status !== 'failed' && state.mine === mine) return running;
  useLogs.setState({ status: 'loading', mine }, true);
  running = load(catalog, bundleUrl).then((next) => {
    const now = useLogs.getState();
    // Another mine was opened meanwhile.
    if (now.status === 'none' || now.mine !== mine) return NO_LOGS;
    useLogs.setState({ ...next, mine }, true);
    return 'logs' in next ? next.logs : NO_LOGS;
  });
  return running;
};

const load = async (
  { logs }: Catalog,
  bundleUrl: string,
): Promise<
  { status: 'open'; logs: readonly BoreholeLog[] } | { status: 'failed'; failure: FetchFailure }
> => {
  // A mine without holes, or a bundle of an older version.
  if (!logs) return { status: 'open', logs: NO_LOGS };
  const url = new URL(logs.file, bundleUrl).pathname;
  const fetched = await fetchJson(url, logsSchema);
  if (!fetched.ok) return { status: 'failed', failure: fetched.failure };
  try {
    return { status: 'open', logs: readLogs(fetched.value) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const issue = { path: '$', message: { zh: message, en: message } };
    return { status: 'failed', failure: { kind: 'wrong-shape', url, issues: [issue] } };
  }
};
