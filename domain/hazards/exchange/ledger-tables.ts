import type { Evidence, Hazard, HazardPlace } from '../../contracts/hazard.ts';
import type { MovedDeadline } from '../../contracts/moved-deadline.ts';
import {
  CATEGORY_WORDS,
  categoryWord,
  DIRECTION_WORDS,
  METHOD_WORDS,
  PLACE_WORDS,
  SAYS_WORDS,
  STATE_WORDS,
} from './ledger-words.ts';
import { markedOrigin } from './origin-mark.ts';
import { wellKnownText } from './well-known-text.ts';

/** What a cell holds. Days are YYYY-MM-DD. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

/** A table of the ledger: a sheet of a workbook, a table of a GeoPackage. */
export interface LedgerTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

export interface Column<T> {
  readonly header: string;
  /** Path within what the row is of, as refusals and the schema name it. */
  readonly path: string;
  readonly cell: (of: T) => Cell;
  /** Said of it in the template. */
  readonly note: string;
}

export interface EvidenceOf {
  readonly hazard: string;
  /** Ids of hazards are their mines' own: of a county's ledger the mine belongs to them. */
  readonly mine: string;
  readonly evidence: Evidence;
}

export const HAZARD_TABLE = '隐患';
export const EVIDENCE_TABLE = '证据';
/** Which version of the mine's ledger a row was exported from: so that nobody's later words are overwritten by an old file. */
export const VERSION_HEADER = '版本';
export const VERSION_NOTE = '导出时的版本号，不要改；新隐患不填。台账里已有更新的版本时，这一行不会被接受';
/** How often the deadline was moved and what it was first: told by an export, passed over when read, for it follows from the versions. */
export const MOVED_HEADERS = ['期限已改次数', '最初期限'] as const;
export const MOVED_NOTE = '导出时由各版本算出，导入时不读，不要填';
/** How a hazard's deadline was moved; null: never. */
export type MovedOf = (hazard: Hazard) => MovedDeadline | null;
/** Number of a hazard's version; null: it is of none. */
export type VersionOf = (hazard: Hazard) => number | null;
export const NO_VERSION: VersionOf = () => null;
/** What is said of where a hazard comes from, wherever it is shown; null: nothing. */
export type MarkOf = (hazard: Hazard) => string | null;
export const NO_MARK: MarkOf = () => null;

/** Pieces of figures that are longer than a cell may be. */
export const PIECES_TABLE = '图形续';
export const PIECES_HEADER = ['隐患编号', '证据编号', '段', 'WKT', '矿山'] as const;
/** Of which mine's hazard a row speaks, in every table; a file need not have it, and where it is empty it is the mine imported to. */
export const MINE_HEADER = '矿山';
/** In a cell for a figure that lies in PIECES_TABLE. */
export const IN_PIECES = '见“图形续”';

const DAY = '年-月-日，如 2026-03-01';
const oneOf = (words: Readonly<Record<string, string>>): string => Object.values(words).join('、');

const placeColumns = <T>(
  path: string,
  placeOf: (of: T) => HazardPlace | null,
  required: boolean,
): Column<T>[] => {
  const at = (of: T): readonly [number, number] | null => {
    const place = placeOf(of);
    return place?.kind === 'point' ? place.at : null;
  };
  return [
    {
      header: '位置类型',
      path: `${path}.kind`,
      cell: (of) => {
        const place = placeOf(of);
        return place && PLACE_WORDS[place.kind];
      },
      note: `${required ? '必填' : '不填为不知道'}：${oneOf(PLACE_WORDS)}`,
    },
    {
      header: '图层',
      path: `${path}.layer`,
      cell: (of) => {
        const place = placeOf(of);
        return place?.kind === 'feature' ? place.layer : null;
      },
      note: '位置类型为模型要素时必填',
    },
    {
      header: '要素编号',
      path: `${path}.feature`,
      cell: (of) => {
        const place = placeOf(of);
        return place?.kind === 'feature' ? place.feature : null;
      },
      note: '位置类型为模型要素时必填',
    },
    { header: '经度', path: `${path}.at.0`, cell: (of) => at(of)?.[0] ?? null, note: '点：WGS 84，度' },
    { header: '纬度', path: `${path}.at.1`, cell: (of) => at(of)?.[1] ?? null, note: '点：WGS 84，度' },
    {
      header: '图形',
      path: `${path}.wkt`,
      cell: (of) => {
        const place = placeOf(of);
        return place?.kind === 'line' || place?.kind === 'polygon' ? wellKnownText(place) : null;
      },
      note: '线、面：WKT，经度在前，如 LINESTRING (117.1 36.2, 117.2 36.2)',
    },
  ];
};

const column = <T>(header: string, path: string, note: string, cell: (of: T) => Cell): Column<T> => ({
  header,
  path,
  cell,
  note,
});

export const HAZARD_COLUMNS: readonly Column<Hazard>[] = [
  column('编号', 'id', '必填，本矿内唯一，永远不变', ({ id }) => id),
  column(MINE_HEADER, 'mine', '不填为导入到的矿', ({ mine }) => mine),
  column('名称', 'title', '必填', ({ title }) => title),
  column('类别', 'category', `必填：${oneOf(CATEGORY_WORDS)}，或其他词`, ({ category }) =>
    categoryWord(category),
  ),
  ...placeColumns<Hazard>('place', ({ place }) => place, true),
  column(
    '顶标高',
    'elevation.top',
    '画出的位置：米，本矿高程基准；不填为不知道',
    (h) => h.elevation?.top ?? null,
  ),
  column(
    '底标高',
    'elevation.bottom',
    '画出的位置：米，本矿高程基准；不填为不知道',
    (h) => h.elevation?.bottom ?? null,
  ),
  column('发现日期', 'found.on', `必填，${DAY}`, ({ found }) => found.on),
  column('发现方式', 'found.how', `必填：${oneOf(METHOD_WORDS)}`, ({ found }) => METHOD_WORDS[found.how]),
  column('发现人', 'found.by', '必填', ({ found }) => found.by),
  column('责任人', 'fiveFixed.responsible.person', '五落实', (h) => h.fiveFixed.responsible?.person ?? null),
  column(
    '责任部门',
    'fiveFixed.responsible.department',
    '五落实',
    (h) => h.fiveFixed.responsible?.department ?? null,
  ),
  column('治理措施', 'fiveFixed.measure', '五落实', (h) => h.fiveFixed.measure),
  column('资金', 'fiveFixed.funding.amount', '五落实', (h) => h.fiveFixed.funding?.amount ?? null),
  column(
    '币种',
    'fiveFixed.funding.currency',
    '三个字母，如 CNY',
    (h) => h.fiveFixed.funding?.currency ?? null,
  ),
  column('资金来源', 'fiveFixed.funding.source', '五落实', (h) => h.fiveFixed.funding?.source ?? null),
  column('期限', 'fiveFixed.deadline', `五落实，${DAY}`, (h) => h.fiveFixed.deadline),
  column('应急预案', 'fiveFixed.contingencyPlan', '五落实', (h) => h.fiveFixed.contingencyPlan),
  column('目标指标', 'treatment.target.metric', '治理目标', (h) => h.treatment.target?.metric ?? null),
  column(
    '目标方向',
    'treatment.target.direction',
    oneOf(DIRECTION_WORDS),
    (h) => h.treatment.target && DIRECTION_WORDS[h.treatment.target.direction],
  ),
  column('目标值', 'treatment.target.value', '数', (h) => h.treatment.target?.value ?? null),
  column('目标单位', 'treatment.target.unit', '如 %', (h) => h.treatment.target?.unit ?? null),
  column('治理开始日', 'treatment.begun', DAY, (h) => h.treatment.begun),
  column(
    '验收指标',
    'treatment.accepted.metric',
    '与目标指标相同',
    (h) => h.treatment.accepted?.metric ?? null,
  ),
  column('验收值', 'treatment.accepted.value', '数', (h) => h.treatment.accepted?.value ?? null),
  column('验收单位', 'treatment.accepted.unit', '与目标单位相同', (h) => h.treatment.accepted?.unit ?? null),
  column('验收日期', 'treatment.accepted.on', DAY, (h) => h.treatment.accepted?.on ?? null),
  column('验收人', 'treatment.accepted.by', '', (h) => h.treatment.accepted?.by ?? null),
  column('状态', 'state', `必填：${oneOf(STATE_WORDS)}`, ({ state }) => STATE_WORDS[state]),
];

export const EVIDENCE_COLUMNS: readonly Column<EvidenceOf>[] = [
  column('隐患编号', 'hazard', '必填，“隐患”表中的编号', ({ hazard }) => hazard),
  column('证据编号', 'id', '必填，本隐患内唯一', ({ evidence }) => evidence.id),
  column('方法', 'method', `必填：${oneOf(METHOD_WORDS)}`, ({ evidence }) => METHOD_WORDS[evidence.method]),
  column('日期', 'on', `必填，${DAY}`, ({ evidence }) => evidence.on),
  column('提交人', 'author', '必填', ({ evidence }) => evidence.author),
  column('结论', 'says', `必填：${oneOf(SAYS_WORDS)}`, ({ evidence }) => SAYS_WORDS[evidence.says]),
  column('说明', 'finding', '必填', ({ evidence }) => evidence.finding),
  ...placeColumns<EvidenceOf>('place', ({ evidence }) => evidence.place, false),
  column('附件', 'file', '已上传附件的 SHA-256', ({ evidence }) => evidence.file),
  column('更正证据', 'replaces', '被它更正的较早证据的编号', ({ evidence }) => evidence.replaces),
  column(MINE_HEADER, 'mine', '隐患所在的矿，不填为导入到的矿', ({ mine }) => mine),
];

const rowsOf = <T>(columns: readonly Column<T>[], things: readonly T[]): Cell[][] =>
  things.map((thing) => columns.map(({ cell }) => cell(thing)));

const headerOf = <T>(columns: readonly Column<T>[]): string[] => columns.map(({ header }) => header);

/** Cut after commas: what a table trims off the ends of a cell is then nothing. */
const piecesOf = (text: string, longest: number): string[] => {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + longest;
    const to = end >= text.length ? end : text.lastIndexOf(',', end - 1) + 1;
    pieces.push(text.slice(from, to > from ? to : end));
    from = to > from ? to : end;
  }
  return pieces;
};

/**
 * The tables of a ledger: everything of it, so that reading them gives the same hazards.
 * @param versionOf what stands under VERSION_HEADER
 * @param movedOf what stands under MOVED_HEADERS; null: they are left out
 * @param longest characters of a cell; longer figures go in pieces to a table of their own. A workbook holds 32 767.
 */
export const ledgerTables = (
  hazards: readonly Hazard[],
  longest: number,
  versionOf: VersionOf = NO_VERSION,
  markOf: MarkOf = NO_MARK,
  movedOf: MovedOf | null = null,
): LedgerTable[] => {
  const movedCells = (hazard: Hazard): Cell[] => {
    const moved = movedOf?.(hazard) ?? null;
    return movedOf === null ? [] : [moved?.times ?? 0, moved?.first ?? null];
  };
  const evidence = hazards.flatMap(({ id, mine, evidence }) =>
    evidence.map((one) => ({ hazard: id, mine, evidence: one })),
  );
  const marks = hazards.map(markOf);
  const evidenceMarks = hazards.flatMap((hazard, i) => hazard.evidence.map(() => marks[i] ?? null));
  const pieces: Cell[][] = [];
  const inPieces = (
    rows: Cell[][],
    columns: readonly { header: string }[],
    ids: (row: Row) => [Cell, Cell],
    mineOf: (row: number) => string,
  ) => {
    const at = columns.findIndex(({ header }) => header === '图形');
    for (const [number, row] of rows.entries()) {
      const text = row[at];
      if (typeof text !== 'string' || text.length <= longest) continue;
      for (const [i, piece] of piecesOf(text, longest).entries())
        pieces.push([...ids(row), i + 1, piece, mineOf(number)]);
      row[at] = IN_PIECES;
    }
    return rows;
  };
  return [
    markedOrigin(
      {
        name: HAZARD_TABLE,
        header: [...headerOf(HAZARD_COLUMNS), ...(movedOf ? MOVED_HEADERS : []), VERSION_HEADER],
        rows: inPieces(
          rowsOf(HAZARD_COLUMNS, hazards).map((row, i) => [
            ...row,
            ...movedCells(hazards[i]!),
            versionOf(hazards[i]!),
          ]),
          HAZARD_COLUMNS,
          (row) => [row[0] ?? null, null],
          (row) => hazards[row]!.mine,
        ),
      },
      (row) => marks[row] ?? null,
    ),
    markedOrigin(
      {
        name: EVIDENCE_TABLE,
        header: headerOf(EVIDENCE_COLUMNS),
        rows: inPieces(
          rowsOf(EVIDENCE_COLUMNS, evidence),
          EVIDENCE_COLUMNS,
          (row) => [row[0] ?? null, row[1] ?? null],
          (row) => evidence[row]!.mine,
        ),
      },
      (row) => evidenceMarks[row] ?? null,
    ),
    { name: PIECES_TABLE, header: [...PIECES_HEADER], rows: pieces },
  ];
};
