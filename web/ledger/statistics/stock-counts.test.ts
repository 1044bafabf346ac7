import { describe, expect, it } from 'vitest';
import { evidenceOf, hazardOf, rowsOn } from '../ledger.test-data.ts';
import { stockCounts } from './stock-counts.ts';

describe('what the ledger holds', () => {
  it('counts closed hazards apart, and a missing deadline apart from a missed one', () => {
    const fixed = hazardOf().fiveFixed;
    const counts = stockCounts(
      rowsOn(
        '2026-06-01',
        hazardOf({ id: 'a', evidence: [evidenceOf()], fiveFixed: { ...fixed, deadline: '2026-05-01' } }),
        hazardOf({ id: 'b', category: 'fault' }),
        hazardOf({ id: 'c', category: 'fault', state: 'closed' }),
      ),
    );
    expect(counts).toMatchObject({ open: 2, lacking: 2, incomplete: 2, overdue: 1, withoutDeadline: 1 });
    expect(counts.states).toMatchObject({ found: 2, closed: 1, treating: 0 });
    expect(
      counts.categories.map(({ category, open, closed, by }) => [category, open, closed, by.inferred]),
    ).toEqual([
      ['fault', 1, 1, 0],
      ['goaf', 1, 0, 1],
    ]);
  });
});
