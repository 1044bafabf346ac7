import { expect, it } from 'vitest';
import type { DutyStateTold } from '../../../../domain/contracts/county-duties-view.ts';
import { dueCounts, dueOrder } from './due-order.ts';

const states: DutyStateTold[] = [
  { kind: 'met', until: null },
  { kind: 'due', on: '2026-12-20', days: 20 },
  { kind: 'missed', since: '2026-11-01', days: 29 },
  { kind: 'unknown', missing: ['hazardSurvey'] },
  { kind: 'due', on: '2026-12-03', days: 3 },
  { kind: 'missed', since: null, days: null },
  { kind: 'missed', since: '2026-01-01', days: 333 },
];

it('begins with what is missed, the longest first, and goes on with what is due, the soonest first', () => {
  expect(dueOrder({ states })).toEqual([5, 6, 2, 4, 1, 3, 0]);
});

it('counts the states there are', () => {
  expect(dueCounts({ states })).toEqual([
    { kind: 'missed', n: 3 },
    { kind: 'due', n: 2 },
    { kind: 'unknown', n: 1 },
    { kind: 'met', n: 1 },
  ]);
});
