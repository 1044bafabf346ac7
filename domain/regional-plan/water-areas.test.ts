import { expect, it } from 'vitest';
import { groundOf, type PlanSources } from './plan-sources.ts';
import { smallFinding, smallSources } from './small-plan.test-kit.ts';
import { waterAreas } from './water-areas.ts';

const areas = (sources: PlanSources) => waterAreas(groundOf(sources, '2026-11-01'));
const reasons = (sources: PlanSources, id: string) =>
  areas(sources)
    .objects.find((one) => one.id === id)!
    .fields.find(({ key }) => key === 'reasons')!.value!.en;

it('says which rule holds for a mine, with the number', () => {
  const why = reasons(smallSources(), 'water:a');
  expect(why).toContain('has a goaf that holds water: G1');
  expect(why).toContain('G1 stands at −60 m, 92 m above the lowest hollow (−152 m); bound 50 m');
  expect(why).toContain('open water hazards in the ledger: goaf water 1');
});

it('a mine of which nothing was recorded cannot be told, and is not simple', () => {
  const { notTold, gaps } = areas(smallSources());
  expect(notTold).toContain('d');
  const d = gaps.find(({ of }) => of.en === 'Mine d')!;
  expect(d).toMatchObject({ kind: 'water-not-told', object: null });
  expect(d.detail!.en).toContain('graded for water: never graded');
});

it('a goaf of which nobody knows whether it holds water leaves its mine open', () => {
  const gap = areas(smallSources()).gaps.find(({ of }) => of.en === 'Mine b')!;
  expect(gap.detail!.en).toContain('not known of G2');
});

it('a mine of which every rule says no, with everything recorded, is neither complex nor open', () => {
  const sources = smallSources();
  const dry = {
    ...sources,
    features: sources.features.filter(({ id }) => id !== 'G2'),
  };
  const { notTold, areaOf } = areas(dry);
  expect(notTold).not.toContain('b');
  expect(areaOf.has('b')).toBe(false);
});

it('complex mines that share a found water path are one area', () => {
  const sources = smallSources();
  const path = smallFinding('w1', 'shared-water-path', [
    ['a', 'A1'],
    ['b', 'A1'],
  ]);
  const shared = {
    ...sources,
    neighbours: { ...sources.neighbours, findings: [path] },
    rules: {
      complexHydrogeology: [
        ...sources.rules!.complexHydrogeology,
        { ...sources.rules!.complexHydrogeology[0]!, id: 'W_PATH', criterion: 'shared-water-path' as const },
      ],
    },
  };
  expect(areas(shared).objects.map(({ id }) => id)).toEqual(['water:a+b']);
  const doubtful = {
    ...shared,
    neighbours: { ...shared.neighbours, findings: [{ ...path, answer: 'unknown' as const }] },
  };
  expect(areas(doubtful).objects.map(({ id }) => id)).toEqual(['water:a']);
});

it('without rules, and with a rule without its number, it says so', () => {
  expect(areas(smallSources({ rules: null })).gaps.map(({ kind }) => kind)).toEqual(['no-water-rule']);
  const sources = smallSources();
  const unset = {
    ...sources,
    rules: {
      complexHydrogeology: sources.rules!.complexHydrogeology.map(({ value, ...rule }) => rule),
    },
  };
  expect(areas(unset).gaps.find(({ kind }) => kind === 'rule-not-configured')?.of.en).toBe('W_HEAD');
});
