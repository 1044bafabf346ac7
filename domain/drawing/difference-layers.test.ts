import { expect, test } from 'vitest';
import type { PlanFeature } from '../contracts/plans.ts';
import { planDifference } from '../plans/plan-difference.ts';
import { differenceLayers } from './difference-layers.ts';

const goaf = (feature: string, size = 20): PlanFeature => ({
  kind: 'goaf',
  layer: 'goafs',
  feature,
  name: { zh: feature, en: feature },
  low: -120,
  high: -100,
  volume: 8000,
  ring: [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
  ],
});
const made = differenceLayers(
  planDifference([goaf('A'), goaf('B'), goaf('C')], [goaf('B'), goaf('C', 30), goaf('D')]),
  { paper: { scale: 1000, exaggeration: 1 }, language: 'zh', eastingOffset: 39e6 },
);
const layer = (id: string) => made.layers.find((one) => one.id === id)!;

test('what came, went and changed lie on CAD layers of their own, with the outline before the change', () => {
  expect(made.layers.map(({ id }) => id)).toEqual([
    'UNCHANGED',
    'BEFORE',
    'REMOVED',
    'CHANGED',
    'ADDED',
    'DIFFERENCE-NAME',
  ]);
});

test('they differ by line and sign, not by colour alone, and in survey coordinates', () => {
  const [removed] = layer('REMOVED').shapes;
  const [added] = layer('ADDED').shapes;
  expect(removed!.type === 'line' && removed!.stroke.dash).toBeTruthy();
  expect(added!.type === 'line' && added!.stroke.dash).toBeFalsy();
  expect(added!.type === 'line' && added!.points[0]).toEqual([39e6, 0]);
  // The outline and its sign: a plus is two lines, a minus one.
  expect([layer('ADDED').shapes.length, layer('REMOVED').shapes.length]).toEqual([3, 2]);
});

test('the legend counts them and says what counts as changed', () => {
  expect(made.legend.map(({ label }) => label)).toEqual([
    '新增（＋，粗实线）：1',
    '消失（－，虚线）：1',
    '变化（△，点画线；细线为原来）：1',
    '未变：1',
    '变化：范围 > 0.1 m 或体积 > 1%',
  ]);
});
