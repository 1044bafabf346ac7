import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import wkx from 'wkx';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { geometryOf, placeOfGeometry } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import {
  EVIDENCE_TABLE,
  HAZARD_TABLE,
  ledgerTables,
  type MarkOf,
  MOVED_HEADERS,
  type MovedOf,
  NO_MARK,
  NO_VERSION,
  VERSION_HEADER,
  type VersionOf,
} from '../../../domain/hazards/exchange/ledger-tables.ts';
import { PLACE_WORDS } from '../../../domain/hazards/exchange/ledger-words.ts';
import type { CellFault, RawTable } from '../../../domain/hazards/exchange/read-rows.ts';
import type { RawCell } from '../../../domain/hazards/exchange/row-reader.ts';
import { wellKnownText } from '../../../domain/hazards/exchange/well-known-text.ts';
import { systemFaults, systemIdOf } from './geopackage-system.ts';

const GEOMETRY = 'geom';
const ROW_ID = 'fid';
/** Instead of these the geometry says where a hazard is. */
const DRAWN = ['经度', '纬度', '图形'];
const NUMBERS: ReadonlySet<string> = new Set([
  ...['资金', '目标值', '验收值', '经度', '纬度', '顶标高', '底标高'],
  MOVED_HEADERS[0],
  VERSION_HEADER,
]);
const MOST_ROWS = 200_000;

/** The tables that make a SQLite file a GeoPackage (OGC 12-128r19, 1.1 and 2.1), with the systems every one must name. */
const FRAME = `
PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES
  ('${HAZARD_TABLE}', 'features', '${HAZARD_TABLE}', 4326), ('${EVIDENCE_TABLE}', 'attributes', '${EVIDENCE_TABLE}', 0);
INSERT INTO gpkg_geometry_columns VALUES ('${HAZARD_TABLE}', '${GEOMETRY}', 'GEOMETRY', 4326, 0, 0);`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const columnsSql = (names: readonly string[]): string =>
  names.map((name) => `${quoted(name)} ${NUMBERS.has(name) ? 'REAL' : 'TEXT'}`).join(', ');

/** GeoPackage binary: "GP", version 0, little-endian without envelope, the system's number, WKB. */
const blobOf = (hazard: Hazard): Buffer | null => {
  const geometry = geometryOf(hazard.place);
  if (!geometry) return null;
  const head = Buffer.from([0x47, 0x50, 0, 0x01, 0, 0, 0, 0]);
  head.writeInt32LE(4326, 4);
  return Buffer.concat([head, wkx.Geometry.parseGeoJSON(geometry).toWkb()]);
};

/** @param folder where the file is made, and gone from afterwards */
export const ledgerGeoPackage = async (
  hazards: readonly Hazard[],
  folder: string,
  versionOf: VersionOf = NO_VERSION,
  markOf: MarkOf = NO_MARK,
  movedOf: MovedOf | null = null,
): Promise<Buffer> => {
  const file = join(folder, `${randomUUID()}.gpkg`);
  const [hazardTable, evidenceTable] = ledgerTables(
    hazards,
    Number.POSITIVE_INFINITY,
    versionOf,
    markOf,
    movedOf,
  );
  try {
    const db = new DatabaseSync(file);
    try {
      // Nobody else sees the file before it is whole, and if it is lost it is made again.
      db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
      db.exec(FRAME);
      const told = hazardTable!.header.flatMap((name, i) => (DRAWN.includes(name) ? [] : [i]));
      const names = told.map((i) => hazardTable!.header[i]!);
      db.exec(
        `CREATE TABLE ${HAZARD_TABLE} (${ROW_ID} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${GEOMETRY} GEOMETRY, ${columnsSql(names)});
         CREATE TABLE ${EVIDENCE_TABLE} (${ROW_ID} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${columnsSql(evidenceTable!.header)});
         BEGIN`,
      );
      const places = (n: number) => Array.from({ length: n }, () => '?').join(', ');
      const addHazard = db.prepare(
        `INSERT INTO ${HAZARD_TABLE} (${GEOMETRY}, ${names.map(quoted).join(', ')}) VALUES (${places(names.length + 1)})`,
      );
      for (const [i, row] of hazardTable!.rows.entries())
        addHazard.run(blobOf(hazards[i]!), ...told.map((k) => row[k] ?? null));
      const addEvidence = db.prepare(
        `INSERT INTO ${EVIDENCE_TABLE} (${evidenceTable!.header.map(quoted).join(', ')}) VALUES (${places(evidenceTable!.header.length)})`,
      );
      for (const row of evidenceTable!.rows) addEvidence.run(...row);
      db.exec('COMMIT');
    } finally {
      db.close();
    }
    return await readFile(file);
  } finally {
    await rm(file, { force: true });
  }
};

/** Bytes of the envelope by the flags of a GeoPackage binary; others are none. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/** The cells 位置类型, 经度, 纬度 and 图形 of a geometry. */
const cellsOfBlob = (blob: Uint8Array): Record<string, RawCell> => {
  const bytes = Buffer.from(blob);
  const envelope = ENVELOPE_BYTES[((bytes[3] ?? 0) >> 1) & 7];
  if (bytes.toString('latin1', 0, 2) !== 'GP' || envelope === undefined)
    return { 图形: '(not a GeoPackage geometry)' };
  const geometry = wkx.Geometry.parse(bytes.subarray(8 + envelope)).toGeoJSON() as {
    type: string;
    coordinates: unknown;
  };
  const place = placeOfGeometry(geometry) as Exclude<Hazard['place'], { kind: 'feature' }> | null;
  if (!place) return { 图形: geometry.type };
  if (place.kind === 'point') return { 位置类型: PLACE_WORDS.point, 经度: place.at[0], 纬度: place.at[1] };
  return { 位置类型: PLACE_WORDS[place.kind], 图形: wellKnownText(place) };
};

const cellOf = (value: SQLOutputValue | undefined): RawCell =>
  typeof value === 'bigint' ? Number(value) : value instanceof Uint8Array ? '(binary)' : (value ?? null);

/** The file holds more than can be read at once: half of it would be taken for the whole. */
export class TooManyRows extends Error {
  constructor(table: string, most: number) {
    super(`its table ${table} has more than ${most} rows`);
    this.name = 'TooManyRows';
  }
}

const readTable = (db: DatabaseSync, name: string, mostRows: number): RawTable => {
  const columns = db
    .prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid')
    .all(name)
    .map((row) => String(row['name']))
    .filter((column) => column !== ROW_ID);
  const isDrawn = name === HAZARD_TABLE && columns.includes(GEOMETRY);
  const told = columns.filter((column) => column !== GEOMETRY);
  const header = isDrawn ? [...told, ...DRAWN.filter((one) => !told.includes(one))] : told;
  const found = db
    .prepare(
      `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)} ORDER BY rowid LIMIT ${mostRows + 1}`,
    )
    .all();
  if (found.length > mostRows) throw new TooManyRows(name, mostRows);
  const faultOf = systemFaults(db);
  const faults: CellFault[] = [];
  const rows = found.map((row, i) => {
    const blob = row[GEOMETRY];
    const drawn = blob instanceof Uint8Array ? cellsOfBlob(blob) : {};
    const system = blob instanceof Uint8Array ? systemIdOf(blob) : null;
    const fault = system === null ? null : faultOf(system);
    // The header is row 1.
    if (isDrawn && fault) faults.push({ ...fault, row: i + 2 });
    return header.map((column) => drawn[column] ?? cellOf(row[column]));
  });
  return { name, rows: [header, ...rows], faults };
};

/**
 * The ledger's tables of a GeoPackage of whatever origin: nothing of its schema is run, for views, virtual tables and triggers are not
 * looked at. @throws Error where the file is no SQLite database @throws TooManyRows
 */
export const readGeoPackage = (file: string, mostRows = MOST_ROWS): RawTable[] => {
  const db = new DatabaseSync(file, { readOnly: true, allowExtension: false });
  try {
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0');
    const names = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name IN (?, ?) ORDER BY rowid`,
      )
      .all(HAZARD_TABLE, EVIDENCE_TABLE)
      .map((row) => String(row['name']));
    return names.map((name) => readTable(db, name, mostRows));
  } finally {
    db.close();
  }
};
