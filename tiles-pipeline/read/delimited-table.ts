import { CsvError, type Info } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Finding } from '../../domain/contracts/finding.ts';
import { chooseDelimiter, type Delimiter } from './delimiter.ts';
import { readBytes } from './file-bytes.ts';
import { type FindingPlace, fileError, findingAt, placeOf, type ReadOptions } from './finding-place.ts';
import type { Table } from './read-result.ts';
import { shapeTable } from './table-shape.ts';
import { decodeText, type TextEncoding } from './text-encoding.ts';

export interface DelimitedOptions extends ReadOptions {
  readonly encoding?: TextEncoding;
  readonly delimiter?: Delimiter;
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: Info;
}

const lineBreaksIn = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

const parseRecords = (text: string, delimiter: Delimiter, place: FindingPlace): ParsedRecord[] => {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      // A lone quote inside a plain cell (5" pipe) is text, not the start of a quoted cell.
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined;
    throw fileError('csv-quotes', { ...place, row: line }, { params: { reason: error.code } }, error);
  }
};

/**
 * A CSV, TSV or semicolon table; encoding and delimiter found from the bytes unless given. The first record is the
 * header. A quoted cell may span lines: `line` is the first physical line of its record. Throws SurveyFileError
 * (file-missing, file-empty, encoding-bad-byte, csv-quotes, table-empty); rows of another length are rejected.
 */
export const readDelimitedTable = async (file: string, options: DelimitedOptions): Promise<Table> => {
  const place = placeOf(file, options);
  const bytes = await readBytes(file, place);
  const decoded = decodeText(bytes, { ...place, encoding: options.encoding });
  // csv-parse counts a CRLF inside quotes as two lines; with one kind of line break its count is the editor's.
  const text = decoded.text.replace(/\r\n?/gu, '\n');
  const chosen = options.delimiter ?? chooseDelimiter(text);
  const findings: Finding[] = [...decoded.findings];
  if (chosen === null) findings.push(findingAt('note', 'delimiter-none', place));
  const records = parseRecords(text, chosen ?? ',', place);
  const rows = records.map(({ record, info }) => ({
    line: info.lines - lineBreaksIn(record),
    cells: record,
  }));
  return shapeTable(rows, place, findings, 'exact');
};
