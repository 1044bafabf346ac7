import { copyFile, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../../domain/contracts/finding.ts';
import { checkFile } from './file-bytes.ts';
import { type FindingPlace, fileError, findingAt, placeOf, type ReadOptions } from './finding-place.ts';
import type { Cell, VectorFeature, VectorLayer } from './read-result.ts';
import { parseWkb, type WkbReading } from './wkb.ts';

export interface GeopackageOptions extends ReadOptions {
  /** Left out: the only layer. */
  readonly layer?: string;
}

type Row = Record<string, SQLOutputValue>;

const SQLITE_MAGIC = 'SQLite format 3\0';
/** OGC 12-128r18, 2.1.3: bytes of the envelope by its code in the geometry blob's flags. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;

/** SQLite says only "malformed"; the header tells how long the file should be. */
const checkWhole = async (file: string, size: number, place: FindingPlace): Promise<void> => {
  const header = Buffer.alloc(100);
  const handle = await open(file);
  try {
    await handle.read(header, 0, header.length, 0);
  } finally {
    await handle.close();
  }
  if (header.toString('latin1', 0, 16) !== SQLITE_MAGIC.slice(0, Math.min(16, size))) {
    throw fileError('file-damaged', place, { params: { reason: 'no SQLite signature at byte 0' } });
  }
  if (size < 100)
    throw fileError('file-truncated', place, { params: { offset: size, part: 'SQLite header' } });
  const written = header.readUInt16BE(16);
  const pageSize = written === 1 ? 65536 : written;
  const pages = header.readUInt32BE(28);
  // The page count holds only while the two change counters agree (SQLite file format, 1.3.7).
  const countValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (countValid && size < pages * pageSize) {
    const params = { offset: size, part: `${pages} pages of ${pageSize} bytes` };
    throw fileError('file-truncated', place, { params });
  }
};

/**
 * Opens without writing anything beside the file: `immutable` takes no lock and makes no -shm, so read-only folders
 * work. But it also overlooks a -wal with changes not yet merged; such a pair is copied and opened properly.
 */
const withDatabase = async <T>(
  file: string,
  place: FindingPlace,
  findings: Finding[],
  use: (database: DatabaseSync) => T,
): Promise<T> => {
  const wal = await stat(`${file}-wal`).catch(() => null);
  if (!wal || wal.size === 0) {
    const url = pathToFileURL(file);
    url.searchParams.set('immutable', '1');
    const database = new DatabaseSync(url, { readOnly: true });
    try {
      return use(database);
    } finally {
      database.close();
    }
  }
  findings.push(findingAt('note', 'wal-pending', place));
  const folder = await mkdtemp(join(tmpdir(), 'hyalite-gpkg-'));
  try {
    const copy = join(folder, 'copy.gpkg');
    await copyFile(file, copy);
    await copyFile(`${file}-wal`, `${copy}-wal`);
    const database = new DatabaseSync(copy);
    try {
      return use(database);
    } finally {
      database.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const all = (database: DatabaseSync, sql: string, ...values: string[]): Row[] => {
  const statement = database.prepare(sql);
  // 64-bit integers beyond 2^53 would throw as numbers.
  statement.setReadBigInts(true);
  return statement.all(...values);
};

const chooseTable = (database: DatabaseSync, wanted: string | undefined, place: FindingPlace): string => {
  const rows = all(
    database,
    "select table_name, identifier from gpkg_contents where data_type = 'features' order by table_name",
  );
  const layers = rows.map((row) => ({ table: String(row.table_name), title: String(row.identifier ?? '') }));
  const names = layers.map(({ table }) => table).join(', ');
  if (wanted === undefined) {
    if (layers.length === 1) return layers[0]!.table;
    if (layers.length === 0) throw fileError('layer-none', place);
    throw fileError('layer-unnamed', place, { params: { layers: names } });
  }
  const key = (name: string): string => name.normalize('NFC').trim().toLowerCase();
  const hit =
    layers.find(({ table }) => table === wanted) ??
    layers.find(({ table, title }) => key(table) === key(wanted) || key(title) === key(wanted));
  if (!hit) throw fileError('layer-missing', place, { value: wanted, params: { layers: names } });
  return hit.table;
};

const crsOf = (database: DatabaseSync, srsId: SQLOutputValue | undefined): string | null => {
  const [row] = all(
    database,
    'select organization, organization_coordsys_id code, definition from gpkg_spatial_ref_sys where srs_id = ?',
    String(srsId ?? ''),
  );
  // srs_id 0 and -1 are GeoPackage's "undefined" geographic and Cartesian systems.
  if (!row || Number(srsId) <= 0) return null;
  if (String(row.organization).toUpperCase() === 'EPSG') return `EPSG:${row.code}`;
  return typeof row.definition === 'string' ? row.definition : null;
};

const readBlob = (blob: Uint8Array): WkbReading => {
  const damaged = (reason: string): WkbReading => ({ geometry: null, srid: null, problem: { reason } });
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50)
    return damaged('no GeoPackage header at byte 0');
  const envelope = ENVELOPE_BYTES[(blob[3]! >> 1) & 7];
  if (envelope === undefined) return damaged(`envelope code in flags 0x${blob[3]!.toString(16)}`);
  return parseWkb(blob, 8 + envelope);
};

const cellOf = (value: SQLOutputValue | undefined, declared: string): Cell => {
  if (typeof value === 'bigint') {
    if (declared === 'BOOLEAN') return value !== 0n;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

const readFeatures = (
  database: DatabaseSync,
  table: string,
  geometryColumn: string,
  place: FindingPlace,
  findings: Finding[],
): { fields: string[]; features: VectorFeature[] } => {
  const columns = all(database, 'select name, type, pk from pragma_table_info(?)', table);
  const key = columns.find((column) => column.pk === 1n && /INT/iu.test(String(column.type)));
  const rest = columns.filter((column) => column !== key && column.name !== geometryColumn);
  const fields = rest.map((column) => String(column.name));
  const binary = new Map<string, number>();
  // A view has neither key nor rowid: its features are numbered as they come.
  const rowNumber = key ? quoted(String(key.name)) : 'row_number() over ()';
  const features = all(
    database,
    `select *, ${rowNumber} hyalite_row from ${quoted(table)} order by hyalite_row`,
  ).map((record): VectorFeature => {
    const row = Number(record.hyalite_row);
    const blob = record[geometryColumn];
    const reading = blob instanceof Uint8Array ? readBlob(blob) : null;
    if (reading?.problem) {
      const { unsupportedType, reason } = reading.problem;
      const code = unsupportedType ? 'geometry-unsupported' : 'geometry-broken';
      findings.push(
        findingAt('reject', code, { ...place, row }, { params: { type: unsupportedType ?? '', reason } }),
      );
    }
    const attributes: Record<string, Cell> = {};
    for (const column of rest) {
      const name = String(column.name);
      const value = record[name];
      if (value instanceof Uint8Array) binary.set(name, (binary.get(name) ?? 0) + 1);
      attributes[name] = cellOf(value, String(column.type).toUpperCase());
    }
    return { row, geometry: reading?.geometry ?? null, attributes };
  });
  for (const [column, count] of binary) {
    findings.push(findingAt('warning', 'attribute-not-kept', { ...place, column }, { params: { count } }));
  }
  return { fields, features };
};

/**
 * One feature layer of a GeoPackage, features in order of their fid. A feature whose geometry is of an unread kind
 * or damaged is in `features` with geometry null and has a `reject` finding with its fid. Throws SurveyFileError:
 * file-missing, file-empty, file-truncated, file-damaged, layer-missing, layer-unnamed, layer-none.
 */
export const readGeopackage = async (file: string, options: GeopackageOptions): Promise<VectorLayer> => {
  const place = placeOf(file, options);
  const size = await checkFile(file, place);
  await checkWhole(file, size, place);
  const findings: Finding[] = [];
  try {
    return await withDatabase(file, place, findings, (database) => {
      const table = chooseTable(database, options.layer, place);
      const [geometry] = all(
        database,
        'select column_name, srs_id from gpkg_geometry_columns where table_name = ?',
        table,
      );
      const column = String(geometry?.column_name ?? 'geom');
      const { fields, features } = readFeatures(database, table, column, place, findings);
      return {
        file: place.file,
        layer: table,
        crs: crsOf(database, geometry?.srs_id),
        fields,
        features,
        findings,
      };
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR') {
      throw fileError('file-damaged', place, { params: { reason: error.message } }, error);
    }
    throw error;
  }
};
