import type { Catalog } from '../../domain/contracts/catalog.ts';
import { bodiesSchema } from '../../domain/contracts/geology.ts';
import type { GeologicalBody, StratumBody } from '../../domain/geology/geological-model.ts';
import { readBodies, readStrata } from '../../domain/geology/read-bodies.ts';
import { type FetchFailure, fetchJson } from './fetch-json.ts';

/** Every body of a mine at full detail, and the units that are obstacles to headings. Rejects only where it was aborted. @param bundleUrl absolute, ending in "/" */
export const fetchBodies = async (
  { bodies }: Catalog,
  bundleUrl: string,
  signal: AbortSignal,
): Promise<{ bodies: GeologicalBody[]; strata: StratumBody[] } | { failure: FetchFailure }> => {
  // A bundle of an older version has none: there is nothing to cut, and the page says so.
  if (!bodies) return { bodies: [], strata: [] };
  const list = await fetchJson(new URL(bodies.file, bundleUrl).pathname, bodiesSchema, { signal });
  if (!list.ok) return { failure: list.failure };
  const url = new URL(list.value.file, bundleUrl).pathname;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok)
      return { failure: { kind: 'refused', url, status: response.status, detail: response.statusText } };
    const binary = await response.arrayBuffer();
    return { bodies: readBodies(list.value, binary), strata: readStrata(list.value, binary) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { failure: { kind: 'unreachable', url, detail: String(error) } };
  }
};
