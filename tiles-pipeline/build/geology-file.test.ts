import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Catalog, catalogSchema } from '../../domain/contracts/catalog.ts';
import { geologySchema } from '../../domain/contracts/geology.ts';
import { frameOfCatalog } from '../../domain/frame/catalog-frame.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import type { GeologicalModel } from '../../domain/geology/geological-model.ts';
import { readGeology } from '../../domain/geology/read-geology.ts';
import { faultedModel } from '../../domain/geology/small-model.test-kit.ts';
import { metres } from '../../domain/units/quantities.ts';
import { writeBundle } from '../check/bundle-fixture.ts';
import { checkBundle } from '../check/check-bundle.ts';
import type { UnitAccount } from '../model/mine-geology.ts';
import { resolveCrs } from '../read/crs-registry.ts';
import { readRaster } from '../read/horizon-file.ts';
import { fiftyTubes } from '../tile/model-fixtures.ts';
import { writeGeology } from './geology-file.ts';

const ACCOUNT: UnitAccount = {
  contacts: 12,
  ambiguous: 1,
  method: 'elevation',
  variogram: { type: 'spherical', nugget: 0.1, partialSill: 4, range: 300, origin: 'fitted', widened: 1 },
  crossValidation: null,
  residual: null,
};
const MODEL: GeologicalModel = faultedModel();
const DRAWN = MODEL.units.map(() => ({ volume: 1e6 }));
/** Origins away from the middle of the projection, where the grid's north is not the frame's. */
const SYSTEMS = [
  [
    'EPSG:4527, metres with the zone before them',
    'EPSG:4527',
    116.2,
    35.4,
    /"CGCS2000 \/ 3-degree Gauss-Kruger zone 39"/,
  ],
  ['EPSG:26851, US survey feet', 'EPSG:26851', -91.8, 47.6, /ID\["EPSG",26851\]/],
  ['EPSG:4490, degrees', 'EPSG:4490', 116.2, 35.4, /GEOGCRS/],
  [
    'no code: transverse Mercator of its own',
    '+proj=tmerc +lat_0=0 +lon_0=116.5 +k=1 +x_0=500000 +y_0=-3000000 +ellps=GRS80 +units=m +no_defs',
    116.2,
    35.4,
    /Transverse Mercator/,
  ],
] as const;

const withGeology = async (crs: string, longitude: number, latitude: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-geology-'));
  const { proj, name } = resolveCrs(crs, { source: 'test', file: 'mine.yaml' });
  const survey: Catalog['survey'] = {
    crs,
    crsName: name,
    proj,
    units: 'metre',
    axes: 'x-north-y-east',
    verticalDatum: '1985国家高程基准',
    geoidSeparation: { metres: -8.2, source: 'manifest' },
  };
  const frame = frameOfCatalog({
    survey,
    frame: { origin: { longitude, latitude, ellipsoidHeight: 140 }, enuToEcef: [] },
  });
  const { file } = await writeGeology(
    { model: MODEL, accounts: DRAWN.map(() => ACCOUNT) },
    DRAWN,
    { frame, survey },
    folder,
  );
  return { folder, frame, survey, file };
};

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const hasGdal = spawnSync('gdalinfo', ['--version']).status === 0;

describe.each(SYSTEMS)('%s', (_, crs, longitude, latitude, wkt) => {
  let made: Awaited<ReturnType<typeof withGeology>>;
  beforeAll(async () => {
    made = await withGeology(crs, longitude, latitude);
    folders.push(made.folder);
  });
  const list = async () =>
    geologySchema.parse(JSON.parse(await readFile(join(made.folder, made.file), 'utf8')));

  test('what is read again is what was written, to a micrometre', async () => {
    const read = (await readGeology(await list(), made.frame, (path) =>
      readRaster(join(made.folder, path)),
    ))!;
    expect({ ...read, ground: 0, blocks: 0 }).toEqual({ ...MODEL, ground: 0, blocks: 0 });
    let worst = 0;
    const compare = (a: Float64Array, b: Float64Array): void => {
      expect(a.length).toBe(b.length);
      for (let k = 0; k < a.length; k++) {
        expect(Number.isNaN(a[k]!)).toBe(Number.isNaN(b[k]!));
        if (!Number.isNaN(a[k]!)) worst = Math.max(worst, Math.abs(a[k]! - b[k]!));
      }
    };
    compare(read.ground.up, MODEL.ground.up);
    read.blocks.forEach((block, b) => {
      expect({ ...block, bases: 0 }).toEqual({ ...MODEL.blocks[b]!, bases: 0 });
      block.bases.forEach((base, u) => {
        compare(base.up, MODEL.blocks[b]!.bases[u]!.up);
        compare(base.deviation, MODEL.blocks[b]!.bases[u]!.deviation);
      });
    });
    expect(worst).toBeLessThan(1e-6);
  });

  test.skipIf(!hasGdal)(
    'GDAL finds the system, both bands and the heights at their survey coordinates (needs gdal-bin)',
    async () => {
      const { blocks, placementError } = await list();
      expect(placementError).toBeLessThan(0.05);
      const tif = join(made.folder, blocks[0]!.bases[1]!.file);
      const info = JSON.parse(execFileSync('gdalinfo', ['-json', tif], { encoding: 'utf8' }));
      expect(info.coordinateSystem.wkt).toMatch(wkt);
      expect(info.size).toEqual([41, 31]);
      expect(
        info.bands.map((band: { type: string; description: string }) => [band.type, band.description]),
      ).toEqual([
        ['Float64', 'height above the vertical datum'],
        ['Float64', 'standard deviation'],
      ]);
      expect(String(info.bands[0].noDataValue)).toMatch(/nan/i);
      const { grid } = MODEL;
      for (const [i, j] of [
        [0, 0],
        [40, 0],
        [17, 23],
        [40, 30],
      ] as const) {
        const k = j * grid.columns + i;
        const up = MODEL.blocks[0]!.bases[1]!.up[k]!;
        const { easting, northing, height } = made.frame.enuToSurvey(
          enu(grid.east + i * grid.cell, grid.north + j * grid.cell, up),
        );
        const unit = crs === 'EPSG:26851' ? 1200 / 3937 : 1;
        const args = ['-valonly', '-geoloc', tif, String(easting / unit), String(northing / unit)];
        const [atNode, sigma] = execFileSync('gdallocationinfo', args, { encoding: 'utf8' })
          .trim()
          .split(/\s+/)
          .map(Number);
        expect(Math.abs(atNode! - height)).toBeLessThan(1e-6);
        expect(sigma).toBeCloseTo(MODEL.blocks[0]!.bases[1]!.deviation[k]!, 9);
        // The pixel's middle is the node, not its corner: within the placement's error of it.
        const pixel = inverse(info.geoTransform, easting / unit, northing / unit);
        const cells = Math.hypot(pixel[0] - (i + 0.5), pixel[1] - (grid.rows - 1 - j + 0.5));
        expect(cells * grid.cell).toBeLessThan(placementError * 1.01 + 1e-6);
      }
    },
  );
});

/** GDAL's geotransform the other way: pixel and line of a place. */
const inverse = (g: readonly number[], x: number, y: number): [number, number] => {
  const [dx, dy] = [x - g[0]!, y - g[3]!];
  const determinant = g[1]! * g[5]! - g[2]! * g[4]!;
  return [(dx * g[5]! - dy * g[2]!) / determinant, (dy * g[1]! - dx * g[4]!) / determinant];
};

test('the same model gives the same bytes', async () => {
  const [a, b] = await Promise.all([1, 2].map(() => withGeology('EPSG:4527', 116.2, 35.4)));
  folders.push(a!.folder, b!.folder);
  for (const file of ['model/geology.json', 'model/ground.tif', 'model/base-2-3.tif'])
    expect((await readFile(join(a!.folder, file))).equals(await readFile(join(b!.folder, file)))).toBe(true);
});

describe('the checker', () => {
  const bundle = async (edit: (model: GeologicalModel) => void = () => {}) => {
    const folder = await writeBundle([fiftyTubes()]);
    folders.push(folder);
    const path = join(folder, 'catalog.json');
    const catalog = catalogSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    const survey = { ...catalog.survey, proj: '+proj=tmerc +lon_0=117 +x_0=39500000 +ellps=GRS80 +units=m' };
    const model = faultedModel();
    edit(model);
    const geology = await writeGeology(
      { model, accounts: model.units.map(() => ACCOUNT) },
      DRAWN,
      { frame: frameOfCatalog({ ...catalog, survey }), survey },
      folder,
    );
    await writeFile(path, JSON.stringify({ ...catalog, survey, geology }));
    return folder;
  };

  test('finds a sound model sound', async () => {
    expect((await checkBundle(await bundle())).problems).toEqual([]);
  });

  test('sees bases that cross, and says where', async () => {
    const folder = await bundle(({ blocks }) => {
      blocks[1]!.bases[1]!.up[4 * 41 + 7] = 300;
    });
    const { problems } = await checkBundle(folder);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'bases-cross', file: 'model/base-2-2.tif' });
    expect(problems[0]!.message).toContain('column 7, row 4');
  });

  test('sees a negative deviation', async () => {
    const folder = await bundle(({ blocks }) => {
      blocks[0]!.bases[0]!.deviation[3] = -2;
    });
    expect((await checkBundle(folder)).problems).toMatchObject([
      {
        code: 'geology-invalid',
        file: 'model/base-1-1.tif',
        message: 'standard deviation -2 m at column 3, row 0',
      },
    ]);
  });

  test('sees a raster that is gone, and one of another size', async () => {
    const gone = await bundle();
    await rm(join(gone, 'model/base-1-2.tif'));
    expect((await checkBundle(gone)).problems.map(({ code }) => code)).toEqual(['file-missing']);
    const other = await bundle();
    const path = join(other, 'model/geology.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"columns":41', '"columns":40'));
    const { problems } = await checkBundle(other);
    expect(problems[0]).toMatchObject({ code: 'geology-invalid' });
    expect(problems[0]!.message).toContain('model/ground.tif: 41 × 31 cells, the grid has 40 × 31 nodes');
  });
});

test('metres of a horizon are metres of the survey: heights keep the sea, ups follow the frame', async () => {
  const { frame, folder } = await withGeology('EPSG:4527', 116.2, 35.4);
  folders.push(folder);
  const { bands } = await readRaster(join(folder, 'model/ground.tif'));
  // North-western node, first pixel: ENU (0, 600).
  const { height } = frame.enuToSurvey(enu(0, 600, 100));
  expect(Math.abs(bands[0]![0]! - height)).toBeLessThan(1e-9);
  expect(height - metres(100)).toBeGreaterThan(148);
});
