import { describe, expect, it } from 'vitest';
import { monthEnds, spanFlows } from './monthly-flow.ts';

/** "o" open, "c" closed. */
const history = (...versions: readonly (readonly ['o' | 'c', string])[]) => ({
  writtenAt: versions.map(([, at]) => Date.parse(at)),
  open: versions.map(([state]) => state === 'o'),
});

describe('stock and flow from day to day', () => {
  it('counts what came, what was closed and what was opened again', () => {
    const hazards = [
      history(['o', '2026-01-03T00:00:00Z'], ['c', '2026-02-01T00:00:00Z']),
      history(['c', '2026-01-04T00:00:00Z'], ['o', '2026-02-02T00:00:00Z']),
      // The last day of February ends at 16:00 UTC in the county.
      history(['o', '2026-02-28T15:59:59.999Z']),
      history(['o', '2026-02-28T16:00:00Z'], ['c', '2026-03-01T00:00:00Z']),
      history(['o', '2026-02-03T00:00:00Z'], ['c', '2026-02-04T00:00:00Z'], ['o', '2026-02-05T00:00:00Z']),
    ];
    expect(spanFlows(hazards, ['2026-01-31', '2026-02-28', '2026-03-31'])).toEqual([
      {
        ...{ from: '2026-01-31', to: '2026-02-28' },
        ...{ openBefore: 1, found: 2, closed: 1, reopened: 1, openAfter: 3 },
      },
      {
        ...{ from: '2026-02-28', to: '2026-03-31' },
        ...{ openBefore: 3, found: 1, closed: 1, reopened: 0, openAfter: 3 },
      },
    ]);
    expect(spanFlows(hazards, ['2026-01-31'])).toEqual([]);
  });
});

describe('ends of months', () => {
  it('are their last days, over the turn of a year and in a leap year', () => {
    expect(monthEnds('2024-03-15', 4)).toEqual([
      '2023-11-30',
      '2023-12-31',
      '2024-01-31',
      '2024-02-29',
      '2024-03-15',
    ]);
  });
});
