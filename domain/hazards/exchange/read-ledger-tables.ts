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
} from './ledger-tables.ts';
import {
  CATEGORY_WORDS,
  DIRECTION_WORDS,
  METHOD_WORDS,
  SAYS_WORDS,
  STATE_WORDS,
  valueOfWord,
} from './ledger-words.ts';
import { type Figures, figureKey, readPieces, readPlace } from './read-place.ts';
import { createRowReader, type RawCell, type RowReader } from './row-reader.ts';

/** A table as it lies in somebody's file: the header first. */
export interface RawTable {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
}

/** A hazard of a file, and where it stands there. */
export interface ReadHazard {
  readonly sheet: string | null;
  readonly row: number;
  readonly hazard: Hazard;
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
  const rowsOf = (name: string, headers: readonly string[], required: readonly string[]): RowReader[] => {
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

  const hazardRows = rowsOf(
    HAZARD_TABLE,
    HAZARD_COLUMNS.map(({ header }) => header),
    ['编号', '名称'],
  );
  const evidenceRows = rowsOf(
    EVIDENCE_TABLE,
    EVIDENCE_COLUMNS.map(({ header }) => header),
    ['隐患编号', '证据编号'],
  );
  const figures = readPieces(rowsOf(PIECES_TABLE, PIECES_HEADER, PIECES_HEADER));

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

  const hazards: ReadHazard[] = [];
  const seen = new Map<string, number>();
  for (const row of hazardRows) {
    const faults = rejects.length;
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
    const hazard = { ...readHazard(row, mine, figures), evidence: evidence.get(id) ?? [] };
    const read = rejects.length === faults && checked(hazardSchema, hazard, row, HAZARD_COLUMNS);
    if (read) hazards.push({ sheet: HAZARD_TABLE, row: row.row, hazard: read });
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
): RowReader[] => {
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
    });
  if (missing.length > 0) return [];
  return rest.flatMap((cells, i) =>
    cells.every((cell) => cell === null || cell === undefined || String(cell).trim() === '')
      ? []
      : [createRowReader({ sheet: name, row: i + 2, header, cells, rejects })],
  );
};

/** All of some columns, or null where none is filled in; where only some are, the others are told as missing. */
const allOrNone = <T>(row: RowReader, headers: readonly string[], read: () => T): T | null => {
  if (row.isEmpty(...headers)) return null;
  for (const header of headers) if (row.isEmpty(header)) row.required(header);
  return read();
};

const readHazard = (row: RowReader, mine: string, figures: Figures): object => {
  const category = row.required('类别');
  const required = <V>(header: string, value: V | null): V | null => {
    if (value === null && row.isEmpty(header)) row.required(header);
    return value;
  };
  return {
    id: row.text('编号'),
    mine: row.text('矿山') ?? mine,
    title: row.required('名称'),
    category: valueOfWord(CATEGORY_WORDS, category) ?? category,
    place: readPlace(row, figures.get(figureKey(row.text('编号'), null)), true),
    ...(!row.isEmpty('顶标高', '底标高') && {
      elevation: { top: row.number('顶标高'), bottom: row.number('底标高') },
    }),
    found: {
      on: required('发现日期', row.day('发现日期')),
      how: required('发现方式', row.word('发现方式', METHOD_WORDS)),
      by: row.required('发现人'),
    },
    fiveFixed: {
      responsible: allOrNone(row, ['责任人', '责任部门'], () => ({
        person: row.text('责任人'),
        department: row.text('责任部门'),
      })),
      measure: row.text('治理措施'),
      funding: allOrNone(row, ['资金', '币种', '资金来源'], () => ({
        amount: row.number('资金'),
        currency: row.text('币种'),
        source: row.text('资金来源'),
      })),
      deadline: row.day('期限'),
      contingencyPlan: row.text('应急预案'),
    },
    treatment: {
      target: allOrNone(row, ['目标指标', '目标方向', '目标值', '目标单位'], () => ({
        metric: row.text('目标指标'),
        value: row.number('目标值'),
        unit: row.text('目标单位'),
        direction: row.word('目标方向', DIRECTION_WORDS),
      })),
      begun: row.day('治理开始日'),
      accepted: allOrNone(row, ['验收指标', '验收值', '验收单位', '验收日期', '验收人'], () => ({
        metric: row.text('验收指标'),
        value: row.number('验收值'),
        unit: row.text('验收单位'),
        on: row.day('验收日期'),
        by: row.text('验收人'),
      })),
    },
    state: required('状态', row.word('状态', STATE_WORDS)),
  };
};

const readEvidence = (row: RowReader, figures: Figures): object => {
  for (const header of ['方法', '日期', '结论']) if (row.isEmpty(header)) row.required(header);
  return {
    id: row.required('证据编号'),
    method: row.word('方法', METHOD_WORDS),
    on: row.day('日期'),
    author: row.required('提交人'),
    says: row.word('结论', SAYS_WORDS),
    finding: row.required('说明'),
    place: readPlace(row, figures.get(figureKey(row.text('隐患编号'), row.text('证据编号'))), false),
    file: row.text('附件'),
    replaces: row.text('更正证据'),
  };
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
