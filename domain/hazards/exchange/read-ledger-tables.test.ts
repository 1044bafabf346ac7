import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hazard } from '../../contracts/hazard.ts';
import { sampleEvidence, sampleHazard } from '../sample-hazard.test-kit.ts';
import { anyLedger } from './any-hazard.test-kit.ts';
import { type Cell, type LedgerTable, ledgerTables } from './ledger-tables.ts';
import { SYNTHETIC_MARK } from './origin-mark.ts';
import { readLedgerTables } from './read-ledger-tables.ts';
import type { RawTable } from './read-rows.ts';

const raw = (tables: readonly LedgerTable[]): RawTable[] =>
  tables.map(({ name, header, rows }) => ({ name, rows: [header, ...rows] }));

test('what was written out is read in again: nothing is changed, whatever the ledger holds', () => {
  fc.assert(
    fc.property(anyLedger, fc.constantFrom(120, 32_000), (hazards, longest) => {
      const { hazards: read, rejects } = readLedgerTables(raw(ledgerTables(hazards, longest)), 'tiny');
      expect(rejects).toEqual([]);
      expect(read.map(({ hazard }) => hazard)).toEqual(hazards);
    }),
  );
});

const HAZARD = sampleHazard({ evidence: [sampleEvidence('e1'), sampleEvidence('e2')] });
/** The tables of one hazard with a cell of the first row written anew. */
const withCell = (table: string, header: string, value: Cell | Date, row = 0) =>
  readLedgerTables(
    ledgerTables([HAZARD], 32_000).map(({ name, header: titles, rows }) => ({
      name,
      rows: [
        titles,
        ...rows.map((cells, i) =>
          name === table && i === row ? cells.map((cell, k) => (titles[k] === header ? value : cell)) : cells,
        ),
      ],
    })),
    'tiny',
  );

test.each([
  ['隐患', '名称', null, '没有填写。'],
  ['隐患', '发现日期', '2026-02-30', '不是日期。'],
  ['隐患', '发现方式', '占卜', '没有这个词。'],
  ['隐患', '经度', '东经117度', '不是数。'],
  ['隐患', '图形', 'POINT (1 2)', '这种位置类型没有这一列。'],
  ['隐患', '位置类型', null, '没有填写。'],
  ['隐患', '责任人', '赵矿长', '没有填写。'],
  ['隐患', '状态', '不知道', '没有这个词。'],
] as const)(
  'a fault of a row is told with sheet, row, column and value: %s %s',
  (sheet, column, value, zh) => {
    const { hazards, rejects } = withCell(sheet, column, value);
    expect(hazards).toEqual([]);
    const named = column === '责任人' ? '责任部门' : column;
    const shown = column === '责任人' ? null : value;
    expect(rejects).toContainEqual(
      expect.objectContaining({
        sheet,
        row: 2,
        column: named,
        value: shown,
        what: expect.objectContaining({ zh }),
      }),
    );
  },
);

test('a hazard whose evidence cannot be read is left out whole, and both rows are told', () => {
  const { hazards, rejects } = withCell('证据', '结论', '大概', 1);
  expect(hazards).toEqual([]);
  expect(rejects.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)).toEqual([
    '证据 3 结论',
    '隐患 2 编号',
  ]);
});

test('the many ways a day is written are one day, and codes are read like words', () => {
  for (const day of ['2026-01-10', '2026/1/10', '2026年1月10日', new Date('2026-01-10T00:00:00Z')])
    expect(withCell('隐患', '发现日期', day).hazards[0]?.hazard).toEqual(HAZARD);
  expect(withCell('隐患', '状态', 'found').hazards[0]?.hazard).toEqual(HAZARD);
  expect(withCell('隐患', '编号', 12).hazards[0]?.hazard.id).toBe('12');
});

test('nothing is passed over silently: unknown tables and columns, a missing one, a row twice, evidence of nothing', () => {
  const tables = raw(ledgerTables([HAZARD], 32_000));
  const [hazards, evidence] = tables as [RawTable, RawTable];
  const told = (changed: readonly RawTable[]) =>
    readLedgerTables(changed, 'tiny').rejects.map(
      ({ sheet, row, column, what }) => `${sheet} ${row} ${column} ${what.zh}`,
    );
  expect(told([...tables, { name: 'Sheet3', rows: [['x']] }])[0]).toMatch(/^Sheet3 null null 不认识/);
  expect(told([evidence])[0]).toContain('没有“隐患”表');
  const [header, row] = hazards.rows as [string[], Cell[]];
  expect(told([{ ...hazards, rows: [[...header, '备注'], row] }, evidence])[0]).toMatch(/^隐患 1 备注/);
  expect(told([{ ...hazards, rows: [header.slice(1), row.slice(1)] }, evidence])[0]).toMatch(
    /^隐患 null 编号 缺少/,
  );
  expect(told([{ ...hazards, rows: [header, row, row] }, evidence])).toEqual([
    '隐患 3 编号 第 2 行已有这个编号。',
  ]);
  expect(told([{ ...hazards, rows: [header] }, evidence])).toHaveLength(2);
});

test('a county’s file keeps apart hazards of two mines that have one id, and their evidence and long figures', () => {
  const ring = Array.from({ length: 60 }, (_, i) => [117 + Math.cos(i) / 100, 36 + Math.sin(i) / 100]);
  const place = { kind: 'line', line: ring } as Hazard['place'];
  const ours = sampleHazard({ mine: 'a', place, evidence: [sampleEvidence('e1')] });
  const theirs = sampleHazard({
    ...{ mine: 'b', place: { ...place, line: ring.toReversed() } as Hazard['place'] },
    evidence: [sampleEvidence('e1', { method: 'drilling' })],
  });
  const tables = raw(ledgerTables([ours, theirs], 120));
  const read = readLedgerTables(tables, 'a');
  expect(read.rejects).toEqual([]);
  expect(read.hazards.map(({ hazard }) => hazard)).toEqual([ours, theirs]);
  // An older file does not say whose evidence it is: nobody guesses.
  const [hazards, evidence] = raw(ledgerTables([ours, theirs], 32_000)) as [RawTable, RawTable];
  const unnamed = { ...evidence, rows: evidence.rows.map((row) => row.slice(0, -1)) };
  const old = readLedgerTables([hazards, unnamed], 'a');
  expect(old.rejects.slice(0, 2).map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)).toEqual([
    '证据 2 矿山',
    '证据 3 矿山',
  ]);
});

test('a second table of a name, cells under no header, pieces of nothing and a missing table of evidence are told', () => {
  const [hazards, evidence, pieces] = raw(ledgerTables([HAZARD], 32_000)) as [RawTable, RawTable, RawTable];
  const told = (...changed: readonly RawTable[]) =>
    readLedgerTables(changed, 'tiny').rejects.map(
      ({ sheet, row, column, value, what }) => `${sheet} ${row} ${column} ${value} ${what.zh}`,
    );
  expect(told(hazards, evidence, { ...hazards, name: '隐患 ' })[0]).toMatch(
    /^隐患 {2}null null null 文件里已有/,
  );
  const wide = hazards.rows.map((row, i) => (i === 0 ? row : [...row, null, null, '不得销号']));
  const columns = hazards.rows[0]!.length;
  const letter = `A${String.fromCharCode(65 + columns + 2 - 26)}`;
  expect(readLedgerTables([{ ...hazards, rows: wide }, evidence], 'tiny').hazards).toEqual([]);
  expect(told({ ...hazards, rows: wide }, evidence)[0]).toContain(
    `隐患 2 ${letter} 不得销号 这一格上面没有列名`,
  );
  const orphan = { ...pieces, rows: [pieces.rows[0]!, ['H9', null, 1, 'POINT (1 2)', null]] };
  expect(told(hazards, evidence, orphan)).toEqual([expect.stringContaining('图形续 2 隐患编号 H9')]);
  expect(told(hazards)[0]).toContain('证据 null null null 文件里没有“证据”表');
});

test('what is said of where a row comes from is kept with it, of its evidence too', () => {
  const marked = (mark: string | null) =>
    readLedgerTables(raw(ledgerTables([HAZARD], 32_000, undefined, () => mark)), 'tiny').hazards[0]?.mark;
  expect(marked(null)).toBeNull();
  expect(marked(SYNTHETIC_MARK)).toBe(SYNTHETIC_MARK);
  expect(withCell('隐患', '名称', 'x').hazards[0]?.mark).toBeNull();
});

test('a number without a unit is a number', () => {
  const target = { metric: '孔数', value: 3, unit: '', direction: 'at-least' } as const;
  const wells = { ...HAZARD, treatment: { target, begun: null, accepted: null } };
  expect(readLedgerTables(raw(ledgerTables([wells], 32_000)), 'tiny').hazards[0]?.hazard).toEqual(wells);
});

test('a column that is not there empties nothing: the table is not read, and every such column is named', () => {
  const [hazards, evidence] = raw(ledgerTables([HAZARD], 32_000)) as [RawTable, RawTable];
  const without = (table: RawTable, ...headers: string[]): RawTable => {
    const kept = table.rows[0]!.flatMap((header, i) => (headers.includes(String(header)) ? [] : [i]));
    return { ...table, rows: table.rows.map((row) => kept.map((i) => row[i])) };
  };
  const read = readLedgerTables([without(hazards, '期限', '资金', '责任人'), evidence], 'tiny');
  expect(read.hazards).toEqual([]);
  expect(read.rejects.flatMap(({ sheet, column }) => (sheet === '隐患' ? [column] : []))).toEqual([
    '责任人',
    '资金',
    '期限',
  ]);
  expect(readLedgerTables([hazards, without(evidence, '附件')], 'tiny').hazards).toEqual([]);
  // Of the mine and the version a file need not speak.
  expect(readLedgerTables([without(hazards, '矿山', '版本'), evidence], 'tiny')).toMatchObject({
    hazards: [{ hazard: HAZARD, base: null }],
    rejects: [],
  });
});

test('a row says which version it was exported from', () => {
  const tables = (version: number) => raw(ledgerTables([HAZARD], 32_000, () => version));
  expect(readLedgerTables(tables(12), 'tiny').hazards[0]?.base).toBe(12);
  for (const wrong of [0, 1.5])
    expect(readLedgerTables(tables(wrong), 'tiny')).toMatchObject({
      hazards: [],
      rejects: [{ column: '版本', row: 2, value: String(wrong) }],
    });
});
