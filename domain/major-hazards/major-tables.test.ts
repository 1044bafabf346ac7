import { expect, test } from 'vitest';
import type { MajorView } from '../contracts/major-hazard.ts';
import { SYNTHETIC_MARK, UNKNOWN_ORIGIN_MARK } from '../hazards/exchange/origin-mark.ts';
import { majorTables } from './major-tables.ts';
import { inspectedMajor, sampleMajor } from './sample-major.test-kit.ts';

const version = (number: number, hazard: ReturnType<typeof sampleMajor>) => ({
  ...{ number, subject: `hazard:${hazard.id}`, writtenAt: '2026-11-01T00:00:00Z', reason: 'x' },
  ...{ writtenBy: { account: 'a', name: '王工' }, hash: 'a'.repeat(64) },
  entry: { kind: 'hazard' as const, hazard },
});
const view: MajorView = {
  on: null,
  entries: [version(1, sampleMajor({ hazards: ['H1', 'H2'] })), version(2, inspectedMajor())],
  mines: [
    {
      ...{ mine: 'tiny', open: 2, overdue: 1, withoutDeadline: 0, listed: 0, listingOwed: ['M2'] },
      ...{ listedPast: 0, listedWithoutEnd: 0, moved: [{ hazard: 'M2', times: 2, first: '2026-06-30' }] },
      repeat: {
        ...{ kind: 'unknown', times: 1, perhaps: 1, from: '2026-09-01', hazards: ['M1', 'M2'] },
        ...{ reachedOn: null, answer: null },
      },
      surveys: [{ month: '2026-11', state: 'missed', on: null, recordedOn: null, sameAs: null }],
    },
  ],
  flow: [{ month: '2026-11', openBefore: 0, found: 2, closed: 0, reopened: 0, openAfter: 2 }],
  rules: { repeat: null, listing: null, problem: '没有规则' },
};
const tables = (mark: string | null) =>
  majorTables(view, { of: '云岫县', nameOfMine: () => '小矿', mark, day: '2026-11-30' });

test('hold each hazard, how each mine stands, stock and flow, and the surveys', () => {
  const [about, hazards, mines, answers, flow, surveys] = tables(null);
  for (const { header, rows } of tables(SYNTHETIC_MARK))
    for (const row of rows) expect(row).toHaveLength(header.length);
  const cell = (row: number, column: string) => hazards!.rows[row]![hazards!.header.indexOf(column)];
  expect([cell(0, '关联隐患'), cell(1, '检查级别'), cell(1, '应挂牌未挂牌')]).toEqual([
    'H1、H2',
    '市级',
    '是',
  ]);
  expect(cell(1, '发现时在生产')).toBe('是');
  expect([cell(0, '时限已改次数'), cell(0, '最初时限')]).toEqual([0, null]);
  expect([cell(1, '时限已改次数'), cell(1, '最初时限')]).toEqual([2, '2026-06-30']);
  expect(mines!.rows[0]![mines!.header.indexOf('改过时限')]).toBe(1);
  expect(mines!.rows[0]!.slice(-6)).toEqual([1, 1, '2026-09-01', '有未注明的，不能判断', null, null]);
  expect(answers!.rows).toEqual([]);
  // Without a rule nobody knows what ought to be listed.
  expect(mines!.rows[0]![mines!.header.indexOf('应挂牌未挂牌')]).toBe(null);
  expect(flow!.rows).toEqual([['2026-11', 0, 2, 0, 0, 2]]);
  expect(surveys!.rows).toEqual([['tiny', '小矿', '未排查']]);
  expect(JSON.stringify(about)).not.toContain('合成');
});

test('what is made up says so on every sheet and in every row', () => {
  const [about, ...sheets] = tables(SYNTHETIC_MARK);
  expect(about!.rows[0]![1]).toContain('Synthetic');
  for (const { name, rows } of sheets) {
    expect(name).toContain('合成');
    for (const row of rows) expect(row[0]).toBe(SYNTHETIC_MARK);
  }
});

test('where nobody can tell whether it is made up, every row says that', () => {
  const [about, ...sheets] = tables(UNKNOWN_ORIGIN_MARK);
  expect(about!.rows[0]![1]).toContain('未知');
  for (const { name, rows } of sheets) {
    expect(name).toContain('性质未知');
    for (const row of rows) expect(row[0]).toBe(UNKNOWN_ORIGIN_MARK);
  }
});

test('tell what the county did about who was found producing too often, and where nothing says', () => {
  const answer = {
    ...{ mine: 'tiny', reachedOn: '2026-06-01', decision: 'not-proposed' as const, on: '2026-06-10' },
    ...{ by: '县应急局', to: null, report: null, why: '已停产整顿' },
  };
  const [of] = view.mines;
  const told = (repeat: object, entries: MajorView['entries'] = []) => {
    const mines = [{ ...of!, repeat: { ...of!.repeat, ...repeat } }];
    const sheets = majorTables(
      { ...view, entries, mines },
      {
        ...{ of: '云岫县', nameOfMine: () => '小矿', mark: null, day: '2026-11-30' },
      },
    );
    return [sheets[2]!.rows[0]!.slice(-3), sheets[3]!.rows] as const;
  };
  const reached = { kind: 'was-reached', reachedOn: '2026-06-01' };
  expect(told(reached)[0]).toEqual(['曾达到', '2026-06-01', '没有处理记录']);
  const version = { ...view.entries[0]!, number: 9, subject: 'answer:2026-06-01' };
  const [row, answers] = told(
    { ...reached, answer: { ...answer, version: 9, writer: '王工', writtenOn: '2026-11-01' } },
    [{ ...version, entry: { kind: 'answer', answer } }],
  );
  expect(row).toEqual(['曾达到', '2026-06-01', '已答复：决定不提请']);
  expect(answers).toEqual([
    [
      ...['tiny', '小矿', '2026-06-01', '决定不提请', '2026-06-10', '县应急局', null, '已停产整顿', null, 9],
      ...['王工', '2026-11-01'],
    ],
  ]);
});
