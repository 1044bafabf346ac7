import readWorkbook, { type Sheet } from 'read-excel-file/node';
import type { Finding } from '../../domain/contracts/finding.ts';
import { readBytes } from './file-bytes.ts';
import { fileError, findingAt, placeOf, type ReadOptions } from './finding-place.ts';
import type { Cell, Table } from './read-result.ts';
import { shapeTable } from './table-shape.ts';

export interface WorkbookOptions extends ReadOptions {
  /** Left out: the first sheet, with a note when there are others. */
  readonly sheet?: string;
}

/** A date without a time of day is written as a date alone. */
const isoOf = (date: Date): string => {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace(/\.000Z$/, '').replace(/Z$/, '');
};

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return isoOf(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
};

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase();

/**
 * One sheet of an XLSX workbook; dates become ISO text (Excel knows no time zone, so none is written). `line` is the
 * row number in the sheet. Throws SurveyFileError: file-missing, file-empty, workbook-unreadable, sheet-missing
 * (listing the sheets there are), table-empty.
 */
export const readWorkbookTable = async (file: string, options: WorkbookOptions): Promise<Table> => {
  const place = placeOf(file, options);
  const bytes = await readBytes(file, place);
  const findings: Finding[] = [];
  let sheets: Sheet[];
  try {
    sheets = await readWorkbook(bytes, { trim: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fileError('workbook-unreadable', place, { params: { reason } }, error);
  }
  const names = sheets.map((each) => each.sheet);
  const { sheet } = options;
  const chosen =
    sheet === undefined
      ? sheets[0]
      : (sheets.find((each) => each.sheet === sheet) ?? sheets.find((each) => sameName(each.sheet, sheet)));
  if (!chosen) {
    throw fileError('sheet-missing', place, { value: sheet ?? '', params: { sheets: names.join(', ') } });
  }
  if (sheet === undefined && sheets.length > 1) {
    const params = { chosen: chosen.sheet, sheets: names.join(', ') };
    findings.push(findingAt('note', 'sheet-chosen', place, { params }));
  }
  const rows = chosen.data.map((row, index) => ({ line: index + 1, cells: row.map(cellOf) }));
  return shapeTable(rows, place, findings, 'padded');
};
