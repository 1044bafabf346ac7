import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { anyLedger } from '../../../domain/hazards/exchange/any-hazard.test-kit.ts';
import { ledgerGeoJson } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import { NO_VERSION } from '../../../domain/hazards/exchange/ledger-tables.ts';
import { readLedgerTables } from '../../../domain/hazards/exchange/read-ledger-tables.ts';
import {
  sampleEvidence,
  sampleHazard,
  treatedHazard,
} from '../../../domain/hazards/sample-hazard.test-kit.ts';
import { ledgerGeoPackage, readGeoPackage } from './ledger-geopackage.ts';
import { ledgerWorkbook, readWorkbook } from './ledger-workbook.ts';
import { readUpload, UPLOAD_LIMITS, UploadRefused } from './read-upload.ts';
import { uploadFormat } from './upload-format.ts';
import { checkZip } from './zip-limits.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyalite-exchange-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const upload = (bytes: Buffer, limits = UPLOAD_LIMITS) =>
  readUpload({ format: uploadFormat(bytes)!, bytes, mine: 'tiny', folder: join(folder, 'uploads') }, limits);

const LEDGER: readonly Hazard[] = [
  sampleHazard({
    evidence: [sampleEvidence('e1', { place: { kind: 'point', at: [117.123456789012, 36.2] } })],
  }),
  treatedHazard({ id: 'H2', place: { kind: 'feature', layer: 'goafs', feature: 'G-07' } }),
  sampleHazard({
    id: 'H3',
    category: '溶洞群',
    place: {
      kind: 'polygon',
      rings: [
        [
          [117, 36],
          [117.1, 36],
          [117.1, 36.1],
          [117, 36],
        ],
      ],
    },
  }),
];

test('a workbook read in again is the same ledger, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(anyLedger, fc.boolean(), async (hazards, synthetic) => {
      const { hazards: read, rejects } = readLedgerTables(
        await readWorkbook(await ledgerWorkbook(hazards, NO_VERSION, () => (synthetic ? 'x' : null))),
        'tiny',
      );
      expect(rejects).toEqual([]);
      expect(read.map(({ hazard }) => hazard)).toEqual(hazards);
    }),
    { numRuns: 12 },
  );
});

test('a GeoPackage read in again is the same ledger, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(anyLedger, fc.boolean(), async (hazards, synthetic) => {
      const file = join(folder, 'again.gpkg');
      await writeFile(
        file,
        await ledgerGeoPackage(hazards, folder, NO_VERSION, () => (synthetic ? 'x' : null)),
      );
      const { hazards: read, rejects } = readLedgerTables(readGeoPackage(file), 'tiny');
      expect(rejects).toEqual([]);
      expect(read.map(({ hazard }) => hazard)).toEqual(hazards);
    }),
    { numRuns: 12 },
  );
});

test('uploads of all three formats are read by a process of their own, and nothing of them stays', async () => {
  const files = [
    await ledgerWorkbook(LEDGER),
    Buffer.from(ledgerGeoJson(LEDGER)),
    await ledgerGeoPackage(LEDGER, folder),
  ];
  expect(files.map(uploadFormat)).toEqual(['xlsx', 'geojson', 'gpkg']);
  for (const file of files) {
    const { hazards, rejects } = await upload(file);
    expect(rejects).toEqual([]);
    expect(hazards.map(({ hazard }) => hazard)).toEqual(LEDGER);
  }
  expect(await readdir(join(folder, 'uploads'))).toEqual([]);
});

const hasGdal = (() => {
  try {
    execFileSync('ogrinfo', ['--version']);
    return true;
  } catch {
    return false;
  }
})();
test.runIf(hasGdal)(
  'GDAL opens the GeoPackage: layers, system, geometry and fields are as written',
  async () => {
    const file = join(folder, 'ledger.gpkg');
    await writeFile(file, await ledgerGeoPackage(LEDGER, folder));
    const all = execFileSync('ogrinfo', ['-ro', '-al', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const text of [
      'Layer name: 隐患',
      'Layer name: 证据',
      'WGS 84',
      'Feature Count: 3',
      '编号 (String) = H3',
      'POINT (117.1 36.2)',
      'POLYGON ((',
    ])
      expect(all).toContain(text);
  },
);

test('coordinates of another datum are not taken for WGS 84: the row is told with its system', async () => {
  const file = join(folder, 'datum.gpkg');
  await writeFile(file, await ledgerGeoPackage(LEDGER, folder));
  const db = new DatabaseSync(file);
  db.exec(`INSERT INTO gpkg_spatial_ref_sys VALUES ('Beijing 1954', 4214, 'EPSG', 4214, 'GEOGCS', NULL),
    ('CGCS2000', 100, 'epsg', 4490, 'GEOGCS', NULL), ('GCJ-02', 900001, 'NONE', 900001, 'GEOGCS', NULL)`);
  const [{ geom }] = db.prepare('SELECT geom FROM 隐患 WHERE fid = 1').all() as [{ geom: Uint8Array }];
  const read = (system: number) => {
    const blob = Buffer.from(geom);
    blob.writeInt32LE(system, 4);
    db.prepare('UPDATE 隐患 SET geom = ? WHERE fid = 1').run(blob);
    return readLedgerTables(readGeoPackage(file), 'tiny');
  };
  for (const [system, name] of [
    [4214, 'EPSG 4214 Beijing 1954'],
    [900001, 'NONE 900001 GCJ-02'],
    [0, 'NONE 0 Undefined geographic SRS'],
    [31, 'srs_id 31'],
  ] as const) {
    const { hazards, rejects } = read(system);
    expect(hazards.map(({ hazard }) => hazard.id)).toEqual(['H2', 'H3']);
    expect(rejects).toMatchObject([{ sheet: '隐患', row: 2, column: 'geom', value: name }]);
  }
  expect(read(100).rejects).toEqual([]);
  // A system that only calls itself 4326 is none.
  db.exec(`UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = 4214 WHERE srs_id = 4326`);
  expect(read(4326).rejects.length).toBeGreaterThan(0);
  db.close();
  expect(() => readGeoPackage(file, 2)).toThrow(/more than 2 rows/);
});

test('a workbook that unpacks to more than a ledger can be is not unpacked', async () => {
  const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(24 * 1024 * 1024) }));
  expect(bomb.length).toBeLessThan(40_000);
  expect(() => checkZip(bomb, 8 * 1024 * 1024)).toThrow(/unpacks to more than 8 MiB/);
  const tight = { ...UPLOAD_LIMITS, unpackedBytes: 8 * 1024 * 1024 };
  await expect(upload(bomb, tight)).rejects.toThrow(/unpacks to more than/);
});

test('what takes too long or too much memory is stopped, and the next upload is read', async () => {
  const slow = { ...UPLOAD_LIMITS, ms: 20 };
  await expect(upload(await ledgerWorkbook(LEDGER), slow)).rejects.toThrow(/longer than/);
  const tight = { ...UPLOAD_LIMITS, memoryBytes: 20 * 1024 * 1024 };
  const error = await upload(Buffer.from(ledgerGeoJson(LEDGER)), tight).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(UploadRefused);
  expect((await upload(Buffer.from(ledgerGeoJson(LEDGER)))).hazards).toHaveLength(3);
});

test('more uploads than can wait are told to come again', async () => {
  const bytes = Buffer.from(ledgerGeoJson(LEDGER));
  const all = await Promise.allSettled(
    Array.from({ length: 6 }, () => upload(bytes, { ...UPLOAD_LIMITS, ms: 1 })),
  );
  const why = all.map((one) => one.status === 'rejected' && (one.reason as UploadRefused).why);
  expect(why).toEqual(['too-large', 'too-large', 'too-large', 'too-large', 'busy', 'busy']);
});

test('broken files are refused with what is wrong; of a schema nothing is run', async () => {
  await expect(upload(Buffer.from('PK\u0003\u0004 no zip'))).rejects.toBeInstanceOf(UploadRefused);
  await expect(upload(Buffer.from('SQLite format 3\0 and then nothing'))).rejects.toBeInstanceOf(
    UploadRefused,
  );
  const other = Buffer.from(zipSync({ 'a.txt': strToU8('x') }));
  await expect(upload(other)).rejects.toBeInstanceOf(UploadRefused);
  const file = join(folder, 'view.gpkg');
  const db = new DatabaseSync(file);
  db.exec(`CREATE TABLE t (a); CREATE VIEW 隐患 AS SELECT hex(randomblob(1000000000)) AS 编号 FROM t`);
  db.close();
  const { hazards, rejects } = await upload(await readFile(file));
  expect(hazards).toEqual([]);
  expect(rejects[0]?.what.en).toContain('no table');
});
