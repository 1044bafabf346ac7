import type { Cell, Table, VectorGeometry, VectorLayer } from '../read/read-result.ts';

/** One row of a table or one feature of a vector file: attributes and, where the file has one, a shape. */
export interface SurveyRecord {
  /** What the user finds again: line, sheet row or feature number. */
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly geometry: VectorGeometry | null;
}

/** Tables and vector layers seen alike, so that every layer reads either. */
export interface RecordSet {
  readonly file: string;
  readonly headers: readonly string[];
  readonly records: readonly SurveyRecord[];
}

export const recordsOfTable = (table: Table): RecordSet => ({
  file: table.file,
  headers: table.headers,
  records: table.rows.map((row) => ({ row: row.line, cells: row.cells, geometry: null })),
});

export const recordsOfLayer = (layer: VectorLayer): RecordSet => ({
  file: layer.file,
  headers: layer.fields,
  records: layer.features.map((feature) => ({
    row: feature.row,
    cells: layer.fields.map((field) => feature.attributes[field] ?? null),
    geometry: feature.geometry,
  })),
});
