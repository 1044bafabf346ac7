import { expect, test } from 'vitest';
import type { PlanFeature } from '../contracts/plans.ts';
import { planDifference } from './plan-difference.ts';

const goaf = (feature: string, o: Partial<PlanFeature> = {}): PlanFeature => ({
  kind: 'goaf',
  layer: 'goafs',
  feature,
  name: { zh: feature, en: feature },
  low: -120,
  high: -100,
  volume: 8000,
  ring: [
    [0, 0],
    [20, 0],
    [20, 20],
    [0, 20],
  ],
  ...o,
});
const ids = (features: readonly PlanFeature[]) => features.map(({ feature }) => feature);

test('what came, what went and what stayed', () => {
  const difference = planDifference([goaf('A'), goaf('B')], [goaf('B'), goaf('C')]);
  expect(ids(difference.added)).toEqual(['C']);
  expect(ids(difference.removed)).toEqual(['A']);
  expect(ids(difference.unchanged)).toEqual(['B']);
});

test.each([
  [
    'grown in plan',
    {
      ring: [
        [0, 0],
        [25, 0],
        [25, 20],
        [0, 20],
      ] as [number, number][],
    },
  ],
  ['higher', { high: -98 }],
  ['larger inside the same box', { volume: 8200 }],
  ['of unknown volume now', { volume: null }],
])('%s is changed', (_, o) => {
  expect(planDifference([goaf('A')], [goaf('A', o)]).changed).toHaveLength(1);
});

test('a few centimetres are the same', () =>
  expect(planDifference([goaf('A')], [goaf('A', { high: -100.05, volume: 8040 })]).changed).toEqual([]));
