import { expect, it } from 'vitest';
import { groundOf, type PlanSources } from './plan-sources.ts';
import { smallFeature, smallFinding, smallSources } from './small-plan.test-kit.ts';
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

it('a flooded working is water, and one of which nobody knows leaves its mine open', () => {
  const sources = smallSources();
  const withW1 = (more: object): PlanSources => ({
    ...sources,
    features: sources.features.map((one) => (one.id === 'W1' ? { ...one, ...more } : one)),
  });
  const flooded = withW1({ holdsWater: true, waterLevel: 48 });
  expect(reasons(flooded, 'water:a')).toContain(
    'W1 stands at 48 m, 200 m above the lowest hollow (−152 m); bound 50 m',
  );
  const dryGoaf = (of: PlanSources): PlanSources => ({
    ...of,
    features: of.features.map((one) => (one.id === 'G1' ? { ...one, holdsWater: false } : one)),
  });
  const a = areas(dryGoaf(withW1({ holdsWater: null }))).gaps.find(({ of }) => of.en === 'Mine a');
  expect(a!.detail!.en).toContain('the level of 1 is unknown');
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

const dryB = (sources: PlanSources): PlanSources => ({
  ...sources,
  features: sources.features.filter(({ id }) => id !== 'G2'),
  pins: {
    ...sources.pins,
    ledger: sources.pins.ledger.map((of) => (of.mine === 'b' ? { ...of, head: 'b'.repeat(64) } : of)),
  },
});
const openOf = (sources: PlanSources) => areas(sources).gaps.find(({ of }) => of.en === 'Mine b')?.detail?.en;
const withB = (sources: PlanSources, more: Partial<PlanSources['mines'][number]>): PlanSources => ({
  ...sources,
  mines: sources.mines.map((mine) => (mine.id === 'b' ? { ...mine, ...more } : mine)),
});

it('a ledger nobody ever wrote in denies nothing', () => {
  const sources = smallSources();
  const silent = { ...dryB(sources), pins: sources.pins };
  expect(openOf(silent)).toContain('nothing was ever written in its ledger');
  expect(openOf(dryB(sources))).toBeUndefined();
});

it('where hollows are not recorded whole the lowest of them is not known', () => {
  const sources = dryB(smallSources());
  const partly = withB(
    {
      ...sources,
      features: [...sources.features, smallFeature('b', 'W9', 'working', 1)],
    },
    { recorded: ['right', 'working', 'aquifer', 'closed-shaft', 'fault'] },
  );
  expect(openOf(partly)).toContain('goafs were never recorded whole');
});

it('a rule of two kinds is not denied by one of them', () => {
  const sources = dryB(smallSources());
  const rules = {
    complexHydrogeology: sources.rules!.complexHydrogeology.map((rule) =>
      rule.criterion === 'graded-water' ? { ...rule, kinds: ['water', 'karst'] } : rule,
    ),
  };
  expect(openOf({ ...sources, rules })).toContain('not graded in all of its kinds');
});

it('a mine of which every rule says no, with everything recorded, is neither complex nor open', () => {
  const sources = smallSources();
  const dry = dryB(sources);
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

it('a mine that may reach what two others share for certain is not told, and not in their area', () => {
  const sources = dryB(smallSources());
  const [first] = smallFinding('w1', 'shared-water-path', [
    ['a', 'A1'],
    ['b', 'B1'],
  ]).proofs;
  const proof = (mine: string, answer: 'found' | 'unknown') => ({
    ...first!,
    there: { ...first!.there, mine },
    judged: { answer, certain: answer === 'found' },
  });
  const path = {
    ...smallFinding('w1', 'shared-water-path', [
      ['a', 'A1'],
      ['b', 'B1'],
    ]),
    mines: ['a', 'b', 'c'],
    proofs: [proof('a', 'found'), proof('c', 'found'), proof('b', 'unknown')],
  };
  const rule = {
    ...sources.rules!.complexHydrogeology[0]!,
    id: 'W_PATH',
    criterion: 'shared-water-path' as const,
  };
  const { objects, notTold } = areas({
    ...sources,
    neighbours: { ...sources.neighbours, findings: [path] },
    rules: { complexHydrogeology: [rule] },
  });
  expect(objects.map(({ id }) => id)).toEqual(['water:a+c']);
  expect(notTold).toContain('b');
});

it('a path by a goaf that was there no more does not say no, where the mine has another', () => {
  const sources = dryB(smallSources());
  const path = smallFinding('w1', 'shared-water-path', [
    ['a', 'A1'],
    ['b', 'G7'],
  ]);
  const ended = smallFeature('b', 'G7', 'goaf', 1, { to: '2026-06-30' });
  const rule = {
    ...sources.rules!.complexHydrogeology[0]!,
    id: 'W_PATH',
    criterion: 'shared-water-path' as const,
  };
  const { notTold, gaps } = areas({
    ...sources,
    features: [...sources.features, ended, smallFeature('b', 'G8', 'goaf', 1)],
    neighbours: { ...sources.neighbours, findings: [path] },
    rules: { complexHydrogeology: [...sources.rules!.complexHydrogeology, rule] },
  });
  expect(notTold).toContain('b');
  expect(gaps.find(({ of }) => of.en === 'Mine b')?.detail?.zh).toContain('共用通道所据对象当日不存在');
});

it('what was not there on the day neighbours were compared of is no denial', () => {
  const sources = dryB(smallSources());
  const rule = {
    ...sources.rules!.complexHydrogeology[0]!,
    id: 'W_PATH',
    criterion: 'shared-water-path' as const,
  };
  const begun = { mine: 'b', feature: 'G7', kind: 'goaf' as const, from: '2026-10-15', to: null };
  const asked = { ...sources, rules: { complexHydrogeology: [rule] } };
  expect(openOf(asked)).toBeUndefined();
  const neighbours = { ...sources.neighbours, notCompared: [begun] };
  expect(openOf({ ...asked, neighbours })).toContain('1 of its things were never compared');
});

it('of a day before that of the register it knows what the history says, and of no history nothing', () => {
  const sources = smallSources();
  const on = (day: string) =>
    groundOf(sources, day).mines.map(({ id, state, grade, risk }) => ({ id, state, grade, risk }));
  const risky = { ...sources, mines: sources.mines.map((mine) => ({ ...mine, risk: 'low' as const })) };
  expect(on('2015-01-01')).toEqual([
    { id: 'a', state: 'unknown', grade: null, risk: null },
    { id: 'b', state: 'unknown', grade: null, risk: null },
    { id: 'c', state: 'producing', grade: 'C', risk: null },
    { id: 'd', state: 'unknown', grade: null, risk: null },
  ]);
  expect(groundOf(risky, '2015-01-01').mines.map(({ risk }) => risk)).toEqual([null, null, null, null]);
  expect(groundOf(risky, '2026-11-01').mines.map(({ risk }) => risk)).toEqual(['low', 'low', 'low', 'low']);
  const timeless = {
    ...sources,
    catalog: { ...sources.catalog, asOf: null },
    mines: sources.mines.map((mine) => ({ ...mine, history: [], state: 'producing' as const })),
  };
  expect(groundOf(timeless, '2015-01-01').mines[0]!.state).toBe('producing');
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
