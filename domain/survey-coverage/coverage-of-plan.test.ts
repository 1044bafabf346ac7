import { expect, test } from 'vitest';
import type { DrivingFacts } from '../contracts/driving-facts.ts';
import type { SurveyScopeRule } from '../contracts/live/rule-book.ts';
import { coverageOfPlan } from './coverage-of-plan.ts';

const block = (from: number, to: number): [number, number][][][] => [
  [
    [
      [from, 0],
      [to, 0],
      [to, 100],
      [from, 100],
    ],
  ],
];
const area = (year: number, from: number, to: number) => ({
  id: `${year}`,
  name: null,
  year,
  polygons: block(from, to),
});
const surveyed = (from: number, to: number): NonNullable<DrivingFacts['surveyed']> => [
  { id: 'S', name: null, polygons: block(from, to), methods: ['geophysics'], written: null, date: null },
];
const rule = (years: number, more: Partial<SurveyScopeRule> = {}): SurveyScopeRule => ({
  id: `R${years}`,
  when: 'producing',
  years,
  jurisdiction: 'j',
  clause: 'c',
  status: 's',
  ...more,
});
const plan = [area(2027, 0, 100), area(2028, 100, 200), area(2030, 200, 300)];

test('each rule is held against the years it asks for, counted from the next one', () => {
  const [one, three] = coverageOfPlan(
    { plan, surveyed: surveyed(0, 150) },
    [rule(1, { yearlyBy: '09-30' }), rule(3)],
    '2026-11-29',
  )!;
  expect(one).toMatchObject({ plannedYears: 1, plannedArea: 10_000, share: 1, gaps: [] });
  expect(one!.scopes).toMatchObject([{ yearsMet: true, due: '2026-09-30', daysLeft: -60 }]);
  // 2029 has no plan: the area stands for two years, and says so.
  expect(three).toMatchObject({ plannedYears: 2, plannedArea: 20_000, share: 0.75 });
  expect(three!.scopes).toMatchObject([{ yearsMet: false, due: null }]);
  expect(three!.gaps.map((gap) => Math.round(gap.area))).toEqual([5000]);
});

test('a plan that is over covers nothing, and nothing surveyed is all gap', () => {
  const [late] = coverageOfPlan({ plan, surveyed: surveyed(0, 300) }, [rule(1)], '2031-01-01')!;
  expect(late).toMatchObject({ plannedYears: 0, share: null });
  expect(late!.scopes[0]!.yearsMet).toBe(false);
  const [blind] = coverageOfPlan({ plan, surveyed: null }, [rule(1)], '2026-01-01')!;
  expect(blind).toMatchObject({ share: 0 });
  expect(coverageOfPlan({ plan: null, surveyed: null }, [rule(1)], '2026-01-01')).toBeNull();
});
