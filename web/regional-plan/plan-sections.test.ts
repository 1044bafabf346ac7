import { expect, it } from 'vitest';
import { composePlan } from '../../domain/regional-plan/compose-plan.ts';
import { planDocument } from '../../domain/regional-plan/plan-document.ts';
import { smallSources } from '../../domain/regional-plan/small-plan.test-kit.ts';
import { planSections, sectionOfGap } from './plan-sections.ts';

const sources = smallSources();
const plan = composePlan(sources, { year: 2026, on: '2026-11-01', comparedWith: null });
const { blocks } = planDocument({
  plan,
  texts: [],
  changes: [],
  rules: sources.rules,
  figures: new Set(),
  version: null,
});
const sections = planSections(blocks);

it('keep every block, under anchors that are there once', () => {
  const count = sections.reduce((sum, section) => sum + 1 + section.blocks.length, 0);
  expect(count).toBe(blocks.length);
  const anchors = sections.map(({ anchor }) => anchor);
  expect(new Set(anchors).size).toBe(anchors.length);
  for (const anchor of anchors) expect(anchor).toMatch(/^[a-z0-9-]+$/);
});

it('a gap leads to where its object is told', () => {
  const of = (kind: string, object: string | null) => {
    const gap = plan.gaps.find((one) => one.kind === kind && one.object === object)!;
    return sectionOfGap(gap, plan, sections)?.heading.id;
  };
  expect(of('pair-not-in-ledger', 'pair:f3')).toBe('cluster:a+b');
  expect(of('no-measure', 'hazard:c:H3')).toBe('closed:c');
  expect(of('overdue', 'hazard:d:H4')).toBe('category:陷落柱');
  expect(of('mine-state-unknown', null)).toBe('closed-mines');
});
