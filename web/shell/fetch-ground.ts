import type { Catalog } from '../../domain/contracts/catalog.ts';
import { type GroundField, readGround } from '../../domain/geology/ground-field.ts';
import type { FetchFailure } from './fetch-json.ts';

/** The heights of a mine's ground; null where its bundle has none. Rejects only where it was aborted. @param bundleUrl absolute, ending in "/" */
export const fetchGround = async (
  { ground }: Pick<Catalog, 'ground'>,
  bundleUrl: string,
  signal: AbortSignal,
): Promise<{ ground: GroundField | null } | { failure: FetchFailure }> => {
  if (!ground) return { ground: null };
  const url = new URL(ground.file, bundleUrl).pathname;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok)
      return { failure: { kind: 'refused', url, status: response.status, detail: response.statusText } };
    return { ground: readGround(ground, await response.arrayBuffer()) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { failure: { kind: 'unreachable', url, detail: String(error) } };
  }
};
