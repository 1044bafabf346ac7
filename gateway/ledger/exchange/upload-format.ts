/** What a ledger is read from and written to. */
export const LEDGER_FORMATS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json; charset=utf-8',
  gpkg: 'application/geopackage+sqlite3',
} as const;
export type UploadFormat = keyof typeof LEDGER_FORMATS;

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const SQLITE = Buffer.from('SQLite format 3\0', 'latin1');

/** By what the file holds. @returns null: none of them */
export const uploadFormat = (bytes: Buffer): UploadFormat | null => {
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return 'xlsx';
  if (bytes.subarray(0, SQLITE.length).equals(SQLITE)) return 'gpkg';
  return /^\uFEFF?\s*\{/u.test(bytes.toString('utf8', 0, 256)) ? 'geojson' : null;
};
