import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleEvidence, sampleHazard } from '../sample-hazard.test-kit.ts';
import { anyLedger } from './any-hazard.test-kit.ts';
import { type Cell, type LedgerTable, ledgerTables } from './ledger-tables.ts';
import { type RawTable, readLedgerTables } from './read-ledger-tables.ts';

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
  expect(told([{ ...hazards, rows: [header.slice(1), row.slice(1)] }])[0]).toMatch(/^隐患 null 编号 缺少/);
  expect(told([{ ...hazards, rows: [header, row, row] }, evidence])).toEqual([
    '隐患 3 编号 第 2 行已有这个编号。',
  ]);
  expect(told([{ ...hazards, rows: [header] }, evidence])).toHaveLength(2);
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
