import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import {
  EVIDENCE_COLUMNS,
  EVIDENCE_TABLE,
  HAZARD_COLUMNS,
  HAZARD_TABLE,
  ledgerTables,
  type MarkOf,
  MOVED_HEADERS,
  MOVED_NOTE,
  type MovedOf,
  NO_MARK,
  NO_VERSION,
  VERSION_HEADER,
  VERSION_NOTE,
  type VersionOf,
} from '../../../domain/hazards/exchange/ledger-tables.ts';
import type { RawTable } from '../../../domain/hazards/exchange/read-rows.ts';
import type { RawCell } from '../../../domain/hazards/exchange/row-reader.ts';
import type { MajorSheet } from '../../../domain/major-hazards/major-tables.ts';

/** A cell of a workbook holds 32 767 characters; escapes need some of them. */
const LONGEST_CELL = 30_000;
const NOTES_SHEET = '填写说明';

/**
 * Text that looks like an escape of SpreadsheetML is escaped itself (ECMA-376, ST_Xstring). So is the first letter of what an object has by
 * itself ("constructor"): write-excel-file keeps its strings as keys of one.
 */
const escaped = (text: string): string =>
  text in {}
    ? `_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${text.slice(1)}`
    : text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');

const cell = (value: string | number | null) =>
  typeof value === 'string'
    ? { value: escaped(value), type: String, wrap: value.length > 40, alignVertical: 'top' as const }
    : value === null
      ? null
      : { value, type: Number, alignVertical: 'top' as const };
const title = (value: string) => ({
  value,
  fontWeight: 'bold' as const,
  backgroundColor: '#DDE7EE',
  alignVertical: 'center' as const,
});

const notes = () => ({
  sheet: NOTES_SHEET,
  stickyRowsCount: 1,
  columns: [{ width: 10 }, { width: 14 }, { width: 80 }],
  data: [
    ['表', '列', '说明'].map(title),
    ...HAZARD_COLUMNS.map(({ header, note }) => [HAZARD_TABLE, header, note].map(cell)),
    ...MOVED_HEADERS.map((header) => [HAZARD_TABLE, header, MOVED_NOTE].map(cell)),
    [HAZARD_TABLE, VERSION_HEADER, VERSION_NOTE].map(cell),
    ...EVIDENCE_COLUMNS.map(({ header, note }) => [EVIDENCE_TABLE, header, note].map(cell)),
  ],
});

const sheetOf = ({ name, header, rows }: MajorSheet) => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: header.map((one) => ({ width: Math.max(12, one.length * 2.2) })),
  data: [header.map(title), ...rows.map((row) => row.map(cell))],
});

/** A ledger as a workbook, with how to fill it in; of no hazards it is the template. */
export const ledgerWorkbook = async (
  hazards: readonly Hazard[],
  versionOf: VersionOf = NO_VERSION,
  markOf: MarkOf = NO_MARK,
  movedOf: MovedOf | null = null,
): Promise<Buffer> => {
  const sheets = ledgerTables(hazards, LONGEST_CELL, versionOf, markOf, movedOf)
    .filter(({ name, rows }) => rows.length > 0 || name === HAZARD_TABLE || name === EVIDENCE_TABLE)
    .map(sheetOf);
  return writeXlsxFile([...sheets, notes()]).toBuffer();
};

/** Sheets as they are, as a workbook. */
export const sheetsWorkbook = (sheets: readonly MajorSheet[]): Promise<Buffer> =>
  writeXlsxFile(sheets.map(sheetOf)).toBuffer();

/** @throws Error where the file is no workbook */
export const readWorkbook = async (bytes: Buffer): Promise<RawTable[]> =>
  (await readXlsxFile(bytes)).map(({ sheet, data }) => ({ name: sheet, rows: data as RawCell[][] }));
