import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { TOWGS84_FIXES } from './crs-datum-fixes.ts';
import { resolveCrs } from './crs-registry.ts';
import { codesOf, refusal } from './temp-files.test-kit.ts';

const where = { source: 'mine.yaml', file: 'mine.yaml' };
const resolve = (text: string) => resolveCrs(text, where);
const toWgs84 = (code: number, x: number, y: number): [number, number] =>
  proj4(resolve(`EPSG:${code}`).proj, 'WGS84', [x, y]);

const ESRI_GK39 =
  'PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const ESRI_WGS84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

describe('resolveCrs', () => {
  it('gives name, definition and area of use (west, south, east, north)', () => {
    expect(resolve('EPSG:4527')).toEqual({
      epsg: 4527,
      name: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
      proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
      areaOfUse: [115.5, 22.6, 118.5, 49.88],
      accuracyMetres: 0,
      findings: [],
    });
  });

  it.each([
    ['epsg:27700', 27700],
    [' EPSG:4527 ', 4527],
    ['urn:ogc:def:crs:EPSG::28350', 28350],
    ['urn:ogc:def:crs:EPSG:9.8.1:28350', 28350],
    ['http://www.opengis.net/def/crs/EPSG/0/28350', 28350],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
    ['WGS 84', 4326],
    [ESRI_WGS84, 4326],
    ['PROJCS["x",GEOGCS["y",AUTHORITY["EPSG","4313"]],UNIT["metre",1],AUTHORITY["EPSG","31370"]]', 31370],
  ])('knows %s', (text, epsg) => {
    expect(resolve(text).epsg).toBe(epsg);
  });

  it('reads the .prj Esri writes for Gauss-Krüger as the same projection', () => {
    const { epsg, name, proj, areaOfUse } = resolve(ESRI_GK39);
    expect([epsg, name, areaOfUse]).toEqual([null, 'CGCS2000_3_Degree_GK_Zone_39', null]);
    expect(proj).toBe(resolve('EPSG:4527').proj);
  });

  it('takes a proj string as the user wrote it', () => {
    const proj = '+proj=tmerc +lat_0=0 +lon_0=117 +x_0=500000 +ellps=krass +towgs84=1,2,3,0,0,0,0 +units=m';
    expect(resolve(proj)).toMatchObject({ epsg: null, proj, findings: [] });
  });

  it('refuses what it does not know, and what is no system for survey data', async () => {
    for (const text of ['EPSG:999999', 'Beijing54', '', 'PROJCS["nonsense"]']) {
      expect(await refusal(() => resolve(text))).toMatchObject({ severity: 'error', code: 'crs-unknown' });
    }
    // a height system, an earth-centred one, a projection that does not exist
    for (const text of ['EPSG:5737', 'EPSG:4978', '+proj=nosuch +ellps=GRS80']) {
      expect(await refusal(() => resolve(text))).toMatchObject({ code: 'crs-unusable' });
    }
  });

  it('says how far the place on the globe may be off', () => {
    expect(codesOf(resolve('EPSG:31370').findings)).toEqual([]);
    expect(resolve('EPSG:26791')).toMatchObject({
      accuracyMetres: 10,
      findings: [{ severity: 'note', code: 'crs-datum-approximate' }],
    });
    // Beijing 1954: EPSG's shift is for the Tarim basin only. Xian 1980: none is published.
    expect(resolve('EPSG:2437').accuracyMetres).toBe(60);
    expect(resolve('EPSG:2334')).toMatchObject({
      accuracyMetres: null,
      findings: [{ severity: 'warning', code: 'crs-datum-unknown' }],
    });
  });

  it('leaves no grid file in any definition it gives, and knows every projected code of China', () => {
    for (let code = 4491; code <= 4554; code += 1) {
      expect(resolve(`EPSG:${code}`)).toMatchObject({ accuracyMetres: 0, findings: [] });
    }
    for (let code = 2327; code <= 2390; code += 1)
      expect(resolve(`EPSG:${code}`).proj).toContain('+ellps=IAU76');
    for (let code = 2401; code <= 2442; code += 1)
      expect(resolve(`EPSG:${code}`).proj).toContain('+ellps=krass');
    const folder = fileURLToPath(new URL('../../node_modules/epsg-index/s/', import.meta.url));
    const withGrid = readdirSync(folder).filter((name) =>
      /"proj4":"[^"]*nadgrids=(?!@null)/u.test(readFileSync(folder + name, 'utf8')),
    );
    expect(withGrid.length).toBeGreaterThan(100);
    for (const name of withGrid) {
      expect(resolve(`EPSG:${name.replace('.json', '')}`).proj).not.toContain('nadgrids');
    }
  });

  it('still finds every wrong shift it mends in the installed index', () => {
    const all = readFileSync(
      fileURLToPath(new URL('../../node_modules/epsg-index/all.json', import.meta.url)),
      'utf8',
    );
    for (const wrong of Object.keys(TOWGS84_FIXES)) expect(all).toContain(`+towgs84=${wrong} `);
  });
});

const NO_GDAL = spawnSync('gdaltransform', ['--version']).error !== undefined;

describe.skipIf(NO_GDAL)('resolveCrs against PROJ (skipped where gdaltransform is not installed)', () => {
  /** Longitude and latitude by PROJ, without its network grids. */
  const byProj = (code: number, x: number, y: number): [number, number] => {
    const out = execFileSync(
      'gdaltransform',
      ['-s_srs', `EPSG:${code}`, '-t_srs', 'EPSG:4326', '-output_xy'],
      {
        input: `${x} ${y}\n`,
        encoding: 'utf8',
        env: { ...process.env, PROJ_NETWORK: 'OFF' },
      },
    );
    const [longitude, latitude] = out.trim().split(/\s+/u).map(Number);
    return [longitude!, latitude!];
  };
  const metresApart = (a: [number, number], b: [number, number]): number =>
    Math.hypot((a[0] - b[0]) * 111_320 * Math.cos((a[1] * Math.PI) / 180), (a[1] - b[1]) * 110_574);

  it.each([
    ['CGCS2000 zone 39', 4527, 39512345.678, 3912345.678, 0.01],
    ['CGCS2000 6-degree zone 20', 4498, 20512345.678, 3912345.678, 0.01],
    ['Xian 1980', 2334, 20512345, 3912345, 0.01],
    ['GDA94 zone 50', 28350, 512345, 7512345, 0.01],
    // Each of these lands 30 to 310 m off with the index's own numbers.
    ['Belgian Lambert 72', 31370, 155000, 123000, 0.02],
    ['Dutch grid', 28992, 121687, 487484, 0.02],
    ['Hong Kong 1980', 2326, 836694, 819069, 0.02],
    ['Korea 1985, about a pivot point', 2097, 200000, 500000, 0.02],
    ['Pulkovo 1942', 28418, 18512345, 5612345, 5],
    ['British grid', 27700, 171563, 51200, 0.02],
    // PROJ takes another of several means here: 10 m is what EPSG promises of either.
    ['NAD27 Minnesota North, US survey feet', 26791, 2296021.09, 414095.85, 10],
  ])('%s (EPSG:%i)', (_name, code, x, y, tolerance) => {
    expect(metresApart(toWgs84(code, x, y), byProj(code, x, y))).toBeLessThan(tolerance);
  });
});
