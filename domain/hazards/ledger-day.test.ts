import { expect, test } from 'vitest';
import type { Hazard } from '../contracts/hazard.ts';
import { type HazardVersion, ledgerAt, ledgerFlow } from './ledger-day.ts';

const version = (number: number, writtenAt: string, id: string, state: Hazard['state']): HazardVersion => ({
  number,
  writtenAt,
  hazard: { id, state } as Hazard,
});
const VERSIONS = [
  version(1, '2026-01-05T08:00:00Z', 'A', 'found'),
  version(2, '2026-02-01T08:00:00Z', 'B', 'found'),
  version(3, '2026-03-01T08:00:00Z', 'A', 'closed'),
  version(4, '2026-04-01T08:00:00Z', 'A', 'treating'),
  version(5, '2026-04-02T08:00:00Z', 'C', 'found'),
  version(6, '2026-04-03T08:00:00Z', 'C', 'closed'),
];

test('a past day shows what was written by then and nothing written later', () => {
  const at = (instant: string) =>
    ledgerAt(VERSIONS, instant).map(({ hazard }) => `${hazard.id} ${hazard.state}`);
  expect(at('2026-01-01T00:00:00Z')).toEqual([]);
  expect(at('2026-02-15T00:00:00Z')).toEqual(['A found', 'B found']);
  expect(at('2026-03-01T08:00:00Z')).toEqual(['A closed', 'B found']);
  expect(at('2026-12-31T00:00:00Z')).toEqual(['A treating', 'B found', 'C closed']);
});

test('stock and flow: what was open, found, closed and opened again, and what is open now', () => {
  expect(ledgerFlow(VERSIONS, '2026-02-15T00:00:00Z', '2026-03-15T00:00:00Z')).toEqual({
    openBefore: 2,
    found: 0,
    closed: 1,
    reopened: 0,
    openAfter: 1,
  });
  expect(ledgerFlow(VERSIONS, '2026-03-15T00:00:00Z', '2026-05-01T00:00:00Z')).toEqual({
    openBefore: 1,
    found: 1,
    closed: 1,
    reopened: 1,
    openAfter: 2,
  });
});
