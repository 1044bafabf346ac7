import { expect, it } from 'vitest';
import { comparePlans } from './compare-plans.ts';
import { composePlan } from './compose-plan.ts';
import type { PlanSources } from './plan-sources.ts';
import { smallHazard, smallSources } from './small-plan.test-kit.ts';

const plan = (more: Partial<PlanSources> = {}) =>
  composePlan(smallSources(more), { year: 2026, on: '2026-11-01', comparedWith: null });

it('a plan does not differ from itself', () => {
  const one = plan();
  expect(comparePlans(one, one)).toEqual({ changes: [], unchanged: one.objects.length });
});

it('finds what is new, gone and changed, field by field', () => {
  const { hazards } = smallSources();
  const later = plan({
    hazards: [
      { ...hazards[0]!, state: 'accepted' },
      ...hazards.slice(1, 3),
      smallHazard('d', 'H7', { category: 'karst' }),
    ],
  });
  const { changes } = comparePlans(plan(), later);
  const hazardsOnly = changes.filter(({ objectKind }) => objectKind === 'hazard');
  expect(hazardsOnly.map(({ kind, object }) => [kind, object])).toEqual([
    ['changed', 'hazard:a:H1'],
    ['added', 'hazard:d:H7'],
    ['gone', 'hazard:d:H4'],
  ]);
  expect(hazardsOnly[0]!.fields).toEqual([
    { key: 'state', before: { zh: '治理中', en: 'being treated' }, after: { zh: '已验收', en: 'accepted' } },
  ]);
});

it('an area that won a mine is the same area, changed', () => {
  const { neighbours } = smallSources();
  const wider = plan({
    neighbours: { ...neighbours, clusters: [{ mines: ['a', 'b', 'd'], certain: true, findings: [] }] },
  });
  const change = comparePlans(plan(), wider).changes.find(({ objectKind }) => objectKind === 'cluster')!;
  expect(change).toMatchObject({ kind: 'changed', object: 'cluster:a+b+d', was: 'cluster:a+b' });
  expect(change.fields.map(({ key }) => key)).toContain('mines');
});

it('a hazard that another chapter tells of, whose mine was renamed, is changed though nothing else is said of it', () => {
  const before = plan();
  const moved = before.objects.map((one) =>
    one.id === 'hazard:a:H1'
      ? { ...one, chapter: 'closed-mines' as const, parent: 'closed:c', title: { zh: '新名', en: 'New' } }
      : one,
  );
  const { changes } = comparePlans(before, { ...before, objects: moved });
  expect(changes.map(({ object, fields }) => [object, fields.map(({ key }) => key)])).toEqual([
    ['hazard:a:H1', ['title', 'chapter', 'parent']],
  ]);
  expect(changes[0]!.fields[1]!.after).toEqual({ zh: '已关闭矿井', en: 'Closed mines' });
  const paired = before.objects.map((one) => (one.id === 'pair:f2' ? { ...one, mines: ['a', 'd'] } : one));
  expect(comparePlans(before, { ...before, objects: paired }).changes).toMatchObject([
    { fields: [{ key: 'mines', before: { en: 'Mine a, Mine b' }, after: { en: 'Mine a, Mine d' } }] },
  ]);
});
