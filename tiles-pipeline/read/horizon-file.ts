import { readFile } from 'node:fs/promises';
import { fromArrayBuffer } from 'geotiff';
import type { HorizonRaster } from '../../domain/geology/horizon-raster.ts';

/** All bands of a GeoTIFF as they are stored. Throws what `geotiff` throws where the file is none. */
export const readRaster = async (path: string): Promise<HorizonRaster> => {
  const bytes = await readFile(path);
  const image = await (await fromArrayBuffer(new Uint8Array(bytes).buffer)).getImage(0);
  const bands = Array.from(await image.readRasters({ interleave: false }), (band) => Float64Array.from(band));
  return { width: image.getWidth(), height: image.getHeight(), bands };
};
