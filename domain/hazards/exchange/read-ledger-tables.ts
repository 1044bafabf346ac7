import type { z } from 'zod';
import { contractIssues } from '../../contracts/contract-issues.ts';
import { type Evidence, evidenceSchema, type Hazard, hazardSchema } from '../../contracts/hazard.ts';
import type { ImportReject } from '../../contracts/ledger.ts';
import {
  EVIDENCE_COLUMNS,
  EVIDENCE_TABLE,
  HAZARD_COLUMNS,
  HAZARD_TABLE,
  PIECES_HEADER,
  PIECES_TABLE,
  VERSION_HEADER,
} from './ledger-tables.ts';
import { ORIGIN_HEADER } from './origin-mark.ts';
import { readBase, readEvidence, readHazard } from './read-hazard-row.ts';
import { readPieces } from './read-place.ts';
import { createRowReader, type RawCell, type RowReader } from './row-reader.ts';

/** What is wrong with a row and cannot be told from its cells. */
export interface CellFault extends Pick<ImportReject, 'column' | 'value' | 'what' | 'mend'> {
  /** As the program that shows the table counts them: the header is 1. */
  readonly row: number;
}

/** A table as it lies in somebody's file: the header first. */
export interface RawTable {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly faults?: readonly CellFault[];
}

/** A hazard of a file, and where it stands there. */
export interface ReadHazard {
  readonly sheet: string | null;
  readonly row: number;
  readonly hazard: Hazard;
  /** Number of the version it was exported from; null: the file does not say. */
  readonly base: number | null;
}

export interface ReadLedger {
  /** Rows or features that were looked at. */
  readonly rows: number;
  readonly hazards: readonly ReadHazard[];
  readonly rejects: readonly ImportReject[];
}

/** Sheets that say how to fill in the others. */
const NOTES_TABLES: ReadonlySet<string> = new Set(['填写说明']);

/**
 * The hazards of a file's tables. A row with any fault is left out whole, and every fault is told; a hazard one of whose pieces of evidence
 * is faulty is left out, too, for it would say less than the file does.
 * @param mine rows that name none are of it
 */
export const readLedgerTables = (tables: readonly RawTable[], mine: string): ReadLedger => {
  const rejects: ImportReject[] = [];
  /** @returns null: the table is there and lacks columns, which is told */
  const rowsOf = (name: string, headers: readonly string[], required: readonly string[]) => {
    const table = tables.find((one) => one.name.trim() === name);
    return table ? readRows(table, headers, required, rejects) : [];
  };
  for (const { name, rows } of tables)
    if (
      ![HAZARD_TABLE, EVIDENCE_TABLE, PIECES_TABLE].includes(name.trim()) &&
      !NOTES_TABLES.has(name.trim()) &&
      rows.length > 0
    )
      rejects.push(tableReject(name, '不认识这张表，没有读。', 'This table is not known and was not read.'));
  if (!tables.some(({ name }) => name.trim() === HAZARD_TABLE))
    rejects.push(tableReject(HAZARD_TABLE, '文件里没有“隐患”表。', 'The file has no table 隐患.'));

  // A column that is not there would be read as emptied.
  const hazardHeaders = HAZARD_COLUMNS.map(({ header }) => header);
  const hazardRows =
    rowsOf(
      HAZARD_TABLE,
      [ORIGIN_HEADER, ...hazardHeaders, VERSION_HEADER],
      hazardHeaders.filter((header) => header !== '矿山'),
    ) ?? [];
  const evidenceHeaders = EVIDENCE_COLUMNS.map(({ header }) => header);
  const evidenceRows = rowsOf(EVIDENCE_TABLE, [ORIGIN_HEADER, ...evidenceHeaders], evidenceHeaders);
  if (evidenceRows === null) {
    rejects.push(
      tableReject(
        HAZARD_TABLE,
        '“证据”表没有读，所以隐患也没有读：它们的证据会丢失。',
        'The table 证据 was not read, and so neither are the hazards: they would lose their evidence.',
      ),
    );
    return { rows: hazardRows.length, hazards: [], rejects };
  }
  const figures = readPieces(rowsOf(PIECES_TABLE, PIECES_HEADER, PIECES_HEADER) ?? []);

  const evidence = new Map<string, Evidence[]>();
  /** Hazards that lack a piece of evidence which could not be read, by the row of the first. */
  const lacking = new Map<string, number>();
  const ids = new Set(hazardRows.map((row) => row.text('编号')));
  for (const row of evidenceRows) {
    const faults = rejects.length;
    const of = row.required('隐患编号');
    if (of !== '' && !ids.has(of))
      row.reject(
        '隐患编号',
        { zh: '“隐患”表里没有这个编号。', en: 'The table 隐患 has no such id.' },
        { zh: '在“隐患”表里写上这条隐患。', en: 'Write the hazard into the table 隐患.' },
      );
    const piece = readEvidence(row, figures);
    const read = rejects.length === faults && checked(evidenceSchema, piece, row, EVIDENCE_COLUMNS);
    if (read) evidence.set(of, [...(evidence.get(of) ?? []), read]);
    else if (!lacking.has(of)) lacking.set(of, row.row);
  }

  const given = tables.find(({ name }) => name.trim() === HAZARD_TABLE)?.faults ?? [];
  const faultsOf = Map.groupBy(given, ({ row }) => row);
  const hazards: ReadHazard[] = [];
  const seen = new Map<string, number>();
  for (const row of hazardRows) {
    const faults = rejects.length;
    for (const { column, what, mend, value } of faultsOf.get(row.row) ?? [])
      row.reject(column, what, mend, value);
    const id = row.required('编号');
    const twice = seen.get(id);
    if (twice !== undefined)
      row.reject(
        '编号',
        { zh: `第 ${twice} 行已有这个编号。`, en: `Row ${twice} has this id already.` },
        { zh: '每条隐患只写一行。', en: 'Write each hazard in one row.' },
      );
    else if (id !== '') seen.set(id, row.row);
    const badPiece = lacking.get(id);
    if (badPiece !== undefined)
      row.reject(
        '编号',
        {
          zh: `它的一条证据（“证据”表第 ${badPiece} 行）没有读进来。`,
          en: `A piece of its evidence (table 证据, row ${badPiece}) could not be read.`,
        },
        { zh: '先改正那一行。', en: 'Mend that row first.' },
      );
    const base = readBase(row);
    const hazard = { ...readHazard(row, mine, figures), evidence: evidence.get(id) ?? [] };
    const read = rejects.length === faults && checked(hazardSchema, hazard, row, HAZARD_COLUMNS);
    if (read) hazards.push({ sheet: HAZARD_TABLE, row: row.row, hazard: read, base });
  }
  return { rows: hazardRows.length + evidenceRows.length, hazards, rejects };
};

const tableReject = (sheet: string, zh: string, en: string): ImportReject => ({
  ...{ sheet, row: null, column: null, value: null, what: { zh, en } },
  mend: { zh: '用下载的模板填写。', en: 'Fill in the template that can be downloaded.' },
});

const readRows = (
  { name, rows: [first = [], ...rest] }: RawTable,
  headers: readonly string[],
  required: readonly string[],
  rejects: ImportReject[],
): RowReader[] | null => {
  const header = new Map<string, number>();
  for (const [i, cell] of first.entries()) {
    const title = String(cell ?? '').trim();
    if (title === '') continue;
    const isKnown = headers.includes(title) && !header.has(title);
    if (isKnown) header.set(title, i);
    else
      rejects.push({
        ...tableReject(
          name,
          '不认识这一列，或它出现了两次，没有读。',
          'This column is not known, or stands here twice, and was not read.',
        ),
        ...{ row: 1, column: title },
      });
  }
  const missing = required.filter((title) => !header.has(title));
  for (const title of missing)
    rejects.push({
      ...tableReject(name, '缺少这一列，整张表没有读。', 'This column is missing; the table was not read.'),
      column: title,
      mend: {
        zh: '补上这一列，没有内容的格子留空：空格子会清空台账里的值，缺列不会。',
        en: 'Add the column and leave cells empty where there is nothing: an empty cell empties what the ledger has, a missing column does not.',
      },
    });
  if (missing.length > 0) return null;
  return rest.flatMap((cells, i) =>
    cells.every((cell) => cell === null || cell === undefined || String(cell).trim() === '')
      ? []
      : [createRowReader({ sheet: name, row: i + 2, header, cells, rejects })],
  );
};

/** The column a path within a hazard or a piece of evidence stands in. */
export const headerOfPath = (
  columns: readonly { header: string; path: string }[],
  path: string,
): string | null => {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length--) {
    const start = parts.slice(0, length).join('.');
    const found =
      columns.find((one) => one.path === start) ??
      columns.find((one) => /^place\.(rings|line)/u.test(path) && one.path === 'place.wkt') ??
      columns.find((one) => one.path.startsWith(`${start}.`));
    if (found) return found.header;
  }
  return null;
};

const checked = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  row: RowReader,
  columns: readonly { header: string; path: string }[],
): z.output<S> | null => {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  for (const { path, message } of contractIssues(schema, value))
    row.reject(
      headerOfPath(columns, path.join('.')),
      { zh: `不合要求：${message.zh}`, en: `It does not fit: ${message.en}` },
      {
        zh: '按“填写说明”改正。',
        en: 'Mend it as the sheet 填写说明 says.',
      },
    );
  return null;
};
