import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metres } from '../../units/quantities.ts';
import { basesOfHole, type LithologyPlace, type LoggedStretch } from './contacts.ts';

const COLUMN: Readonly<Record<string, LithologyPlace>> = { QC: 0, WZ: 1, LS: 2, SC: 3, FE: 'interrupts' };
const placeOf = (code: string) => COLUMN[code];
const row = (from: number, to: number, lithology: string | null): LoggedStretch => ({
  from: metres(from),
  to: metres(to),
  lithology,
});
const bases = (...rows: LoggedStretch[]) => basesOfHole(rows, placeOf, 4);

describe('bases of the column in a hole', () => {
  test('a plain log gives every base it passes, and says of the last that it is deeper', () => {
    expect(bases(row(0, 5, 'QC'), row(5, 20, 'WZ'), row(20, 80, 'LS'), row(80, 100, 'SC'))).toEqual([
      { kind: 'contact', unit: 0, depth: 5, absent: false },
      { kind: 'contact', unit: 1, depth: 20, absent: false },
      { kind: 'contact', unit: 2, depth: 80, absent: false },
      { kind: 'deeper', unit: 3, depth: 100 },
    ]);
  });

  test('rows in any order and a unit logged in several rows are the same log', () => {
    expect(bases(row(12, 20, 'WZ'), row(0, 5, 'QC'), row(20, 30, 'LS'), row(5, 12, 'WZ'))).toEqual([
      { kind: 'contact', unit: 0, depth: 5, absent: false },
      { kind: 'contact', unit: 1, depth: 20, absent: false },
      { kind: 'deeper', unit: 2, depth: 30 },
      { kind: 'deeper', unit: 3, depth: 30 },
    ]);
  });

  test('a unit that is missing ends where it begins, at the collar too', () => {
    expect(bases(row(0, 9, 'WZ'), row(9, 30, 'SC'))).toEqual([
      { kind: 'contact', unit: 0, depth: 0, absent: true },
      { kind: 'contact', unit: 1, depth: 9, absent: false },
      { kind: 'contact', unit: 2, depth: 9, absent: true },
      { kind: 'deeper', unit: 3, depth: 30 },
    ]);
  });

  test('ore inside a unit changes nothing, ore between two units hides their contact', () => {
    const [, , inside] = bases(row(0, 40, 'LS'), row(40, 50, 'FE'), row(50, 80, 'LS'), row(80, 90, 'SC'));
    expect(inside).toEqual({ kind: 'contact', unit: 2, depth: 80, absent: false });
    const [, , between] = bases(row(0, 40, 'LS'), row(40, 50, 'FE'), row(50, 80, 'SC'));
    expect(between).toEqual({ kind: 'ambiguous', unit: 2, doubt: 'interrupted', from: 40, to: 50 });
  });

  test.each([
    ['a gap', [row(0, 5, 'QC'), row(9, 20, 'WZ')]],
    ['a rock that the column does not know', [row(0, 5, 'QC'), row(5, 9, 'ZZ'), row(9, 20, 'WZ')]],
    ['a row without rock', [row(0, 5, 'QC'), row(5, 9, null), row(9, 20, 'WZ')]],
    ['unknown rock beside ore', [row(0, 5, 'QC'), row(5, 6, 'FE'), row(6, 9, 'ZZ'), row(9, 20, 'WZ')]],
  ])('%s between two units hides their contact', (_, rows) => {
    expect(bases(...rows)[0]).toEqual({ kind: 'ambiguous', unit: 0, doubt: 'unknown-rock', from: 5, to: 9 });
  });

  test('a gap at the collar hides what may have been above the first unit seen', () => {
    expect(bases(row(4, 20, 'WZ'))[0]).toEqual({
      kind: 'ambiguous',
      unit: 0,
      doubt: 'unknown-rock',
      from: 0,
      to: 4,
    });
  });

  test('a centimetre between two rows is rounding', () => {
    expect(bases(row(0, 5, 'QC'), row(5.01, 20, 'WZ'))[0]).toMatchObject({ kind: 'contact' });
    expect(bases(row(0, 5.01, 'QC'), row(5, 20, 'WZ'))[0]).toMatchObject({ kind: 'contact' });
  });

  test('a log that comes back to a higher unit leaves every base in between open', () => {
    expect(
      bases(row(0, 5, 'QC'), row(5, 20, 'WZ'), row(20, 30, 'LS'), row(30, 35, 'WZ'), row(35, 50, 'SC')),
    ).toEqual([
      { kind: 'contact', unit: 0, depth: 5, absent: false },
      { kind: 'ambiguous', unit: 1, doubt: 'repeated', from: 20, to: 35 },
      { kind: 'ambiguous', unit: 2, doubt: 'repeated', from: 20, to: 35 },
      { kind: 'deeper', unit: 3, depth: 50 },
    ]);
    expect(bases(row(0, 5, 'QC'), row(5, 20, 'WZ'), row(20, 30, 'LS'), row(30, 35, 'WZ'))).toEqual([
      { kind: 'contact', unit: 0, depth: 5, absent: false },
      { kind: 'ambiguous', unit: 1, doubt: 'repeated', from: 20, to: 35 },
      { kind: 'ambiguous', unit: 2, doubt: 'repeated', from: 20, to: 35 },
      { kind: 'ambiguous', unit: 3, doubt: 'repeated', from: 20, to: 35 },
    ]);
  });

  test('rows that contradict one another hide the contact; rows that agree do not', () => {
    expect(bases(row(0, 8, 'QC'), row(5, 20, 'WZ'))[0]).toEqual({
      kind: 'ambiguous',
      unit: 0,
      doubt: 'overlap',
      from: 5,
      to: 8,
    });
    expect(bases(row(0, 8, 'QC'), row(5, 10, 'QC'), row(10, 20, 'WZ'))[0]).toMatchObject({
      kind: 'contact',
      depth: 10,
    });
  });

  test('an empty log says of every base only that it is below the collar', () => {
    expect(bases()).toEqual([0, 1, 2, 3].map((unit) => ({ kind: 'deeper', unit, depth: 0 })));
  });
});

/** A true column of four units, logged in pieces of which some are ore, unknown or missing. */
const drilled = fc.record({
  thickness: fc.array(fc.constantFrom(0, 3, 7, 12, 40), { minLength: 4, maxLength: 4 }),
  end: fc.integer({ min: 1, max: 100 }),
  cuts: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 12 }),
  spoiled: fc.array(fc.constantFrom('ore', 'unknown', 'gap', null, null, null), {
    minLength: 30,
    maxLength: 30,
  }),
});

test('property: whatever is hidden, a contact is the true base and a doubt holds it in its stretch', () => {
  fc.assert(
    fc.property(drilled, ({ thickness, end, cuts, spoiled }) => {
      const truth: number[] = [];
      for (const one of thickness) truth.push((truth.at(-1) ?? 0) + one);
      const log = Math.min(end, truth[3]!);
      const at = [...new Set([0, log, ...truth, ...cuts].filter((depth) => depth <= log))].toSorted(
        (a, b) => a - b,
      );
      const codes = ['QC', 'WZ', 'LS', 'SC'];
      const rows = at.slice(1).flatMap((to, i) => {
        const true_ = codes[truth.findIndex((base) => base >= to)]!;
        const spoil = spoiled[i % spoiled.length];
        if (spoil === 'gap') return [];
        return [row(at[i]!, to, spoil === 'ore' ? 'FE' : spoil === 'unknown' ? 'ZZ' : true_)];
      });
      const found = basesOfHole(rows, placeOf, 4);
      expect(found.map(({ unit }) => unit)).toEqual([0, 1, 2, 3]);
      for (const base of found) {
        const true_ = truth[base.unit]!;
        if (base.kind === 'contact') expect(base.depth).toBe(true_);
        else if (base.kind === 'deeper') expect(true_).toBeGreaterThanOrEqual(base.depth);
        else {
          expect(true_).toBeGreaterThanOrEqual(base.from);
          expect(true_).toBeLessThanOrEqual(base.to);
        }
      }
    }),
    { numRuns: 500 },
  );
});
