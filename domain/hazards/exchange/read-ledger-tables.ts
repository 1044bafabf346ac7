import type { z } from 'zod';
import { contractIssues } from '../../contracts/contract-issues.ts';
import { type Evidence, evidenceSchema, type Hazard, hazardSchema } from '../../contracts/hazard.ts';
import type { ImportReject } from '../../contracts/ledger.ts';
import {
  EVIDENCE_COLUMNS,
  EVIDENCE_TABLE,
  HAZARD_COLUMNS,
  HAZARD_TABLE,
  MINE_HEADER,
  MOVED_HEADERS,
  PIECES_HEADER,
  PIECES_TABLE,
  VERSION_HEADER,
} from './ledger-tables.ts';
import { ORIGIN_HEADER } from './origin-mark.ts';
import { readBase, readEvidence, readHazard } from './read-hazard-row.ts';
import { readPieces } from './read-place.ts';
import { type RawTable, readRows, tableReject } from './read-rows.ts';
import type { RowReader } from './row-reader.ts';

/** A hazard of a file, and where it stands there. */
export interface ReadHazard {
  readonly sheet: string | null;
  readonly row: number;
  readonly hazard: Hazard;
  /** Number of the version it was exported from; null: the file does not say. */
  readonly base: number | null;
  /** What the file says of where it comes from (origin-mark.ts); null: nothing. */
  readonly mark: string | null;
}

export interface ReadLedger {
  /** Rows or features that were looked at. */
  readonly rows: number;
  readonly hazards: readonly ReadHazard[];
  readonly rejects: readonly ImportReject[];
}

/** Columns that may be left out. */
const NOT_REQUIRED: ReadonlySet<string> = new Set([
  ...[MINE_HEADER, VERSION_HEADER, ORIGIN_HEADER],
  ...MOVED_HEADERS,
]);
/** Sheets that say how to fill in the others. */
const NOTES_TABLES: ReadonlySet<string> = new Set(['填写说明']);

/** Evidence and pieces say of which mine's hazard they speak; a file of one mine need not. */
const createMineOf = (hazardRows: readonly RowReader[], mine: string) => {
  const mines = Map.groupBy(hazardRows, (row) => row.text('编号'));
  const distinct = (hazard: string | null): string[] => [
    ...new Set(mines.get(hazard)?.map((row) => row.text(MINE_HEADER) ?? mine)),
  ];
  /** @returns null: hazards of several mines have that id, and nobody can tell which is meant */
  return (row: RowReader, hazard: string | null): string | null => {
    const [of, ...others] = distinct(hazard);
    return row.text(MINE_HEADER) ?? (others.length > 0 ? null : (of ?? mine));
  };
};

/** Everything of a file's tables that is not read, and why. */
const tableFaults = (tables: readonly RawTable[]): ImportReject[] => {
  const rejects: ImportReject[] = [];
  const seen = new Set<string>();
  for (const { name, rows } of tables) {
    const known = name.trim();
    if (NOTES_TABLES.has(known) || rows.length === 0) continue;
    if (![HAZARD_TABLE, EVIDENCE_TABLE, PIECES_TABLE].includes(known))
      rejects.push(tableReject(name, '不认识这张表，没有读。', 'This table is not known and was not read.'));
    else if (seen.has(known))
      rejects.push(
        tableReject(
          name,
          `文件里已有一张“${known}”表，这一张没有读。`,
          `The file has another table ${known}; this one was not read.`,
        ),
      );
    seen.add(known);
  }
  if (!tables.some(({ name }) => name.trim() === HAZARD_TABLE))
    rejects.push(tableReject(HAZARD_TABLE, '文件里没有“隐患”表。', 'The file has no table 隐患.'));
  else if (!tables.some(({ name }) => name.trim() === EVIDENCE_TABLE))
    rejects.push(tableReject(EVIDENCE_TABLE, '文件里没有“证据”表。', 'The file has no table 证据.'));
  return rejects;
};

/**
 * The hazards of a file's tables. A row with any fault is left out whole, and every fault is told; a hazard one of whose pieces of evidence
 * is faulty is left out, too, for it would say less than the file does.
 * @param mine rows that name none are of it
 */
export const readLedgerTables = (tables: readonly RawTable[], mine: string): ReadLedger => {
  const rejects = tableFaults(tables);
  /** @returns null: the table is not there, or lacks columns, which is told */
  const rowsOf = (name: string, headers: readonly string[]) => {
    const table = tables.find((one) => one.name.trim() === name);
    // A column that is not there would be read as emptied; that of the mine, the version and the mark stands for itself.
    const required = headers.filter((one) => !NOT_REQUIRED.has(one));
    return table ? readRows(table, headers, required, rejects) : null;
  };
  const headersOf = (columns: readonly { header: string }[]): string[] => columns.map(({ header }) => header);
  const hazardRows =
    rowsOf(HAZARD_TABLE, [ORIGIN_HEADER, ...headersOf(HAZARD_COLUMNS), ...MOVED_HEADERS, VERSION_HEADER]) ??
    [];
  const evidenceRows = rowsOf(EVIDENCE_TABLE, [ORIGIN_HEADER, ...headersOf(EVIDENCE_COLUMNS)]);
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
  const mineOf = createMineOf(hazardRows, mine);
  const figures = readPieces(rowsOf(PIECES_TABLE, PIECES_HEADER) ?? [], mineOf);

  const keyOf = (of: string, id: string | null): string => JSON.stringify([of, id]);
  const evidence = new Map<string, Evidence[]>();
  const marks = new Map<string, string>();
  /** Hazards that lack a piece of evidence which could not be read, by the row of the first. */
  const lacking = new Map<string, number>();
  const ids = new Set(hazardRows.map((row) => keyOf(row.text(MINE_HEADER) ?? mine, row.text('编号'))));
  for (const row of evidenceRows) {
    const faults = rejects.length;
    row.rejectUnheaded();
    const id = row.required('隐患编号');
    const of = mineOf(row, id);
    const key = keyOf(of ?? mine, id);
    if (id !== '' && of === null)
      row.reject(
        MINE_HEADER,
        {
          zh: '几座矿都有这个编号的隐患，没有写是哪一座的。',
          en: 'Several mines have a hazard of this id, and it does not say whose it is.',
        },
        { zh: '写上矿山编号。', en: 'Write the id of the mine.' },
      );
    else if (id !== '' && !ids.has(key))
      row.reject(
        '隐患编号',
        { zh: '“隐患”表里没有这个编号。', en: 'The table 隐患 has no such id.' },
        { zh: '在“隐患”表里写上这条隐患。', en: 'Write the hazard into the table 隐患.' },
      );
    const piece = readEvidence(row, of ?? mine, figures);
    const read = rejects.length === faults && checked(evidenceSchema, piece, row, EVIDENCE_COLUMNS);
    const mark = row.text(ORIGIN_HEADER);
    if (mark) marks.set(key, mark);
    if (read) evidence.set(key, [...(evidence.get(key) ?? []), read]);
    else if (!lacking.has(key)) lacking.set(key, row.row);
  }

  const given = tables.find(({ name }) => name.trim() === HAZARD_TABLE)?.faults ?? [];
  const faultsOf = Map.groupBy(given, ({ row }) => row);
  const hazards: ReadHazard[] = [];
  const seen = new Map<string, number>();
  for (const row of hazardRows) {
    const faults = rejects.length;
    for (const { column, what, mend, value } of faultsOf.get(row.row) ?? [])
      row.reject(column, what, mend, value);
    row.rejectUnheaded();
    const [id, of] = [row.required('编号'), row.text(MINE_HEADER) ?? mine];
    const key = keyOf(of, id);
    const twice = seen.get(key);
    if (twice !== undefined)
      row.reject(
        '编号',
        { zh: `第 ${twice} 行已有这个编号。`, en: `Row ${twice} has this id already.` },
        { zh: '每条隐患只写一行。', en: 'Write each hazard in one row.' },
      );
    else if (id !== '') seen.set(key, row.row);
    const badPiece = lacking.get(key);
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
    const mark = row.text(ORIGIN_HEADER) ?? marks.get(key) ?? null;
    const hazard = { ...readHazard(row, of, figures), evidence: evidence.get(key) ?? [] };
    const read = rejects.length === faults && checked(hazardSchema, hazard, row, HAZARD_COLUMNS);
    if (read) hazards.push({ sheet: HAZARD_TABLE, row: row.row, hazard: read, base, mark });
  }
  for (const row of figures.unused())
    row.reject(
      '隐患编号',
      {
        zh: '没有哪条隐患或证据的图形写着“见“图形续””，这一段没有用上。',
        en: 'No hazard or evidence has its figure in this table: the piece was not used.',
      },
      {
        zh: '核对隐患编号、证据编号和矿山，或删去这一行。',
        en: 'Check the ids of hazard, evidence and mine, or delete the row.',
      },
    );
  return { rows: hazardRows.length + evidenceRows.length, hazards, rejects };
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
