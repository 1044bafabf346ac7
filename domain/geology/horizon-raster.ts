import type { MineFrame } from '../frame/mine-frame.ts';
import { crsMetres, geoKeyTags, type RasterCrs } from '../raster/geo-keys.ts';
import { asciiTag, type TiffTag, writeTiff } from '../raster/tiff.ts';
import type { GridSpec, HorizonGrid } from './geological-model.ts';
import { placeHorizon } from './horizon-placement.ts';
import { surveyHeights } from './survey-heights.ts';

/** The pixels of a horizon's file, as any TIFF library gives them: row 0 is the northernmost. */
export interface HorizonRaster {
  readonly width: number;
  readonly height: number;
  /** Height above the survey's datum, standard deviation; metres. */
  readonly bands: readonly ArrayLike<number>[];
}

export interface HorizonFileOptions {
  readonly frame: MineFrame;
  readonly crs: RasterCrs;
  readonly verticalDatum: string;
  /** What the surface is, for people who open the file elsewhere. */
  readonly title: string;
}

/**
 * A horizon as a GeoTIFF of two float64 bands (height above the survey's datum, standard deviation; metres; unknown: NaN)
 * in the mine's CRS. GDAL, QGIS and every GIS on it open it. Its place is affine: `placementError` metres at most beside
 * the true one, 0 where nothing is known of the horizon.
 */
export const writeHorizon = (
  { up, deviation }: HorizonGrid,
  grid: GridSpec,
  { frame, crs, verticalDatum, title }: HorizonFileOptions,
): { readonly bytes: Uint8Array; readonly placementError: number } => {
  const { columns, rows } = grid;
  const { heightOf } = surveyHeights(frame, grid);
  const bands = [new Float64Array(columns * rows), new Float64Array(columns * rows)];
  for (let k = 0; k < columns * rows; k++) {
    const to = northFirst(k, columns, rows);
    bands[0]![to] = Number.isNaN(up[k]!) ? Number.NaN : heightOf(k, up[k]!);
    bands[1]![to] = deviation[k]!;
  }
  // A horizon nobody knows anything of is placed as the plane of the frame.
  const placement =
    placeHorizon(frame, grid, up) ?? placeHorizon(frame, grid, new Float64Array(columns * rows))!;
  const known = up.some((value) => !Number.isNaN(value));
  const placementError = known ? placement.error : 0;
  const unit = crsMetres(crs.proj);
  const [a, b, c, d, e, f] = placement.affine.map((value) => value / unit) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Pixel (0, 0)'s corner is half a cell beyond the north-western node; pixel rows go south.
  const corner = (perColumn: number, perRow: number, first: number) =>
    first + perRow * (rows - 1) - perColumn / 2 + perRow / 2;
  const matrix = [a, -b, 0, corner(a, b, c), d, -e, 0, corner(d, e, f), 0, 0, 0, 0, 0, 0, 0, 1];
  const tags: TiffTag[] = [
    { tag: 34264, type: 'double', values: matrix.map((value) => (value === 0 ? 0 : value)) },
    ...geoKeyTags(crs),
    asciiTag(
      42112,
      gdalMetadata(
        [
          ['TITLE', title],
          ['VERTICAL_DATUM', verticalDatum],
          ['CRS', crs.crs],
          ['PROJ', crs.proj],
          ['PLACEMENT_ERROR_METRES', String(Number(placementError.toPrecision(3)))],
        ],
        ['height above the vertical datum', 'standard deviation'],
      ),
    ),
    asciiTag(42113, 'nan'),
  ];
  return { bytes: writeTiff({ width: columns, height: rows, bands }, tags), placementError };
};

const northFirst = (k: number, columns: number, rows: number): number =>
  (rows - 1 - Math.floor(k / columns)) * columns + (k % columns);

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** GDAL's metadata tag: items of the file, and what each band is. */
const gdalMetadata = (
  items: readonly (readonly [string, string])[],
  bandNames: readonly string[],
): string => {
  const lines = items.map(([name, value]) => `<Item name="${name}">${escaped(value)}</Item>`);
  const bands = bandNames.flatMap((name, sample) => [
    `<Item name="DESCRIPTION" sample="${sample}" role="description">${escaped(name)}</Item>`,
    `<Item name="UNITTYPE" sample="${sample}" role="unittype">m</Item>`,
  ]);
  return `<GDALMetadata>\n${[...lines, ...bands].join('\n')}\n</GDALMetadata>`;
};

/**
 * The horizon of a file's pixels, back in the mine's frame: what was written, within 1e-8 m.
 * @throws RangeError where the raster is not of this grid, or its bands do not fit together
 */
export const readHorizon = (raster: HorizonRaster, grid: GridSpec, frame: MineFrame): HorizonGrid => {
  const { columns, rows } = grid;
  if (raster.width !== columns || raster.height !== rows)
    throw new RangeError(`${raster.width} × ${raster.height} cells, the grid has ${columns} × ${rows} nodes`);
  if (raster.bands.length !== 2)
    throw new RangeError(`${raster.bands.length} bands, expected height and standard deviation`);
  const [heights, deviations] = raster.bands as [ArrayLike<number>, ArrayLike<number>];
  const { upOf } = surveyHeights(frame, grid);
  const up = new Float64Array(columns * rows);
  const deviation = new Float64Array(columns * rows);
  for (let k = 0; k < columns * rows; k++) {
    const from = northFirst(k, columns, rows);
    const [height, sigma] = [heights[from]!, deviations[from]!];
    if (Number.isNaN(height) !== Number.isNaN(sigma))
      throw new RangeError(
        `pixel row ${Math.floor(from / columns)}, column ${from % columns}: height ${height}, standard deviation ${sigma}; both are known or neither`,
      );
    up[k] = Number.isNaN(height) ? Number.NaN : upOf(k, height);
    deviation[k] = sigma;
  }
  return { up, deviation };
};
