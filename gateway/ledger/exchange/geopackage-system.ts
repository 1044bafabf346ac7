import type { DatabaseSync } from 'node:sqlite';
import type { CellFault } from '../../../domain/hazards/exchange/read-rows.ts';

/** Degrees of these are degrees of WGS 84 to within a metre: WGS 84 itself and CGCS2000, the national system. */
const TAKEN: ReadonlySet<string> = new Set(['EPSG 4326', 'EPSG 4490']);

/** The system a GeoPackage binary says its coordinates are in, by the file's own number (OGC 12-128r19, 2.1.3). */
export const systemIdOf = (blob: Uint8Array): number | null => {
  if (blob.length < 8) return null;
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  return view.getInt32(4, (view.getUint8(3) & 1) === 1);
};

/**
 * Says of a system of this file, by its number there, why its coordinates cannot be taken; null: they can.
 * Coordinates of another datum look like degrees of WGS 84 and lie hundreds of metres off.
 */
export const systemFaults = (db: DatabaseSync): ((id: number) => Omit<CellFault, 'row'> | null) => {
  const isTable = db
    .prepare(
      `SELECT 1 FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name = 'gpkg_spatial_ref_sys'`,
    )
    .get();
  const named = isTable
    ? db.prepare(
        'SELECT srs_name, organization, organization_coordsys_id AS code FROM gpkg_spatial_ref_sys WHERE srs_id = ?',
      )
    : null;
  const known = new Map<number, Omit<CellFault, 'row'> | null>();
  const look = (id: number): Omit<CellFault, 'row'> | null => {
    const row = named?.get(id);
    const code = row && `${String(row['organization']).toUpperCase()} ${String(row['code'])}`;
    if (code && TAKEN.has(code)) return null;
    return {
      column: 'geom',
      value: row ? `${code} ${String(row['srs_name'])}`.slice(0, 200) : `srs_id ${id}`,
      what: {
        zh: '图形不是 WGS 84 或 CGCS2000 经纬度，直接读会偏移。',
        en: 'Its coordinates are not degrees of WGS 84 or CGCS2000: read as such they would lie elsewhere.',
      },
      mend: {
        zh: '在 GIS 软件里把图层转换到 EPSG:4326，再导出 GeoPackage。',
        en: 'Transform the layer to EPSG:4326 in a GIS and export the GeoPackage again.',
      },
    };
  };
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const fault = look(id);
    known.set(id, fault);
    return fault;
  };
};
