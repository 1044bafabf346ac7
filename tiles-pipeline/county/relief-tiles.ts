import { createSurveySystem } from '../../domain/frame/survey-system.ts';
import { metres } from '../../domain/units/quantities.ts';
import { resolveCrs } from '../read/crs-registry.ts';
import type { ElevationGrid } from '../read/read-result.ts';
import { writeTile } from './base-tiles.ts';
import { rgbPng } from './png.ts';
import { type Extent, metresAPixel, placeInTile, tilesOver } from './tile-grid.ts';

const SIZE = 256;
/** The projection is computed at so many places along a tile's side and is straight between them to under a metre. */
const KNOTS = 16;

/** Height of the ground, metres; beyond the raster, and where it has no data, that of the nearest cell that has. */
export type ReliefAt = (easting: number, northing: number) => number;

export const reliefAt = (grid: ElevationGrid): ReliefAt => {
  const { width, height, firstCell, cellSize } = grid;
  const heights = filledFromNearest(grid);
  return (easting, northing) => {
    const gx = Math.min(width - 1.000001, Math.max(0, (easting - firstCell[0]) / cellSize[0]));
    const gy = Math.min(height - 1.000001, Math.max(0, (firstCell[1] - northing) / cellSize[1]));
    const [i, j] = [Math.floor(gx), Math.floor(gy)];
    const [u, v] = [gx - i, gy - j];
    const at = j * width + i;
    const upper = heights[at]! * (1 - u) + heights[at + 1]! * u;
    const lower = heights[at + width]! * (1 - u) + heights[at + width + 1]! * u;
    return upper * (1 - v) + lower * v;
  };
};

/** Holes are filled along the rows, then down the columns, from what lies nearest there. */
const filledFromNearest = ({ width, height, heights }: ElevationGrid): Float64Array => {
  const filled = Float64Array.from(heights);
  const sweep = (start: number, step: number, count: number): void => {
    for (let k = 1; k < count; k++) {
      const at = start + k * step;
      if (Number.isNaN(filled[at]!)) filled[at] = filled[at - step]!;
    }
  };
  for (let row = 0; row < height; row++) {
    sweep(row * width, 1, width);
    sweep(row * width + width - 1, -1, width);
  }
  for (let column = 0; column < width; column++) {
    sweep(column, width, height);
    sweep((height - 1) * width + column, -width, height);
  }
  return filled;
};

/** The zoom at which a pixel is about a cell: deeper tiles would hold no more. */
export const reliefZoom = (
  { cellSize }: ElevationGrid,
  latitude: number,
  minZoom: number,
  maxZoom: number,
): number => {
  let zoom = minZoom;
  while (zoom < maxZoom && metresAPixel(latitude, zoom) > cellSize[0]) zoom++;
  return zoom;
};

/** Terrain-RGB: height = −10 000 + 0.1 · (65 536 r + 256 g + b), metres (Mapbox). */
const encode = (height: number, rgb: Uint8Array, at: number): void => {
  const value = Math.max(0, Math.min(0xffffff, Math.round((height + 10_000) * 10)));
  rgb[at] = value >> 16;
  rgb[at + 1] = (value >> 8) & 0xff;
  rgb[at + 2] = value & 0xff;
};

/** Writes relief/{z}/{x}/{y}.png. @returns tiles written */
export const writeReliefTiles = async (
  grid: ElevationGrid,
  crs: string,
  extent: Extent,
  minZoom: number,
  maxZoom: number,
  folder: string,
): Promise<number> => {
  const { proj } = resolveCrs(crs, { source: 'relief', file: grid.file });
  const survey = createSurveySystem({ proj, axes: 'x-east-y-north', units: 'metre' });
  const height = reliefAt(grid);
  const tiles = tilesOver(extent, minZoom, maxZoom);
  const knots = new Float64Array((KNOTS + 1) ** 2 * 2);
  for (const tile of tiles) {
    for (let j = 0; j <= KNOTS; j++)
      for (let i = 0; i <= KNOTS; i++) {
        const [longitude, latitude] = placeInTile(tile, i / KNOTS, j / KNOTS);
        const { easting, northing } = survey.fromGeographic(longitude, latitude, metres(0));
        knots.set([easting, northing], 2 * (j * (KNOTS + 1) + i));
      }
    const rgb = new Uint8Array(SIZE * SIZE * 3);
    for (let row = 0; row < SIZE; row++)
      for (let column = 0; column < SIZE; column++) {
        const [gx, gy] = [((column + 0.5) / SIZE) * KNOTS, ((row + 0.5) / SIZE) * KNOTS];
        const [i, j] = [Math.floor(gx), Math.floor(gy)];
        const [u, v] = [gx - i, gy - j];
        const at = 2 * (j * (KNOTS + 1) + i);
        const below = at + 2 * (KNOTS + 1);
        const mix = (k: number): number =>
          (knots[at + k]! * (1 - u) + knots[at + 2 + k]! * u) * (1 - v) +
          (knots[below + k]! * (1 - u) + knots[below + 2 + k]! * u) * v;
        encode(height(mix(0), mix(1)), rgb, 3 * (row * SIZE + column));
      }
    await writeTile(folder, tile, 'png', rgbPng(rgb, SIZE, SIZE));
  }
  return tiles.length;
};
