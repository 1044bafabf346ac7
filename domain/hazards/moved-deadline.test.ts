import { expect, test } from 'vitest';
import { deadlineAfter, movedDeadline, NO_DEADLINE } from './moved-deadline.ts';

const [JUNE, JULY, NEXT] = ['2026-06-30', '2026-07-31', '2027-12-31'];

test.each([
  ['nothing was ever given', [null, null], null],
  ['given once, late or not', [null, JUNE, JUNE], null],
  ['put off', [JUNE, JULY], { times: 1, first: JUNE }],
  ['put off, and other things written in between', [JUNE, JUNE, JULY, JULY, NEXT], { times: 2, first: JUNE }],
  ['taken away', [JUNE, null], { times: 1, first: JUNE }],
  ['taken away, and given anew', [null, JUNE, null, null, NEXT], { times: 2, first: JUNE }],
  ['drawn nearer', [NEXT, JUNE], { times: 1, first: NEXT }],
  ['put off and back again: it was moved all the same', [JUNE, NEXT, JUNE], { times: 2, first: JUNE }],
] as const)('a deadline: %s', (_, deadlines, moved) => {
  expect(movedDeadline(deadlines)).toEqual(moved);
  // Read in two parts, at any place, it is the same.
  for (const [i] of deadlines.entries()) {
    const half = deadlines.slice(0, i).reduce(deadlineAfter, NO_DEADLINE);
    expect(deadlines.slice(i).reduce(deadlineAfter, half).movedDeadline).toEqual(moved);
  }
});
