import { describe, expect, it } from 'vitest';
import { evidenceOf, hazardOf, rowsOn } from '../ledger.test-data.ts';
import { NEW_QUERY, queryRows } from './ledger-query.ts';

const name = (mine: string) => (mine === 'qingshi-iron' ? '青石铁矿' : mine);
const none = hazardOf().fiveFixed;
const goaf = hazardOf({ id: 'goaf', evidence: [evidenceOf()] });
const late = hazardOf({
  id: 'late',
  mine: 'baiyun',
  title: '2 号断层',
  category: 'fault',
  fiveFixed: { ...none, deadline: '2026-05-01', responsible: { person: '赵大山', department: '地测科' } },
});
const closed = hazardOf({ id: 'closed', state: 'closed', category: '溶洞群' });
const rows = rowsOn('2026-06-01', goaf, closed, late);
const ids = (query: Partial<typeof NEW_QUERY>) =>
  queryRows(rows, { ...NEW_QUERY, ...query }, name).map(({ version }) => version.hazard.id);

describe('the list of hazards', () => {
  it('begins with what is overdue and ends with what is closed', () => {
    expect(ids({})).toEqual(['late', 'goaf', 'closed']);
  });

  it.each([
    ['青石 采空', ['goaf', 'closed']],
    ['赵大山', ['late']],
    ['FAULT', ['late']],
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
    expect(ids({ corroborations: ['inferred'] })).toEqual(['goaf']);
    expect(ids({ lacking: true })).toEqual(['late', 'goaf']);
  });

  it('puts a missing deadline first, and turns round', () => {
    expect(ids({ sort: 'deadline' })).toEqual(['goaf', 'closed', 'late']);
    expect(ids({ sort: 'deadline', descending: true })).toEqual(['late', 'goaf', 'closed']);
  });

  it('sorts 50 000 in a moment', () => {
    const many = rowsOn(
      '2026-06-01',
      ...Array.from({ length: 50_000 }, (_, i) => ({
        ...goaf,
        id: `h${i}`,
        title: `空区 ${(i * 7919) % 50_000}`,
      })),
    );
    const started = performance.now();
    const sorted = queryRows(many, { ...NEW_QUERY, sort: 'title' }, name);
    // Generous: a loaded machine is slow and not wrong.
    expect(performance.now() - started).toBeLessThan(3000);
    expect(sorted[1]!.version.hazard.title).toBe('空区 1');
  });
});
