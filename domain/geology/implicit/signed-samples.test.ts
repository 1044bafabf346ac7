import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeStretches, signedSamples } from './signed-samples.ts';

const down = (depth: number) => [0, 0, -depth] as const;
const o = { spacing: 10, most: 50 };

test('contacts are on the skin, what lies between them so far inside or outside as the hole says', () => {
  const samples = signedSamples(
    [
      { from: 0, to: 100, isInside: false },
      { from: 100, to: 120, isInside: true },
      { from: 120, to: 140, isInside: false },
    ],
    3,
    down,
    o,
  );
  expect(samples.filter(({ isContact }) => isContact).map(({ at, value }) => [at[2], value])).toEqual([
    [-100, 0],
    [-120, 0],
  ]);
  const at = (up: number) => samples.find((sample) => sample.at[2] === up)!.value;
  expect(at(-105)).toBe(5);
  const above = samples.filter((sample) => sample.at[2] > -100 && sample.at[2] < -80);
  for (const sample of above) expect(sample.value).toBeCloseTo(-100 - sample.at[2], 9);
  expect(above.length).toBeGreaterThan(0);
  // Farther than the most it is only known which side it is.
  expect(at(-5)).toBe(-50);
  expect(samples.every(({ hole }) => hole === 3)).toBe(true);
});

test('where ore ends at a stretch nobody logged there is no contact', () => {
  const samples = signedSamples(
    [
      { from: 0, to: 30, isInside: false },
      { from: 34, to: 50, isInside: true },
    ],
    0,
    down,
    o,
  );
  expect(samples.some(({ isContact }) => isContact)).toBe(false);
  expect(samples.every(({ value }) => Math.abs(value) === 50)).toBe(true);
});

test('assays above and below the cutoff in turn are one composite, by length', () => {
  const assays = [
    { from: 0, to: 1, grade: 0.1 },
    { from: 1, to: 2, grade: 0.9 },
    { from: 2, to: 3, grade: 0.1 },
    { from: 3, to: 6, grade: 0.8 },
    { from: 6, to: 9, grade: null },
    { from: 9, to: 12, grade: 0.1 },
  ];
  expect(gradeStretches(assays, { cutoff: 0.5, composite: 3 })).toEqual([
    { from: 0, to: 3, isInside: false },
    { from: 3, to: 6, isInside: true },
    { from: 9, to: 12, isInside: false },
  ]);
  expect(gradeStretches([], { cutoff: 1, composite: 3 })).toEqual([]);
});

test('no sample is farther from the skin than the nearest contact of its hole, and none on the wrong side', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(lengths, (all) => {
      let end = 0;
      const stretches = all.map((length, i) => {
        const from = end;
        end += length;
        return { from, to: end, isInside: i % 2 === 1 };
      });
      const samples = signedSamples(stretches, 0, down, o);
      for (const { at, value, isContact } of samples) {
        const depth = -at[2];
        const nearest = Math.min(...stretches.slice(1).map(({ from }) => Math.abs(from - depth)));
        expect(Math.abs(value)).toBeCloseTo(Math.min(50, nearest), 9);
        if (isContact) continue;
        const own = stretches.find(({ from, to }) => from <= depth && depth <= to)!;
        expect(value > 0).toBe(own.isInside);
      }
    }),
  );
});
