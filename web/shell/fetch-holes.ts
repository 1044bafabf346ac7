import type { Catalog } from '../../domain/contracts/catalog.ts';
import { holesSchema } from '../../domain/contracts/holes.ts';
import { type HoleInterval, readHoles } from '../../domain/geology/slice/cut-holes.ts';
import { type FetchFailure, fetchJson } from './fetch-json.ts';

/** The axes of a mine's boreholes; a bundle of an older version, or a mine without boreholes, has none. @param bundleUrl absolute, ending in "/" */
export const fetchHoles = async (
  { holes }: Pick<Catalog, 'holes'>,
  bundleUrl: string,
  signal: AbortSignal,
): Promise<{ holes: HoleInterval[] } | { failure: FetchFailure }> => {
  if (!holes) return { holes: [] };
  const file = await fetchJson(new URL(holes.file, bundleUrl).pathname, holesSchema, { signal });
  return file.ok ? { holes: readHoles(file.value) } : { failure: file.failure };
};
