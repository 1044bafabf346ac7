import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import wkx from 'wkx';
import type { VectorGeometry, VectorLayer } from './read-result.ts';
import {
  codesOf,
  folderOf,
  NO_SURVEY_DATA,
  refusal,
  SKIP_REASON,
  SURVEY_DATA,
  tempFiles,
} from './temp-files.test-kit.ts';
import { readVectorLayer } from './vector-layer.ts';

const write = tempFiles();
const options = { source: 'goafs' };

const zOf = (geometry: VectorGeometry): (number | null)[] => {
  if (geometry.type === 'points') return geometry.points.map(([, , z]) => z);
  return (geometry.type === 'lines' ? geometry.lines.flat() : geometry.polygons.flat(2)).map(([, , z]) => z);
};

/** A GeoPackage with the given geometry blobs, as little as the standard asks for. */
const geopackage = async (
  name: string,
  blobs: (Uint8Array | null)[],
  layers = ['goafs'],
): Promise<string> => {
  const file = await write(name, '');
  const database = new DatabaseSync(file);
  database.exec(`
    create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text, organization_coordsys_id integer, definition text);
    insert into gpkg_spatial_ref_sys values ('x', 4527, 'EPSG', 4527, 'undefined');
    create table gpkg_contents (table_name text primary key, data_type text, identifier text, srs_id integer);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer, z integer, m integer);`);
  for (const layer of layers) {
    database.exec(`
      insert into gpkg_contents values ('${layer}', 'features', '${layer} title', 4527);
      insert into gpkg_geometry_columns values ('${layer}', 'geom', 'GEOMETRY', 4527, 1, 0);
      create table "${layer}" (fid integer primary key, geom blob, "Couche " text, filled boolean, big integer, photo blob);`);
    const insert = database.prepare(
      `insert into "${layer}" (geom, "Couche ", filled, big, photo) values (?, ?, ?, ?, ?)`,
    );
    for (const blob of blobs) insert.run(blob, 'Dix Paumes', 1, 9007199254740993n, new Uint8Array([1]));
  }
  database.close();
  return file;
};
const blobOf = (wkb: Uint8Array): Uint8Array => Buffer.concat([Buffer.from('4750000100000000', 'hex'), wkb]);

describe('GeoPackage', () => {
  it('reads geometry with Z, attributes under their own names, CRS from the file', async () => {
    const file = await geopackage('one.gpkg', [blobOf(wkx.Point.Z(1, 2, -3).toWkb()), null]);
    const layer = await readVectorLayer(file, options);
    expect(layer).toMatchObject({
      layer: 'goafs',
      crs: 'EPSG:4527',
      fields: ['Couche ', 'filled', 'big', 'photo'],
    });
    expect(layer.features[0]).toEqual({
      row: 1,
      geometry: { type: 'points', points: [[1, 2, -3]] },
      attributes: { 'Couche ': 'Dix Paumes', filled: true, big: '9007199254740993', photo: null },
    });
    expect(layer.features[1]!.geometry).toBeNull();
    expect(layer.findings).toMatchObject([
      { code: 'attribute-not-kept', column: 'photo', params: { count: 2 } },
    ]);
  });

  it('rejects curves and damaged geometries by feature number and keeps the rest', async () => {
    const curve = wkx.LineString.Z([wkx.Point.Z(0, 0, 0)]).toWkb();
    curve.writeUInt32LE(1008, 1);
    const file = await geopackage('curve.gpkg', [
      blobOf(wkx.Point.Z(1, 2, 3).toWkb()),
      blobOf(curve),
      blobOf(wkx.Point.Z(1, 2, 3).toWkb().subarray(0, 20)),
      new Uint8Array([1, 2, 3]),
    ]);
    const { features, findings } = await readVectorLayer(file, options);
    expect(features.map((feature) => feature.geometry !== null)).toEqual([true, false, false, false]);
    expect(findings.filter((each) => each.severity === 'reject')).toMatchObject([
      { code: 'geometry-unsupported', row: 2, params: { type: 'CircularString' } },
      { code: 'geometry-broken', row: 3 },
      { code: 'geometry-broken', row: 4 },
    ]);
  });

  it('asks which of several layers is meant and lists them', async () => {
    const file = await geopackage('two.gpkg', [blobOf(wkx.Point.Z(1, 2, 3).toWkb())], ['a', 'b']);
    expect(await refusal(() => readVectorLayer(file, options))).toMatchObject({
      code: 'layer-unnamed',
      params: { layers: 'a, b' },
    });
    expect(await refusal(() => readVectorLayer(file, { ...options, layer: 'c' }))).toMatchObject({
      code: 'layer-missing',
      value: 'c',
    });
    expect((await readVectorLayer(file, { ...options, layer: 'B title' })).layer).toBe('b');
  });

  it('reads changes that still lie in a -wal file', async () => {
    const file = await geopackage('wal.gpkg', [blobOf(wkx.Point.Z(1, 2, 3).toWkb())]);
    const open = new DatabaseSync(file);
    open.exec(
      'pragma journal_mode = wal; pragma wal_autocheckpoint = 0; insert into goafs ("Couche ") values (\'late\');',
    );
    const copy = join(folderOf(file), 'wal-copy.gpkg');
    await copyFile(file, copy);
    await copyFile(`${file}-wal`, `${copy}-wal`);
    open.close();
    const { features, findings } = await readVectorLayer(copy, options);
    expect(features).toHaveLength(2);
    expect(codesOf(findings)).toContain('wal-pending');
  });

  it('names the byte where a cut file ends', async () => {
    const whole = await readFile(await geopackage('whole.gpkg', [blobOf(wkx.Point.Z(1, 2, 3).toWkb())]));
    const read = async (bytes: Uint8Array) => readVectorLayer(await write('cut.gpkg', bytes), options);
    expect(await refusal(() => read(whole.subarray(0, 9000)))).toMatchObject({
      code: 'file-truncated',
      params: { offset: 9000 },
    });
    expect(await refusal(() => read(whole.subarray(0, 50)))).toMatchObject({
      code: 'file-truncated',
      params: { offset: 50 },
    });
    expect(await refusal(() => read(new Uint8Array()))).toMatchObject({ code: 'file-empty' });
    expect(
      await refusal(() => read(Buffer.from('not a database at all, only text of some length'.repeat(9)))),
    ).toMatchObject({ code: 'file-damaged' });
    expect(await refusal(() => readVectorLayer('/no/such.gpkg', options))).toMatchObject({
      code: 'file-missing',
    });
    expect(await refusal(() => readVectorLayer('/no/such.dgn', options))).toMatchObject({
      code: 'format-unknown',
      params: { extension: '.dgn' },
    });
  });
});

describe('GeoJSON', () => {
  const read = async (content: unknown, encoding?: 'gb18030') =>
    readVectorLayer(
      await write('a.geojson', typeof content === 'string' ? content : JSON.stringify(content)),
      { ...options, encoding },
    );
  const feature = (geometry: unknown, properties: unknown = {}) => ({
    type: 'Feature',
    geometry,
    properties,
  });

  it('reads every kind, keeps the crs member, rejects what it does not know', async () => {
    const layer = await read({
      type: 'FeatureCollection',
      name: 'faults',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28350' } },
      features: [
        feature({ type: 'Point', coordinates: [500001, 7000000, -5] }, { 名称: 'F1', nested: { a: 1 } }),
        feature({
          type: 'MultiLineString',
          coordinates: [
            [
              [0, 0],
              [1, 1, 5],
            ],
          ],
        }),
        feature({ type: 'GeometryCollection', geometries: [] }),
        feature({ type: 'Polygon', coordinates: [[[0, 'x']]] }),
        feature(null),
      ],
    });
    expect(layer).toMatchObject({
      layer: 'faults',
      crs: 'urn:ogc:def:crs:EPSG::28350',
      fields: ['名称', 'nested'],
    });
    expect(layer.features[0]).toMatchObject({ row: 1, attributes: { 名称: 'F1', nested: '{"a":1}' } });
    expect(zOf(layer.features[1]!.geometry!)).toEqual([null, 5]);
    expect(layer.findings).toMatchObject([
      { code: 'geometry-unsupported', row: 3, params: { type: 'GeometryCollection' } },
      { code: 'geometry-broken', row: 4 },
    ]);
  });

  it('takes undeclared coordinates as WGS 84 only when they can be', async () => {
    const globe = await read(feature({ type: 'Point', coordinates: [116.6, 35.4] }));
    expect([globe.crs, codesOf(globe.findings)]).toEqual(['EPSG:4326', ['crs-assumed-geojson']]);
    expect((await read({ type: 'Point', coordinates: [39512345.678, 3912345] })).crs).toBeNull();
  });

  it('names the byte of a cut file and the line of a damaged one', async () => {
    const text = JSON.stringify(feature({ type: 'Point', coordinates: [1, 2] }), null, 1);
    const cut = text.slice(0, 60);
    expect(await refusal(() => read(cut))).toMatchObject({ code: 'file-truncated', params: { offset: 60 } });
    expect(await refusal(() => read(text.replace('"geometry":', '"geometry" ')))).toMatchObject({
      code: 'file-damaged',
      row: 3,
    });
    expect(await refusal(() => read('[1]'))).toMatchObject({ code: 'file-damaged' });
  });
});

describe.skipIf(NO_SURVEY_DATA)(`real layers ${SKIP_REASON}`, () => {
  const read = (name: string): Promise<VectorLayer> => readVectorLayer(SURVEY_DATA + name, options);

  it.each([
    [
      '01-charleroi-coal/Parties exploitées - Caillette.gpkg',
      'polygons',
      283,
      ['Année', 'Couche '],
      'EPSG:31370',
    ],
    ['01-charleroi-coal/Galeries .gpkg', 'lines', 452, ['Type', 'Profondeur '], 'EPSG:31370'],
    ['01-charleroi-coal/Shaft.gpkg', 'points', 34, ['Nom', 'Début ou fin '], 'EPSG:31370'],
  ] as const)('%s: %s, all with Z', async (name, type, count, fields, crs) => {
    const layer = await read(name);
    expect(layer).toMatchObject({ crs, fields, findings: [] });
    expect(layer.features).toHaveLength(count);
    for (const { geometry } of layer.features) {
      expect(geometry?.type).toBe(type);
      expect(zOf(geometry!).every((z) => z !== null)).toBe(true);
    }
  });

  it.each([
    ['03-hamersley-geology/geology.geojson', 'polygons', 61, 'urn:ogc:def:crs:EPSG::28350'],
    ['03-hamersley-geology/faults.geojson', 'lines', 35, 'urn:ogc:def:crs:EPSG::28350'],
    ['03-hamersley-geology/structures.geojson', 'points', 118, 'urn:ogc:def:crs:EPSG::28350'],
    ['08-jining-region/counties_gcj02.geojson', 'polygons', 19, 'EPSG:4326'],
    ['08-jining-region/waterbodies_osm_250m.geojson', 'polygons', 712, 'EPSG:4326'],
  ])('%s: %s', async (name, type, count, crs) => {
    const layer = await read(name);
    expect(layer.crs).toBe(crs);
    expect(layer.features.filter(({ geometry }) => geometry?.type === type)).toHaveLength(count);
    expect(layer.features).toHaveLength(count);
  });

  it('Karara shapefile: 74 polygons with attributes and the .prj', async () => {
    const layer = await read('05-boreholes-karara-wamex/500K_interpgeol16_yalgoo_singleton.shp');
    expect(layer.features.filter(({ geometry }) => geometry?.type === 'polygons')).toHaveLength(74);
    expect(layer.fields).toEqual(['CODE', 'UNITNAME', 'DESCRIPTN', 'SYMBOL']);
    expect(layer.crs).toContain('GCS_WGS_1984');
    expect(layer.findings).toEqual([]);
    expect(layer.features.every(({ attributes }) => typeof attributes.CODE === 'string')).toBe(true);
  });
});
