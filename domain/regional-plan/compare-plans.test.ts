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
