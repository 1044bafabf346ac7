import { expect, test } from 'vitest';
import { columnAt } from './column.ts';
import { faultedModel, layeredModel } from './small-model.test-kit.ts';

const brief = (parts: ReturnType<typeof columnAt>) =>
  parts.map(({ unit, block, top, base, baseKind }) => [
    unit,
    block,
    Math.round(top * 100) / 100,
    Math.round(base * 100) / 100,
    baseKind,
  ]);

test('a column runs from the ground to the floor, each unit with its base and how sure it is', () => {
  const parts = columnAt(layeredModel(), 205, 111);
  expect(brief(parts)).toEqual([
    [0, 0, 120.5, 110.5, 'contact'],
    [1, 0, 110.5, 9.75, 'contact'],
    [2, 0, 9.75, -200, 'limit'],
  ]);
  expect(parts[0]!.baseDeviation).toBeCloseTo(1, 12);
  expect(parts[1]!.baseDeviation).toBeCloseTo(3.05, 12);
  expect(parts[2]!.baseDeviation).toBeNaN();
});

test('outside the grid nothing is said', () => {
  expect(columnAt(layeredModel(), -1, 100)).toEqual([]);
  expect(columnAt(layeredModel(), 100, 601)).toEqual([]);
});

test('a unit that is absent has no part, and one whose base is unknown hides what is below it', () => {
  // East of 400 the contact has risen to the base of the soil.
  const absent = layeredModel((e) => (e > 400 ? 90 + 0.1 * e : 0));
  expect(brief(columnAt(absent, 500, 100)).map(([unit]) => unit)).toEqual([0, 2]);
  const unknown = layeredModel((e) => (e > 400 ? Number.NaN : 0));
  expect(brief(columnAt(unknown, 500, 100))).toEqual([
    [0, 0, 150, 140, 'contact'],
    [-1, 0, 140, -200, 'limit'],
  ]);
});

test('a column through a fault changes block exactly there, and meets the same unit again', () => {
  // The fault dips east at 60°: at east 450 it lies 50·tan 60° below 0.
  const parts = columnAt(faultedModel(), 450, 300);
  const fault = -50 * Math.tan(Math.PI / 3);
  expect(brief(parts)).toEqual([
    [0, 1, 145, 135, 'contact'],
    [1, 1, 135, -42.5, 'contact'],
    [2, 1, -42.5, Math.round(fault * 100) / 100, 'fault'],
    [2, 0, Math.round(fault * 100) / 100, -200, 'limit'],
  ]);
  expect(parts[2]!.baseFault).toBe(0);
  expect(Math.abs(parts[2]!.base - fault)).toBeLessThan(1e-3);
});
