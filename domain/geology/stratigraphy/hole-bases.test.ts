import { expect, test } from 'vitest';
import { metres } from '../../units/quantities.ts';
import { basesByHole, basesOfUnplaced } from './hole-bases.ts';

const at = [0, 0, 0] as const;

test('a hole has what was met, what is doubtful and what lies deeper, from the top down', () => {
  const [first, second] = basesByHole(
    {
      contacts: [
        { unit: 1, hole: 0, depth: 70, at },
        { unit: 1, hole: 0, depth: 30, at },
      ],
      absent: [{ unit: 0, hole: 0, depth: 0, at }],
      deeper: [
        // Of the piece above the fault and of the one below it.
        { unit: 2, hole: 0, depth: 40, at },
        { unit: 2, hole: 0, depth: 90, at },
        { unit: 1, hole: 0, depth: 90, at },
      ],
      doubtful: [{ unit: 0, hole: 1, doubt: 'interrupted', from: 5, to: 9 }],
    },
    2,
  );
  expect(first).toEqual([
    { kind: 'contact', unit: 0, depth: 0, absent: true },
    { kind: 'contact', unit: 1, depth: 30, absent: false },
    { kind: 'contact', unit: 1, depth: 70, absent: false },
    { kind: 'deeper', unit: 2, depth: 90 },
  ]);
  expect(second).toEqual([{ kind: 'ambiguous', unit: 0, depth: 5, to: 9, doubt: 'interrupted' }]);
});

test('a log without a place is read by itself, and says nothing of what lies above its first rock', () => {
  const placeOf = (rock: string) => ({ soil: 0, lime: 1, schist: 2 })[rock];
  const row = (from: number, to: number, lithology: string | null) => ({
    from: metres(from),
    to: metres(to),
    lithology,
  });
  expect(basesOfUnplaced([row(0, 20, 'lime'), row(20, 24, null), row(24, 50, 'schist')], placeOf, 3)).toEqual(
    [
      { kind: 'ambiguous', unit: 1, depth: 20, to: 24, doubt: 'unknown-rock' },
      { kind: 'deeper', unit: 2, depth: 50 },
    ],
  );
  expect(basesOfUnplaced([row(0, 20, 'mystery')], placeOf, 3)).toEqual([]);
});
