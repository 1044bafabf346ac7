import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GeologicalBody } from '../geology/geological-model.ts';
import type { PlanPoint } from '../geology/section/curtain.ts';
import { faultedModel, layeredModel } from '../geology/small-model.test-kit.ts';
import { box } from '../geometry/sample-solids.test-kit.ts';
import { blockContent } from './block-content.ts';

const body = (mesh: GeologicalBody['mesh'], closed = true): GeologicalBody => ({
  layerId: 'ore',
  featureId: '1',
  kind: 'ore',
  name: { zh: '矿体', en: 'ore' },
  colour: '#aa2020',
  provenance: 'synthetic',
  mesh,
  closed,
});
const square = (e: number, n: number, side: number): PlanPoint[] => [
  [e, n],
  [e + side, n],
  [e + side, n + side],
  [e, n + side],
];
const volumes = ({ units }: ReturnType<typeof blockContent>) =>
  Object.fromEntries(units.map(({ unit, volume }) => [unit, volume]));

describe('what a block holds', () => {
  test('is the strata in it, the air over the ground, and bodies beside them', () => {
    const ore = body(box([150, 150, 0], [250, 250, 40]));
    const content = blockContent(
      { ring: square(200, 200, 100), low: -100, high: 150 },
      { model: layeredModel(), ground: null, bodies: [ore, body(box([0, 0, 0], [9, 9, 9]))] },
    );
    // Middle at east 250: ground 125, soil 10 m, contact 7.5; all are planes.
    expect(content.total).toBeCloseTo(100 * 100 * 250, 3);
    expect(content.air).toBeCloseTo(100 * 100 * 25, 2);
    expect(volumes(content)[0]).toBeCloseTo(100 * 100 * 10, 2);
    expect(volumes(content)[1]).toBeCloseTo(100 * 100 * (115 - 7.5), 2);
    expect(volumes(content)[2]).toBeCloseTo(100 * 100 * 107.5, 2);
    expect(content.unknown).toBeCloseTo(0, 6);
    expect(content.bodies).toEqual([{ body: 0, volume: expect.closeTo(50 * 50 * 40, 6) }]);
  });

  test('without a model all rock is unknown, and without ground all of it', () => {
    const prism = { ring: square(200, 200, 100), low: -100, high: 150 };
    const { grid } = layeredModel();
    const flat = { grid, up: new Float64Array(grid.columns * grid.rows).fill(50) };
    const onGround = blockContent(prism, { model: null, ground: flat, bodies: [] });
    expect(onGround.air).toBeCloseTo(100 * 100 * 100, 3);
    expect(onGround.unknown).toBeCloseTo(100 * 100 * 150, 3);
    const nothing = blockContent(prism, { model: null, ground: null, bodies: [] });
    expect(nothing.unknown).toBeCloseTo(nothing.total, 6);
    expect(nothing.units).toEqual([]);
  });

  test('a body with open edges is named, not counted', () => {
    const open = body(box([150, 150, 0], [250, 250, 40]), false);
    const content = blockContent(
      { ring: square(200, 200, 100), low: -100, high: 150 },
      { model: null, ground: null, bodies: [open] },
    );
    expect([content.bodies, content.open]).toEqual([[], [0]]);
  });

  test('air, strata and unknown fill it, beyond the model and across faults too', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -200, max: 700, noNaN: true }),
        fc.double({ min: -200, max: 500, noNaN: true }),
        fc.double({ min: 20, max: 300, noNaN: true }),
        fc.double({ min: -300, max: 100, noNaN: true }),
        fc.double({ min: 5, max: 300, noNaN: true }),
        (e, n, side, low, height) => {
          const content = blockContent(
            { ring: square(e, n, side), low, high: low + height },
            { model: faultedModel(), ground: null, bodies: [] },
          );
          const units = content.units.reduce((sum, { volume }) => sum + volume, 0);
          expect((content.air + units + content.unknown) / content.total).toBeCloseTo(1, 9);
          expect(content.total / (side * side * height)).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 25 },
    );
  });
});
