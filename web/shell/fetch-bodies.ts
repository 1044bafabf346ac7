import type { Catalog } from '../../domain/contracts/catalog.ts';
import { bodiesSchema } from '../../domain/contracts/geology.ts';
import type { GeologicalBody } from '../../domain/geology/geological-model.ts';
import { readBodies } from '../../domain/geology/read-bodies.ts';
import { type FetchFailure, fetchJson } from './fetch-json.ts';

/** Every body of a mine at full detail. Rejects only where it was aborted. @param bundleUrl absolute, ending in "/" */
export const fetchBodies = async (
  { bodies }: Catalog,
  bundleUrl: string,
  signal: AbortSignal,
): Promise<{ bodies: GeologicalBody[] } | { failure: FetchFailure }> => {
  // A bundle of an older version has none: there is nothing to cut, and the page says so.
  if (!bodies) return { bodies: [] };
  const list = await fetchJson(new URL(bodies.file, bundleUrl).pathname, bodiesSchema, { signal });
  if (!list.ok) return { failure: list.failure };
  const url = new URL(list.value.file, bundleUrl).pathname;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok)
      return { failure: { kind: 'refused', url, status: response.status, detail: response.statusText } };
    return { bodies: readBodies(list.value, await response.arrayBuffer()) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { failure: { kind: 'unreachable', url, detail: String(error) } };
  }
};
