import { describe, expect, it } from 'vitest';
import type { Hazard } from '../contracts/hazard.ts';
import { flowBetween, monthEnds } from './monthly-flow.ts';

const version = (id: string, state: Hazard['state'], writtenAt: string) => ({
  number: 1,
  writtenAt,
  hazard: { id, state } as Hazard,
});

describe('flow between two views of the ledger', () => {
  it('counts what came, what was closed and what was opened again', () => {
    const a = version('a', 'treating', '2026-01-03T00:00:00Z');
    const b = version('b', 'closed', '2026-01-04T00:00:00Z');
    const before = { day: '2026-01-31', versions: [a, b] };
    const after = {
      day: '2026-02-28',
      versions: [
        version('a', 'closed', '2026-02-01T00:00:00Z'),
        version('b', 'verifying', '2026-02-02T00:00:00Z'),
        version('c', 'found', '2026-02-28T15:59:00Z'),
      ],
    };
    expect(flowBetween(before, after)).toEqual({
      ...{ from: '2026-01-31', to: '2026-02-28' },
      ...{ openBefore: 1, found: 1, closed: 1, reopened: 1, openAfter: 2 },
    });
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
