import { geoKeyTags } from '../../domain/raster/geo-keys.ts';
import { asciiTag, writeTiff } from '../../domain/raster/tiff.ts';
import { ORIGIN } from './place.ts';
import { CELL, type HeightGrid } from './terrain.ts';

const ZONE_39 = {
  crs: 'EPSG:4527',
  name: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
  proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
};

/** A GeoTIFF of ground heights, Float32: columns `from` … `to` (inclusive) of the county grid; cell centres lie on its points. */
export const geoTiff = (grid: HeightGrid, from: number, to: number): Uint8Array => {
  const width = to - from + 1;
  const height = grid.rows;
  const band = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    const south = (height - 1 - row) * grid.columns;
    band.set(grid.heights.subarray(south + from, south + to + 1), row * width);
  }
  const west = ORIGIN.easting + (from - 0.5) * CELL;
  const north = ORIGIN.northing + (height - 0.5) * CELL;
  return writeTiff({ width, height, bands: [band] }, [
    { tag: 33550, type: 'double', values: [CELL, CELL, 0] },
    { tag: 33922, type: 'double', values: [0, 0, 0, west, north, 0] },
    ...geoKeyTags(ZONE_39),
    asciiTag(42113, '-9999'),
  ]);
};
