import { type BoreholeLog, readLogs } from '../../domain/boreholes/borehole-log.ts';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { logsSchema } from '../../domain/contracts/logs.ts';
import { type FetchFailure, fetchJson } from './fetch-json.ts';

/** What was logged in every borehole of a mine; none where it has no boreholes. Rejects only where it was aborted. @param bundleUrl absolute, ending in "/" */
export const fetchLogs = async (
  { logs }: Catalog,
  bundleUrl: string,
  signal: AbortSignal,
): Promise<{ logs: BoreholeLog[] } | { failure: FetchFailure }> => {
  if (!logs) return { logs: [] };
  const file = await fetchJson(new URL(logs.file, bundleUrl).pathname, logsSchema, { signal });
  return file.ok ? { logs: readLogs(file.value) } : { failure: file.failure };
};
