import { describe, expect, it } from 'vitest';
import { hazardFacts, hazardRow } from './hazard-row.ts';
import { acceptedHazard, sampleHazard } from './sample-hazard.test-kit.ts';
import { stockCounts } from './stock-counts.ts';

describe('what the ledger holds', () => {
  it('counts closed hazards apart, and a missing deadline apart from a missed one', () => {
    const fixed = sampleHazard().fiveFixed;
    const counts = stockCounts(
      [
        sampleHazard({ id: 'a', fiveFixed: { ...fixed, deadline: '2026-05-01' } }),
        sampleHazard({ id: 'b', category: 'fault', evidence: [] }),
        acceptedHazard({ id: 'c', category: 'fault', state: 'closed' }),
        sampleHazard({ id: 'd', category: 'fault', state: 'closed' }),
      ].map((hazard) =>
        hazardRow(
          hazardFacts(hazard, { number: 1, writtenAt: '2026-02-01T00:00:00Z', movedDeadline: null }),
          '2026-06-01',
          null,
        ),
      ),
    );
    expect(counts).toMatchObject({
      all: 4,
      open: 2,
      // Closed without anybody having looked: nobody can rely on it.
      lacking: 3,
      inDoubt: 1,
      incomplete: 2,
      overdue: 1,
      withoutDeadline: 1,
    });
    expect(counts.states).toMatchObject({ found: 2, closed: 2, treating: 0 });
    expect(
      counts.categories.map(({ category, open, closed, by }) => [category, open, closed, by.inferred]),
    ).toEqual([
      ['fault', 1, 2, 0],
      ['goaf', 1, 0, 1],
    ]);
  });
});
