import { describe, expect, it } from 'vitest';
import { hazardFacts, hazardRow } from './hazard-row.ts';
import { compareRows, keepsRow, NEW_QUERY } from './ledger-query.ts';
import { acceptedHazard, sampleHazard } from './sample-hazard.test-kit.ts';

const NAMES = { 'qingshi-iron': { zh: '青石铁矿', en: 'Qingshi Iron' } } as const;
const name = (mine: string) => NAMES[mine as 'qingshi-iron'] ?? { zh: mine, en: mine };
const none = sampleHazard().fiveFixed;
const goaf = sampleHazard({ id: 'goaf', mine: 'qingshi-iron' });
const late = sampleHazard({
  ...{ id: 'late', mine: 'baiyun', title: '2 号断层', category: 'fault', evidence: [] },
  fiveFixed: { ...none, deadline: '2026-05-01', responsible: { person: '赵大山', department: '地测科' } },
});
const closed = acceptedHazard({
  ...{ id: 'closed', mine: 'qingshi-iron', state: 'closed', category: '溶洞群', fiveFixed: none },
  evidence: acceptedHazard().evidence.filter(({ id }) => id !== 'e2'),
});
const rows = [goaf, closed, late].map((hazard, i) =>
  hazardRow(
    hazardFacts(hazard, { number: i + 1, writtenAt: '2026-02-01T00:00:00Z', movedDeadline: null }),
    '2026-06-01',
    null,
  ),
);
const ids = (query: Partial<typeof NEW_QUERY>, lacking = false) => {
  const whole = { ...NEW_QUERY, ...query };
  return rows
    .filter(keepsRow(whole, lacking, name))
    .sort(compareRows(whole, name, 'zh'))
    .map(({ id }) => id);
};

describe('the list of hazards', () => {
  it('begins with what is overdue and ends with what is closed', () => {
    expect(ids({})).toEqual(['late', 'goaf', 'closed']);
  });

  it('puts first what was closed and is perhaps there', () => {
    const doubted = sampleHazard({ id: 'doubted', state: 'closed' });
    const row = hazardRow(
      hazardFacts(doubted, { number: 4, writtenAt: '2026-02-01T00:00:00Z', movedDeadline: null }),
      '2026-06-01',
      null,
    );
    expect([...rows, row].sort(compareRows(NEW_QUERY, name, 'zh'))[0]).toBe(row);
    expect(keepsRow(NEW_QUERY, true, name)(row)).toBe(true);
  });

  it.each([
    ['青石 采空', ['goaf', 'closed']],
    ['赵大山', ['late']],
    ['FAULT', ['late']],
    ['qingshi iron', ['goaf', 'closed']],
    ['溶洞', ['closed']],
    ['青石 赵大山', []],
  ])(
    'finds by all words of %s, in names of mines, people and categories of both languages',
    (text, found) => {
      expect(ids({ text })).toEqual(found);
    },
  );

  it('keeps only what is asked for', () => {
    expect(ids({ overdue: true })).toEqual(['late']);
    expect(ids({ states: ['found'], mines: ['qingshi-iron'] })).toEqual(['goaf']);
    expect(ids({ corroborations: ['inferred'] })).toEqual(['goaf', 'closed']);
    expect(ids({}, true)).toEqual(['late', 'goaf']);
    // As it is counted: of what is closed nothing is missing any more.
    expect(ids({ incomplete: true })).toEqual(['late', 'goaf']);
  });

  it('puts a missing deadline first, and turns round', () => {
    expect(ids({ sort: 'deadline' })).toEqual(['goaf', 'closed', 'late']);
    expect(ids({ sort: 'deadline', descending: true })).toEqual(['late', 'goaf', 'closed']);
  });

  it('puts numbers in a name in the order of what they count', () => {
    const titled = ['10 号空区', '9 号空区', '2 号空区'].map((title) => ({ ...rows[0]!, title }));
    const sorted = titled.sort(compareRows({ sort: 'title', descending: false }, name, 'zh'));
    expect(sorted.map(({ title }) => title)).toEqual(['2 号空区', '9 号空区', '10 号空区']);
  });
});
