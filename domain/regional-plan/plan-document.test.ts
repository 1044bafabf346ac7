import { expect, it } from 'vitest';
import { type PlanBlock, planDocumentSchema } from '../contracts/plan-document.ts';
import { comparePlans } from './compare-plans.ts';
import { composePlan } from './compose-plan.ts';
import { COUNTY_FIGURE } from './figures/figure-ids.ts';
import { type DocumentOf, planDocument } from './plan-document.ts';
import type { PlanSources } from './plan-sources.ts';
import { smallSources } from './small-plan.test-kit.ts';

const document = (more: Partial<DocumentOf> = {}, sources: PlanSources = smallSources()) =>
  planDocument({
    plan: composePlan(sources, { year: 2026, on: '2026-11-01', comparedWith: null }),
    texts: [],
    changes: [],
    rules: sources.rules,
    figures: new Set([COUNTY_FIGURE]),
    version: null,
    ...more,
  });
const textOf = (blocks: readonly PlanBlock[]): string => JSON.stringify(blocks);

it('is a document by its contract, numbered, in the order of the chapters', () => {
  const made = document();
  expect(planDocumentSchema.parse(made)).toEqual(made);
  const headings = made.blocks.filter((one) => one.type === 'heading');
  expect(
    headings.filter(({ level }) => level === 1).map(({ number, text }) => `${number} ${text.zh}`),
  ).toEqual([
    '1 编制依据与数据',
    '2 区域概况与统计',
    '3 连片矿区',
    '4 水文地质条件复杂区域',
    '5 已关闭矿井',
    '6 其他隐蔽致灾因素（按灾种）',
    '7 与上一年度版本相比',
    '8 本方案尚不能说明的事项',
  ]);
  const ids = headings.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('says that data are synthetic, what is missing, and which mines cannot be judged', () => {
  const { blocks, provenance } = document();
  expect(provenance).toBe('synthetic');
  expect(textOf(blocks)).toContain('本方案含合成数据');
  const table = blocks.find((one) => one.type === 'table' && one.id === 'closed:c:hazards');
  const cells = table?.type === 'table' ? table.rows[0]!.flat() : [];
  expect(cells.filter(({ tone }) => tone === 'missing').map(({ text }) => text.zh)).toEqual([
    '未查证',
    '治理措施：【缺】',
    '治理目标与验收：【缺】',
    '责任人与部门：【缺】',
    '资金：【缺】',
    '时限：【缺】',
    '应急预案：【缺】',
  ]);
  expect(blocks.find((one) => one.type === 'table' && one.id === 'water-not-told')).toBeDefined();
});

it('puts what the official wrote under its chapter, and announces no figure nobody drew', () => {
  const { blocks } = document({
    texts: [
      {
        chapter: 'contiguous',
        text: '本县连片矿区由县应急局统筹。',
        by: '县应急局',
        at: '2026-11-02T00:00:00Z',
      },
    ],
    figures: new Set(),
  });
  const at = blocks.findIndex((one) => one.type === 'heading' && one.id === 'contiguous');
  expect(blocks[at + 1]).toMatchObject({ type: 'added', text: '本县连片矿区由县应急局统筹。' });
  expect(blocks.filter(({ type }) => type === 'figure')).toEqual([]);
});

it('tells the changes since the version it was compared with', () => {
  const before = composePlan(smallSources({ hazards: [] }), {
    year: 2025,
    on: '2025-12-01',
    comparedWith: null,
  });
  const sources = smallSources();
  const plan = composePlan(sources, {
    year: 2026,
    on: '2026-11-01',
    comparedWith: { id: 'v1', year: 2025, on: '2025-12-01' },
  });
  const { changes } = comparePlans(before, plan);
  expect(textOf(document({ plan, changes }).blocks)).toMatch(/新增 4 项，不再列入 0 项/);
  expect(textOf(document().blocks)).toContain('没有更早年度的定稿版本');
});
