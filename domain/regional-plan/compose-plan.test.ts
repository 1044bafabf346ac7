import { expect, it } from 'vitest';
import { type RegionalPlan, regionalPlanSchema } from '../contracts/regional-plan.ts';
import { composePlan } from './compose-plan.ts';
import { planDocument } from './plan-document.ts';
import type { PlanSources } from './plan-sources.ts';
import { smallFeature, smallFinding, smallHazard, smallSources } from './small-plan.test-kit.ts';

const compose = (sources: PlanSources = smallSources(), on = '2026-11-01'): RegionalPlan =>
  composePlan(sources, { year: 2026, on, comparedWith: null });
const object = (plan: RegionalPlan, id: string) => plan.objects.find((one) => one.id === id)!;
const said = (plan: RegionalPlan, id: string, key: string) =>
  object(plan, id).fields.find((one) => one.key === key)!;
const gapsOf = (plan: RegionalPlan, kind: string) =>
  plan.gaps.filter((one) => one.kind === kind).map(({ of }) => of.en);

it('has every open hazard of the ledger in exactly one chapter, and none that is closed', () => {
  const plan = compose();
  expect(regionalPlanSchema.parse(plan)).toEqual(plan);
  const hazards = plan.objects.filter(({ kind }) => kind === 'hazard');
  expect(hazards.map(({ id, chapter, parent }) => [id, chapter, parent])).toEqual([
    ['hazard:a:H1', 'contiguous', 'cluster:a+b'],
    ['hazard:a:H2', 'hydrogeology', 'water:a'],
    ['hazard:c:H3', 'closed-mines', 'closed:c'],
    ['hazard:d:H4', 'other-hazards', null],
  ]);
  const ids = plan.objects.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('tells what was closed in its year, whenever it was accepted, and what was closed because it never was there', () => {
  const sources = smallSources();
  const accepted = { metric: '充填率', value: 97, unit: '%', on: '2025-12-20', by: '县局' };
  const closed = sources.hazards.map((one) => ({
    ...one,
    state: 'closed' as const,
    treatment: { ...one.treatment, accepted: one.id === 'H2' ? null : accepted },
  }));
  const closedOn = new Map([
    ['hazard:a:H1', '2026-01-08'],
    ['hazard:a:H2', '2026-04-01'],
    ['hazard:c:H3', '2025-12-21'],
  ]);
  const plan = compose({ ...sources, hazards: closed, closedOn });
  const title = expect.anything();
  expect(plan.closedOut).toEqual([
    { id: 'hazard:a:H1', title, accepted: '2025-12-20', closed: '2026-01-08', reached: '充填率 97 %' },
    { id: 'hazard:a:H2', title, accepted: null, closed: '2026-04-01', reached: '' },
  ]);
  const { blocks } = planDocument({
    plan,
    texts: [],
    changes: [],
    rules: null,
    figures: new Set(),
    version: null,
  });
  expect(blocks).toContainEqual(expect.objectContaining({ type: 'table', id: 'closed-out' }));
});

it('tells of a hazard that its deadline was moved, and of a group how many of its hazards', () => {
  const sources = smallSources();
  const told = (moved: typeof sources.moved) => {
    const { objects } = compose({ ...sources, moved });
    return (id: string) =>
      objects.find((one) => one.id === id)!.fields.find(({ key }) => key === 'deadline')!.value;
  };
  const before = told(new Map());
  const after = told(new Map([['hazard:a:H1', { times: 2, first: '2025-06-30' }]]));
  const was = '期限已改 2 次，最初 2025-06-30';
  expect(before('hazard:a:H1')!.zh).not.toContain('已改');
  expect(after('hazard:a:H1')!.zh).toBe(`${before('hazard:a:H1')!.zh}；${was}`);
  expect(after('hazard:a:H1')!.en).toContain('moved 2×, first 2025-06-30');
  expect(after('cluster:a+b')!.zh).toContain('1 项改过期限');
});

it('tells a contiguous area with its pairs, and what the ledger does about them', () => {
  const plan = compose();
  expect(said(plan, 'cluster:a+b', 'mines').value!.zh).toContain('a矿（生产，B 级，矿主：owner of a）');
  expect(said(plan, 'cluster:a+b', 'hazards').value!.en).toBe('1');
  expect(said(plan, 'pair:f2', 'distance').value!.zh).toBe('60.2 m ± 2 m（限值 100 m）');
  expect(said(plan, 'pair:f2', 'inLedger').value!.zh).toBe('隐患 H1');
  expect(object(plan, 'pair:f3').parent).toBe('cluster:a+b');
  expect(said(plan, 'pair:f3', 'certainty')).toMatchObject({
    tone: 'missing',
    value: { en: 'cannot be told: accuracy of the position unknown' },
  });
});

it('says what nobody does: a pair no hazard names, a mine without a leader, a hazard with nothing fixed', () => {
  const plan = compose();
  expect(gapsOf(plan, 'pair-not-in-ledger')).toEqual(['Mine a — Mine b: workings near a goaf']);
  expect(gapsOf(plan, 'no-leader')).toEqual(['Mine b']);
  for (const kind of ['no-responsible', 'no-measure', 'no-deadline', 'no-target', 'unverified'])
    expect(gapsOf(plan, kind), kind).toEqual(['Mine c·隐患 H3']);
  expect(gapsOf(plan, 'no-funding')).toEqual(['Mine c·隐患 H3', 'Mine d·隐患 H4']);
  expect(gapsOf(plan, 'inferred')).toEqual(['Mine a·隐患 H2']);
  expect(gapsOf(plan, 'overdue')).toEqual(['Mine d·隐患 H4']);
  expect(said(plan, 'hazard:c:H3', 'responsible')).toEqual({
    key: 'responsible',
    value: null,
    tone: 'missing',
  });
});

it('a county without a hazard in the ledger has areas with nothing done about them, and not areas that are safe', () => {
  const plan = compose(smallSources({ hazards: [] }));
  for (const key of ['hazards', 'measure', 'responsible', 'funding', 'deadline', 'contingencyPlan'])
    expect(said(plan, 'cluster:a+b', key)).toMatchObject({ value: null, tone: 'missing' });
});

it('an area without a dangerous pair has nothing to be treated together, and says where its hazards are', () => {
  const sources = smallSources();
  const findings = sources.neighbours.findings.filter(({ check }) => check === 'contiguous');
  const plan = compose({ ...sources, neighbours: { ...sources.neighbours, findings } });
  expect(said(plan, 'cluster:a+b', 'hazards').value!.zh).toContain('各矿自身未销号隐患 2 项');
  expect(object(plan, 'cluster:a+b').fields.map(({ key }) => key)).not.toContain('measure');
  const gaps = [
    {
      mine: 'b',
      check: 'goafs-distance' as const,
      settles: { do: 'record-kind' as const, of: 'b', kind: 'goaf' as const },
    },
  ];
  const blind = compose({ ...sources, neighbours: { ...sources.neighbours, findings, gaps } });
  expect(said(blind, 'cluster:a+b', 'hazards')).toMatchObject({
    tone: 'doubt',
    value: { en: expect.stringContaining('1 checks cannot be made') },
  });
});

it('an area that holds together by doubtful findings says so', () => {
  const sources = smallSources();
  const doubtful = {
    ...sources.neighbours,
    clusters: [{ mines: ['a', 'b'], certain: false, findings: ['f1'] }],
  };
  const plan = compose({ ...sources, neighbours: doubtful });
  expect(said(plan, 'cluster:?a+b', 'certainty').tone).toBe('doubt');
});

it('shows the register and the features of the day', () => {
  const before = compose(smallSources(), '2018-06-01');
  // Nobody says what state mine a was in before its history begins.
  expect(gapsOf(before, 'mine-state-unknown')).toContain('Mine a');
  expect(before.objects.filter(({ kind }) => kind === 'closed-mine')).toEqual([]);
  const sources = smallSources();
  const later = {
    ...sources,
    features: sources.features.map((one) => (one.id === 'G1' ? { ...one, from: '2026-12-01' } : one)),
  };
  expect(compose(later).objects.map(({ id }) => id)).not.toContain('pair:f2');
});

it('a finding between mines that no area holds together stands in the plan with what the ledger does about it', () => {
  const sources = smallSources();
  const foreign = smallFinding('f9', 'connected-workings', [
    ['d', 'W9'],
    ['e', 'W1'],
  ]);
  const further = smallFinding('f10', 'goafs-distance', [
    ['a', 'G1'],
    ['d', 'G9'],
  ]);
  const neighbours = { ...sources.neighbours, findings: [...sources.neighbours.findings, foreign, further] };
  const plan = compose({ ...sources, neighbours });
  const group = 'neighbours:a+d+e';
  expect(object(plan, group)).toMatchObject({
    kind: 'neighbour-group',
    mines: ['a', 'd', 'e'],
    parent: null,
  });
  for (const id of ['pair:f9', 'pair:f10']) expect(object(plan, id).parent).toBe(group);
  // What an area tells of its own mines the group does not tell again.
  expect(object(plan, 'pair:f2').parent).toBe('cluster:a+b');
  expect(said(plan, group, 'pairs').value!.en).toBe('connected workings 1; distance of goafs 1');
  expect(gapsOf(plan, 'pair-not-in-ledger')).toContain('Mine d — e: connected workings');
  const { blocks } = planDocument({
    plan,
    texts: [],
    changes: [],
    rules: null,
    figures: new Set([`${group}:map`]),
    version: null,
  });
  const ids = blocks.map((block) => ('id' in block ? block.id : 'figure' in block ? block.figure : null));
  expect(ids).toEqual(expect.arrayContaining([group, `${group}:map`, `${group}:pairs`]));
});

it('counts every finding of the report once, under an area or a group', () => {
  const sources = smallSources();
  const findings = [
    ...sources.neighbours.findings,
    smallFinding('f9', 'goafs-distance', [
      ['c', 'G1'],
      ['d', 'G9'],
    ]),
  ];
  const plan = compose({ ...sources, neighbours: { ...sources.neighbours, findings, clusters: [] } });
  const pairs = plan.objects.filter(({ kind }) => kind === 'pair');
  expect(pairs.map(({ id }) => id).toSorted()).toEqual(findings.map(({ id }) => `pair:${id}`).toSorted());
  const ids = new Set(plan.objects.map(({ id }) => id));
  for (const { parent } of pairs) expect(ids).toContain(parent);
});

it('says of each mine what keeps its checks from being made, and of no mine that nothing was found by them', () => {
  const sources = smallSources();
  const gaps = (['goafs-distance', 'workings-distance'] as const).map((check) => ({
    mine: 'c',
    check,
    settles: { do: 'record-kind' as const, of: 'c', kind: 'goaf' as const },
  }));
  const every = {
    mine: null,
    check: 'subsidence-overlap' as const,
    settles: { do: 'configure-draw-angle' as const, of: 'subsidence-overlap', kind: null },
  };
  const plan = compose({ ...sources, neighbours: { ...sources.neighbours, gaps: [...gaps, every] } });
  const told = plan.gaps.filter(({ kind }) => kind === 'neighbours-not-told');
  expect(told.map(({ of }) => of.en)).toEqual(['Mine c', 'Small County']);
  expect(told[0]!.detail!.en).toContain('distance of goafs');
  expect(told[0]!.detail!.en).toContain('distance of workings');
  expect(said(plan, 'closed:c', 'pairs')).toMatchObject({
    tone: 'doubt',
    value: { en: 'none found; 3 kinds of check could not be made for want of data' },
  });
});

it('tells of a mine in two areas once that nobody answers for it', () => {
  const sources = smallSources();
  const clusters = [
    { mines: ['a', 'b'], certain: true, findings: ['f1'] },
    { mines: ['a', 'b', 'd'], certain: false, findings: ['f1'] },
  ];
  const plan = compose({ ...sources, neighbours: { ...sources.neighbours, clusters } });
  expect(gapsOf(plan, 'no-leader')).toEqual(['Mine b']);
});

it('where the check for contiguous mines could not run, no area is no finding', () => {
  const sources = smallSources();
  const neighbours = {
    ...sources.neighbours,
    findings: [],
    clusters: [],
    gaps: [
      {
        mine: null,
        check: 'contiguous' as const,
        settles: { do: 'configure-distance' as const, of: 'contiguous', kind: null },
      },
    ],
  };
  expect(gapsOf(compose({ ...sources, neighbours }), 'no-neighbours-rule')).toEqual(['Small County']);
});

it('counts add up to what is there', () => {
  const plan = compose(smallSources({ hazards: [...smallSources().hazards, smallHazard('b', 'H6')] }));
  const sum = (group: string) =>
    plan.counts.filter((one) => one.group === group).reduce((total, { value }) => total + value, 0);
  expect(sum('mineState')).toBe(4);
  expect(sum('mineGrade')).toBe(4);
  expect(sum('hazardState')).toBe(6);
  expect(sum('hazardCategory')).toBe(5);
  expect(sum('corroboration')).toBe(5);
  const count = (key: string) => plan.counts.find((one) => one.key === key)?.value;
  expect(count('funding')).toBe(2);
  expect(count('gaps')).toBe(plan.gaps.length);
});

it('says of what was not there on the day of the comparison that nobody compared it', () => {
  const sources = smallSources();
  const begun = { from: '2026-11-15', to: null };
  const later = {
    ...sources,
    features: [...sources.features, smallFeature('b', 'G7', 'goaf', 1, begun)],
    neighbours: {
      ...sources.neighbours,
      notCompared: [{ mine: 'b', feature: 'G7', kind: 'goaf' as const, ...begun }],
    },
  };
  expect(gapsOf(compose(later, '2026-11-14'), 'feature-not-compared')).toEqual([]);
  const gap = compose(later, '2026-11-30').gaps.find(({ kind }) => kind === 'feature-not-compared');
  expect(gap).toMatchObject({ of: { en: 'Mine b' }, object: null });
  expect(gap!.detail!.en).toMatch(/^G7: .*goaf/u);
});

it('no reader is told the ids of files: things, layers and checks go by their names', () => {
  const sources = smallSources();
  const [finding] = sources.neighbours.findings.filter(({ check }) => check === 'goafs-distance');
  const water = { feature: 'G1', level: -90, headMetres: 12, headMegapascals: 0.12 };
  const told = {
    ...finding!,
    proofs: finding!.proofs.map((proof) => ({ ...proof, water: [water] })),
    settles: [
      { do: 'measure-water-level' as const, of: 'G1', kind: 'goaf' as const },
      { do: 'configure-distance' as const, of: 'goafs-distance', kind: null },
    ],
  };
  const { objects } = compose({ ...sources, neighbours: { ...sources.neighbours, findings: [told] } });
  const values = objects.flatMap(({ fields }) =>
    fields.flatMap(({ value }) => (value ? [value.zh, value.en] : [])),
  );
  expect(values.filter((value) => /goafs \/|\(goafs-distance\)|\(G1\)/.test(value))).toEqual([]);
  expect(values.some((value) => value.includes('采空区 G1号 水位 −90 m'))).toBe(true);
});
