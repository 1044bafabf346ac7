import { fromArrayBuffer, type GeoTIFFImage } from 'geotiff';
import { z } from 'zod';
import type { Finding } from '../../domain/contracts/finding.ts';
import { readBytes } from './file-bytes.ts';
import { type FindingPlace, fileError, findingAt, placeOf, type ReadOptions } from './finding-place.ts';
import type { ElevationGrid } from './read-result.ts';

export interface ElevationOptions extends ReadOptions {
  /** 1-based, as GDAL counts; left out: 1. */
  readonly band?: number;
}

const USER_DEFINED = 32767;
const geoKeysSchema = z.object({
  GTRasterTypeGeoKey: z.number().optional(),
  ProjectedCSTypeGeoKey: z.number().optional(),
  GeographicTypeGeoKey: z.number().optional(),
  GTCitationGeoKey: z.string().optional(),
  PCSCitationGeoKey: z.string().optional(),
  GeogCitationGeoKey: z.string().optional(),
});
type GeoKeys = z.output<typeof geoKeysSchema>;

/** EPSG code where the keys hold one, otherwise the citation, which resolveCrs may or may not know. */
const crsOf = (keys: GeoKeys): string | null => {
  const projected = keys.ProjectedCSTypeGeoKey;
  if (projected !== undefined && projected !== 0 && projected !== USER_DEFINED) return `EPSG:${projected}`;
  const geographic = keys.GeographicTypeGeoKey;
  const codeless = projected === undefined || projected === 0;
  if (codeless && geographic !== undefined && geographic !== USER_DEFINED) return `EPSG:${geographic}`;
  const citation = keys.PCSCitationGeoKey ?? keys.GTCitationGeoKey ?? keys.GeogCitationGeoKey;
  return citation?.replace(/\0|\|+$/gu, '').trim() || null;
};

interface Placement {
  /** Of the outer corner of the first cell stored, or of its centre for PixelIsPoint. */
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  /** Per row as stored: negative in the usual north-up file. */
  readonly dy: number;
}

const numbers = (value: unknown): number[] =>
  value === undefined || value === null
    ? []
    : Array.from(z.array(z.number()).parse(Array.from(Object.values(value))));

const placementOf = async (image: GeoTIFFImage, place: FindingPlace): Promise<Placement> => {
  const directory = image.fileDirectory;
  const matrix = numbers(await directory.loadValue('ModelTransformation'));
  if (matrix.length === 16) {
    const [a, b, , c, d, e, , f] = matrix;
    if (Math.abs(b!) > 1e-9 * Math.abs(a!) || Math.abs(d!) > 1e-9 * Math.abs(e!))
      throw fileError('grid-rotated', place);
    return { x: c!, y: f!, dx: a!, dy: e! };
  }
  const scale = numbers(await directory.loadValue('ModelPixelScale'));
  const tie = numbers(await directory.loadValue('ModelTiepoint'));
  if (scale.length < 2 || tie.length < 6) throw fileError('grid-not-placed', place);
  const [i, j, , x, y] = tie;
  return { x: x! - i! * scale[0]!, y: y! + j! * scale[1]!, dx: scale[0]!, dy: -scale[1]! };
};

/** TIFF says where each strip or tile lies: the first that reaches past the end of the file names the cut. */
const checkWhole = async (image: GeoTIFFImage, size: number, place: FindingPlace): Promise<void> => {
  const directory = image.fileDirectory;
  const tiled = directory.hasTag('TileOffsets');
  const offsets = numbers(await directory.loadValue(tiled ? 'TileOffsets' : 'StripOffsets'));
  const counts = numbers(await directory.loadValue(tiled ? 'TileByteCounts' : 'StripByteCounts'));
  const cut = offsets.findIndex((offset, i) => offset + (counts[i] ?? 0) > size);
  if (cut < 0) return;
  const part = `${tiled ? 'tile' : 'strip'} ${cut + 1} of ${offsets.length}`;
  throw fileError('file-truncated', place, { params: { offset: size, part } });
};

const metadataNumber = (metadata: Record<string, unknown> | null, name: string, fallback: number): number => {
  const value = metadata?.[name];
  const number = value === undefined ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : fallback;
};

const readImage = async (
  image: GeoTIFFImage,
  size: number,
  band: number,
  place: FindingPlace,
): Promise<ElevationGrid> => {
  const bands = image.getSamplesPerPixel();
  if (band > bands) throw fileError('grid-band-missing', place, { value: band, params: { count: bands } });
  const keys = geoKeysSchema.parse(image.getGeoKeys() ?? {});
  const { x, y, dx, dy } = await placementOf(image, place);
  await checkWhole(image, size, place);
  const width = image.getWidth();
  const height = image.getHeight();
  const [stored] = await image.readRasters({ samples: [band - 1], interleave: false });
  const metadata = await image.getGDALMetadata(band - 1);
  const scale = metadataNumber(metadata, 'SCALE', 1);
  const offset = metadataNumber(metadata, 'OFFSET', 0);
  const noData = image.getGDALNoData();
  // The tag is decimal text; in a float32 raster the cells hold its nearest float32.
  const noDataCell = stored instanceof Float32Array && noData !== null ? Math.fround(noData) : noData;
  const heights = new Float64Array(width * height);
  let unknown = 0;
  for (let row = 0; row < height; row += 1) {
    // Row 0 of the result is the northernmost, of a south-up file the last stored.
    const from = (dy < 0 ? row : height - 1 - row) * width;
    for (let column = 0; column < width; column += 1) {
      const value = Number(stored![from + column]);
      const known = Number.isFinite(value) && value !== noDataCell;
      heights[row * width + column] = known ? value * scale + offset : Number.NaN;
      if (!known) unknown += 1;
    }
  }
  const toCentre = keys.GTRasterTypeGeoKey === 2 ? 0 : 0.5;
  const northRow = dy < 0 ? 0 : height - 1;
  const findings: Finding[] = [];
  if (unknown > 0) {
    findings.push(
      findingAt('note', 'grid-no-data', place, { params: { count: unknown, cells: width * height } }),
    );
  }
  return {
    file: place.file,
    crs: crsOf(keys),
    width,
    height,
    firstCell: [x + toCentre * dx, y + (northRow + toCentre) * dy],
    cellSize: [dx, Math.abs(dy)],
    heights,
    findings,
  };
};

/**
 * One band of a GeoTIFF as heights in the file's own unit: nodata becomes NaN, GDAL's scale and offset are applied,
 * area and point registration are told apart, south-up files are turned. Throws SurveyFileError: file-missing,
 * file-empty, file-truncated (byte offset), file-damaged, grid-band-missing, grid-not-placed, grid-rotated.
 */
export const readElevationGrid = async (file: string, options: ElevationOptions): Promise<ElevationGrid> => {
  const place = placeOf(file, options);
  const bytes = await readBytes(file, place);
  const magic = bytes.toString('latin1', 0, 4);
  if (!['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].some((each) => each.startsWith(magic.slice(0, 4)))) {
    throw fileError('file-damaged', place, { params: { reason: 'no TIFF signature at byte 0' } });
  }
  let image: GeoTIFFImage;
  try {
    image = await (await fromArrayBuffer(new Uint8Array(bytes).buffer)).getImage(0);
  } catch (error) {
    // The directory lies where the header points: past the end, or cut.
    const params = { offset: bytes.length, part: 'TIFF directory' };
    throw fileError('file-truncated', place, { params }, error);
  }
  return readImage(image, bytes.length, options.band ?? 1, place);
};
