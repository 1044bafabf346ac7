import { readFile } from 'node:fs/promises';
import { writeArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { readElevationGrid } from './elevation-grid.ts';
import { NO_SURVEY_DATA, refusal, SKIP_REASON, SURVEY_DATA, tempFiles } from './temp-files.test-kit.ts';

const write = tempFiles();
const options = { source: 'terrain' };

const tiff = async (metadata: Record<string, unknown>, values = [1, 2, 3, -9999, 5, 6]): Promise<string> =>
  write(
    'g.tif',
    new Uint8Array(
      writeArrayBuffer(Float32Array.from(values), {
        width: 3,
        height: 2,
        ModelPixelScale: [10, 20, 0],
        ModelTiepoint: [0, 0, 0, 39500000, 3900000, 0],
        ProjectedCSTypeGeoKey: 4527,
        GTModelTypeGeoKey: 1,
        GTRasterTypeGeoKey: 1,
        ...metadata,
      }),
    ),
  );

describe('readElevationGrid', () => {
  it('places cells by their centres, turns nodata to NaN, says how many', async () => {
    const grid = await readElevationGrid(await tiff({ GDAL_NODATA: '-9999' }), options);
    expect(grid).toMatchObject({
      crs: 'EPSG:4527',
      width: 3,
      height: 2,
      firstCell: [39500005, 3899990],
      cellSize: [10, 20],
    });
    expect([...grid.heights]).toEqual([1, 2, 3, Number.NaN, 5, 6]);
    expect(grid.findings).toMatchObject([{ code: 'grid-no-data', params: { count: 1, cells: 6 } }]);
  });

  it('knows point registration', async () => {
    const grid = await readElevationGrid(await tiff({ GTRasterTypeGeoKey: 2 }), options);
    expect(grid.firstCell).toEqual([39500000, 3900000]);
  });

  it('refuses a band that is not there, a cut file, and what is no TIFF', async () => {
    const file = await tiff({});
    expect(await refusal(() => readElevationGrid(file, { ...options, band: 2 }))).toMatchObject({
      code: 'grid-band-missing',
      value: '2',
      params: { count: 1 },
    });
    const whole = await readFile(file);
    const at = async (bytes: Uint8Array) => readElevationGrid(await write('cut.tif', bytes), options);
    expect(await refusal(() => at(whole.subarray(0, whole.length - 4)))).toMatchObject({
      code: 'file-truncated',
      params: { offset: whole.length - 4 },
    });
    expect(await refusal(() => at(whole.subarray(0, 60)))).toMatchObject({
      code: 'file-truncated',
      params: { offset: 60 },
    });
    expect(await refusal(() => at(Buffer.from('GIF89a')))).toMatchObject({ code: 'file-damaged' });
    expect(await refusal(() => at(new Uint8Array()))).toMatchObject({ code: 'file-empty' });
  });
});

describe.skipIf(NO_SURVEY_DATA)(`real terrain, against gdalinfo ${SKIP_REASON}`, () => {
  it.each([
    [
      '02-wheal-pell/pell_dtm_2m_epsg27700.tif',
      'EPSG:27700',
      817,
      814,
      [170157.306104153, 52154.52226658],
      [2, 2],
      [0, 183.973],
    ],
    [
      '03-hamersley-geology/dtm_rp.tif',
      'EPSG:28350',
      197,
      204,
      [505546.908498896, 7532296.49163052],
      [344.404386931321, 344.404386931321],
      [297, 1175],
    ],
    [
      '05-boreholes-karara-wamex/dtm.tif',
      'EPSG:4326',
      371,
      363,
      [115.4369929579, -27.493331310435],
      [0.008333333, 0.008333333],
      [141, 602],
    ],
  ] as const)('%s', async (name, crs, width, height, first, cell, range) => {
    const grid = await readElevationGrid(SURVEY_DATA + name, options);
    expect(grid).toMatchObject({ crs, width, height });
    first.forEach((value, i) => {
      expect(grid.firstCell[i]).toBeCloseTo(value, 8);
    });
    cell.forEach((value, i) => {
      expect(grid.cellSize[i]).toBeCloseTo(value, 9);
    });
    const known = grid.heights.filter((value) => !Number.isNaN(value));
    expect(known.reduce((low, value) => Math.min(low, value), Infinity)).toBeCloseTo(range[0], 3);
    expect(known.reduce((high, value) => Math.max(high, value), -Infinity)).toBeCloseTo(range[1], 3);
  });
});
