import { expect, test } from 'vitest';
import { crossValidate } from './cross-validation.ts';
import {
  GOLDEN_GRID,
  GOLDEN_MEANS,
  GOLDEN_MODEL,
  goldenCells,
  goldenPoints,
  HAS_GOLDEN,
} from './golden-data.test-kit.ts';
import { krigeGrid } from './krige-grid.ts';
import { createKriger } from './kriger.ts';

const NEAREST = { model: GOLDEN_MODEL, neighbourhood: { count: 32 } };
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const offBy = (found: number, wanted: number) => Math.abs(found - wanted) / Math.abs(wanted);

test.skipIf(!HAS_GOLDEN)(
  'every sampled cell and both means are those of R gstat, to 1e-6 and far beyond',
  () => {
    const { estimate, variance, tooFew, singular } = krigeGrid(goldenPoints(), GOLDEN_GRID, NEAREST);
    expect([tooFew, singular]).toEqual([0, 0]);
    const cells = goldenCells();
    expect(cells.length).toBeGreaterThan(900);
    for (const { x, y, estimate: wanted, variance: wantedVariance } of cells) {
      const at = Math.round((y - 5) / 10) * GOLDEN_GRID.columns + Math.round((x - 5) / 10);
      expect(offBy(estimate[at]!, wanted)).toBeLessThan(1e-9);
      expect(offBy(variance[at]!, wantedVariance)).toBeLessThan(1e-9);
    }
    expect(offBy(mean(estimate), GOLDEN_MEANS.estimate)).toBeLessThan(1e-10);
    expect(offBy(mean(variance), GOLDEN_MEANS.variance)).toBeLessThan(1e-10);
  },
);

test.skipIf(!HAS_GOLDEN)('single places give the same, without the grid’s shared work', () => {
  const kriger = createKriger(goldenPoints(), NEAREST);
  const out = { estimate: 0, variance: 0 };
  for (const { x, y, estimate, variance } of goldenCells().filter((_, i) => i % 10 === 0)) {
    expect(kriger.at(x, y, out)).toBeNull();
    expect(offBy(out.estimate, estimate)).toBeLessThan(1e-9);
    expect(offBy(out.variance, variance)).toBeLessThan(1e-9);
  }
});

test.skipIf(!HAS_GOLDEN)('leaving each point out gives gstat’s mean error and RMSE', () => {
  // gstat's residual is observed − predicted, ours estimate − value.
  const { meanError, rmse, estimated } = crossValidate(goldenPoints(), NEAREST);
  expect(estimated).toBe(2000);
  expect(-meanError).toBeCloseTo(-0.0011, 4);
  expect(rmse).toBeCloseTo(0.952, 3);
});
