import { extname } from 'node:path';
import { fileError, placeOf, type ReadOptions } from './finding-place.ts';
import { readGeojson } from './geojson.ts';
import { readGeopackage } from './geopackage.ts';
import type { VectorLayer } from './read-result.ts';
import { readShapefile } from './shapefile.ts';
import type { TextEncoding } from './text-encoding.ts';

export interface VectorOptions extends ReadOptions {
  /** Layer of a GeoPackage. */
  readonly layer?: string;
  /** Text encoding of a GeoJSON or a shapefile's attributes; a GeoPackage is always UTF-8. */
  readonly encoding?: TextEncoding;
}

/** A layer of points, lines or polygons by the file's extension. Throws as the readers do, and format-unknown. */
export const readVectorLayer = async (file: string, options: VectorOptions): Promise<VectorLayer> => {
  const extension = extname(file).toLowerCase();
  if (extension === '.gpkg') return readGeopackage(file, options);
  if (extension === '.geojson' || extension === '.json') return readGeojson(file, options);
  if (extension === '.shp') return readShapefile(file, options);
  const params = { extension, known: '.gpkg, .geojson, .json, .shp' };
  throw fileError('format-unknown', placeOf(file, options), { params });
};
