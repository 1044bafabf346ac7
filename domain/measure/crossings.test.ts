import { describe, expect, test } from 'vitest';
import type { ColumnPart } from '../geology/column.ts';
import { faultedModel, layeredModel } from '../geology/small-model.test-kit.ts';
import { baseCrossings, surfaceLine } from './crossings.ts';

const part = (unit: number, top: number, base: number, more: Partial<ColumnPart> = {}): ColumnPart => ({
  unit,
  block: 0,
  top,
  base,
  baseKind: 'contact',
  baseDeviation: 2,
  baseFault: -1,
  ...more,
});

describe('a base on a vertical line', () => {
  test('is where the units above it end', () => {
    expect(baseCrossings([part(0, 100, 90), part(1, 90, 20), part(2, 20, -200)], 1)).toEqual([
      { up: 20, deviation: 2 },
    ]);
  });

  test('is met three times where a reverse fault lays rock over itself', () => {
    const fault = { baseKind: 'fault', baseDeviation: Number.NaN, baseFault: 0 } as const;
    const parts = [
      part(0, 100, 60),
      part(1, 60, 40, fault),
      part(0, 40, 10, { block: 1 }),
      part(1, 10, -200, { block: 1 }),
    ];
    expect(baseCrossings(parts, 0)!.map(({ up }) => up)).toEqual([60, 40, 10]);
  });

  test('is not known where it is not reached, or lies in a stretch nobody can divide', () => {
    expect(baseCrossings([part(0, 100, 90), part(1, 90, -200)], 1)).toBeNull();
    expect(baseCrossings([part(0, 100, 90), part(-1, 90, 20), part(3, 20, -200)], 1)).toBeNull();
    expect(baseCrossings([], 0)).toBeNull();
  });

  test('is known beside an unknown stretch that lies wholly on one side of it', () => {
    const parts = [part(0, 100, 90), part(-1, 90, 20), part(3, 20, -50), part(-1, -50, -200)];
    expect(baseCrossings(parts, 0)!.map(({ up }) => up)).toEqual([90]);
    expect(baseCrossings(parts, 3)!.map(({ up }) => up)).toEqual([-50]);
  });
});

describe('a surface of the model', () => {
  test('has the height of its horizon in the block it is in', () => {
    const line = surfaceLine({ kind: 'base', unit: 'LS' }, faultedModel(), null);
    expect(line(100, 300)!.map(({ up }) => up)).toEqual([expect.closeTo(15, 6)]);
    expect(line(700, 300)!.map(({ up }) => up)).toEqual([expect.closeTo(-55, 6)]);
  });

  test('the ground is the terrain where there is one, else the model’s', () => {
    const model = layeredModel();
    expect(surfaceLine({ kind: 'ground' }, model, null)(200, 100)![0]!.up).toBeCloseTo(120, 9);
    const flat = { grid: model.grid, up: model.ground.up.map(() => 7) };
    expect(surfaceLine({ kind: 'ground' }, model, flat)(200, 100)![0]!.up).toBe(7);
    expect(surfaceLine({ kind: 'ground' }, null, null)(200, 100)).toBeNull();
    expect(surfaceLine({ kind: 'ground' }, model, null)(-10, 100)).toBeNull();
  });

  test('a unit nobody has is an error that says which', () => {
    expect(() => surfaceLine({ kind: 'base', unit: 'XX' }, layeredModel(), null)).toThrow('unit XX');
  });
});
