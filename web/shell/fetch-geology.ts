import type { Catalog } from '../../domain/contracts/catalog.ts';
import { geologySchema } from '../../domain/contracts/geology.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import type { GeologicalModel } from '../../domain/geology/geological-model.ts';
import type { HorizonRaster } from '../../domain/geology/horizon-raster.ts';
import { readGeology } from '../../domain/geology/read-geology.ts';
import { type FetchFailure, fetchJson } from './fetch-json.ts';

/** A file of the bundle that did not come, or is not what its list says. */
class RasterFailure extends Error {
  readonly failure: FetchFailure;
  constructor(failure: FetchFailure) {
    super(failure.url);
    this.failure = failure;
  }
}

/**
 * The mine's strata; null where it has none. Rejects only where it was aborted: half a model is no model, so one raster that
 * does not come fails the whole. @param bundleUrl absolute, ending in "/"
 */
export const fetchGeology = async (
  { geology }: Catalog,
  frame: MineFrame,
  bundleUrl: string,
  signal: AbortSignal,
): Promise<{ model: GeologicalModel | null } | { failure: FetchFailure }> => {
  if (!geology) return { model: null };
  const pathOf = (file: string): string => new URL(file, bundleUrl).pathname;
  const list = await fetchJson(pathOf(geology.file), geologySchema, { signal });
  if (!list.ok) return { failure: list.failure };
  try {
    return { model: await readGeology(list.value, frame, (file) => fetchRaster(pathOf(file), signal)) };
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof RasterFailure) return { failure: error.failure };
    return { failure: { kind: 'unreachable', url: pathOf(geology.file), detail: String(error) } };
  }
};

const fetchRaster = async (url: string, signal: AbortSignal): Promise<HorizonRaster> => {
  const [{ fromArrayBuffer }, bytes] = await Promise.all([import('geotiff'), fetchBytes(url, signal)]);
  const image = await (await fromArrayBuffer(bytes)).getImage(0);
  const bands = Array.from(await image.readRasters({ interleave: false }), (band) => Float64Array.from(band));
  return { width: image.getWidth(), height: image.getHeight(), bands };
};

const fetchBytes = async (url: string, signal: AbortSignal): Promise<ArrayBuffer> => {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new RasterFailure({ kind: 'unreachable', url, detail: String(error) });
  }
  if (!response.ok)
    throw new RasterFailure({ kind: 'refused', url, status: response.status, detail: response.statusText });
  return response.arrayBuffer();
};
