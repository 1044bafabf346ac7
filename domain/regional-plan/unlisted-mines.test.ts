import { expect, it } from 'vitest';
import type { NamedOutside } from '../contracts/mines-outside.ts';
import { regionalPlanSchema } from '../contracts/regional-plan.ts';
import { comparePlans } from './compare-plans.ts';
import { composePlan } from './compose-plan.ts';
import { planDocument } from './plan-document.ts';
import type { PlanSources } from './plan-sources.ts';
import { smallHazard, smallSources } from './small-plan.test-kit.ts';

const lone: NamedOutside = {
  ...{ id: 'lone', name: { zh: '孤山矿', en: 'Lone Mine' } },
  ...{ by: 'bundle', bundle: true, provenance: 'measured' },
};
const silent: NamedOutside = {
  ...{ id: 'silent', name: { zh: 'silent', en: 'silent' } },
  ...{ by: 'live', bundle: false, provenance: null },
};
const compose = (more: Partial<PlanSources> = {}) =>
  composePlan(smallSources(more), { year: 2026, on: '2026-11-01', comparedWith: null });
const withBoth = (more: Partial<PlanSources> = {}) =>
  compose({
    outside: [lone, silent],
    hazards: [
      ...smallSources().hazards,
      smallHazard('lone', 'L1'),
      smallHazard('lone', 'L2', { category: 'goaf-water' }),
      smallHazard('lone', 'L3', { state: 'closed' }),
    ],
    ...more,
  });

it('names each as a gap with its open hazards; an empty ledger is not "none"', () => {
  const plan = withBoth();
  expect(regionalPlanSchema.parse(plan)).toEqual(plan);
  expect(plan.gaps.slice(0, 2)).toMatchObject([
    {
      kind: 'mine-not-in-register',
      object: 'unlisted:lone',
      of: { zh: '孤山矿' },
      detail: { zh: '未销号隐患 2 项' },
    },
    { kind: 'mine-not-in-register', of: { en: 'silent' }, detail: { zh: '台账无记录，不等于没有隐患' } },
  ]);
  expect(compose().gaps.map(({ kind }) => kind)).not.toContain('mine-not-in-register');
});

it('has their open hazards under them, each once, whatever rule of water would have taken them', () => {
  const { objects } = withBoth();
  const hazards = objects.filter(({ kind, mines }) => kind === 'hazard' && mines[0] === 'lone');
  expect(hazards.map(({ id, chapter, parent }) => [id, chapter, parent])).toEqual([
    ['hazard:lone:L1', 'other-hazards', 'unlisted:lone'],
    ['hazard:lone:L2', 'other-hazards', 'unlisted:lone'],
  ]);
  expect(hazards[0]!.title.zh).toBe('孤山矿·隐患 L1');
  const mine = objects.find(({ id }) => id === 'unlisted:lone')!;
  expect(mine.fields.slice(0, 3)).toMatchObject([
    { key: 'reasons', tone: 'doubt', value: { zh: '其矿山数据包写明属于本县；登记册未列入' } },
    { key: 'notTold', tone: 'missing' },
    { key: 'hazards', value: { zh: '2 项' } },
  ]);
});

it('is said where the county is counted, and at the head of the document', () => {
  const plan = withBoth();
  for (const group of ['mineState', 'mineType', 'mineGrade'])
    expect(plan.counts, group).toContainEqual(
      expect.objectContaining({ group, key: 'unlisted', value: 2, isUnknown: true }),
    );
  const { blocks } = planDocument({
    ...{ plan, texts: [], changes: [], rules: null, figures: new Set<string>(), version: null },
  });
  const said = blocks.find((one) => one.type === 'paragraph' && one.text.zh.includes('登记册未列入'));
  expect(said).toMatchObject({ tone: 'missing' });
  expect(JSON.stringify(said)).toContain('孤山矿（未销号隐患 2 项）');
  const table = blocks.find((one) => one.type === 'table' && one.id === 'unlisted:lone:hazards');
  expect(table?.type === 'table' && table.rows).toHaveLength(2);
  expect(blocks.some((one) => one.type === 'heading' && one.id === 'gap:mine-not-in-register')).toBe(true);
});

it('a mine that is dropped from the register is new among these the next year, and its hazards moved', () => {
  const sources = smallSources();
  const before = compose();
  const outside = [{ ...lone, id: 'd', name: { zh: 'd矿', en: 'Mine d' } }];
  const after = compose({ outside, mines: sources.mines.filter(({ id }) => id !== 'd') });
  const { changes } = comparePlans(before, after);
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'added', object: 'unlisted:d' }));
  const moved = changes.find(({ object }) => object === 'hazard:d:H4')!;
  expect(moved.fields).toMatchObject([{ key: 'parent', before: { zh: '章内单列' }, after: { zh: 'd矿' } }]);
  // With another count of hazards the mine itself has changed.
  const more = compose({ outside, hazards: [...sources.hazards, smallHazard('d', 'H9')] });
  const changed = comparePlans(compose({ outside }), more).changes.find(
    ({ object }) => object === 'unlisted:d',
  );
  expect(changed?.fields.map(({ key }) => key)).toContain('hazards');
});

it('whose bundle is made up makes the plan one of made-up data', () => {
  const { mines } = smallSources();
  const measured = mines.map((mine) => ({ ...mine, provenance: 'measured' as const }));
  const catalog = { ...smallSources().catalog, provenance: 'measured' as const };
  const of = (provenance: NamedOutside['provenance']) =>
    compose({ catalog, mines: measured, outside: [{ ...lone, provenance }] }).provenance;
  expect([of('measured'), of(null), of('synthetic')]).toEqual(['measured', 'measured', 'synthetic']);
});
