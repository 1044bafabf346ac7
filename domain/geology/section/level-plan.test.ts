import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnAt } from '../column.ts';
import { faultedModel, layeredModel } from '../small-model.test-kit.ts';
import { levelPlan, unitAt } from './level-plan.ts';
import { contains, ringArea } from './mesh-cut.ts';

test('a level through dipping beds shows bands of the width the dip says', () => {
  // The limestone's base is at 20 − 0.05 e: at 0 it is met at e = 400.
  const { areas } = levelPlan(0, layeredModel(), []);
  const area = (unit: number) =>
    areas.filter((one) => one.unit === unit).reduce((sum, { ring }) => sum + Math.abs(ringArea(ring)), 0);
  expect(area(2)).toBeCloseTo(400 * 600, 0);
  expect(area(1)).toBeCloseTo(400 * 600, 0);
  expect(area(0)).toBe(0);
});

test('above the ground there is nothing', () => expect(levelPlan(500, layeredModel(), []).areas).toEqual([]));

test('a plan, a column and a point say the same', () =>
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 799, noNaN: true }),
      fc.double({ min: 1, max: 599, noNaN: true }),
      fc.double({ min: -190, max: 90, noNaN: true }),
      (east, north, up) => {
        const model = faultedModel();
        const parts = columnAt(model, east, north);
        // A hair beside a boundary rounding decides.
        fc.pre(parts.every(({ top, base }) => Math.abs(top - up) > 0.01 && Math.abs(base - up) > 0.01));
        const part = parts.find(({ top, base }) => up < top && up > base)!;
        expect(unitAt(model, east, north, up)).toEqual({ unit: part.unit, block: part.block });
      },
    ),
  ));

test('every point of a plan lies in the area of its unit', () => {
  const model = faultedModel();
  const { areas } = levelPlan(-10, model, []);
  for (let east = 7; east < 800; east += 31)
    for (let north = 5; north < 600; north += 67) {
      const found = areas.filter(({ ring }) => contains(ring, east, north));
      expect(found).toHaveLength(1);
      expect({ unit: found[0]!.unit, block: found[0]!.block }).toEqual(unitAt(model, east, north, -10));
    }
});

test('contacts of a level are where its bases reach it, as sure as they are there', () => {
  const { contacts, faults } = levelPlan(0, layeredModel(), []);
  expect(faults).toEqual([]);
  expect(contacts.map(({ unit }) => unit)).toEqual([1]);
  const [{ line, deviation }] = contacts as [(typeof contacts)[number]];
  expect(Math.min(...line.filter((_, i) => i % 2))).toBe(0);
  expect(Math.max(...line.filter((_, i) => i % 2))).toBe(600);
  for (let i = 0; i < line.length; i += 2) {
    expect(Math.abs(line[i]! - 400)).toBeLessThan(2e-3);
    expect(deviation[i / 2]).toBeCloseTo(5, 3);
  }
});

test('a level crosses a fault in its trace, and the contact once on either side of it', () => {
  const up = -10;
  const { contacts, faults } = levelPlan(up, faultedModel(), []);
  const trace = 400 - up / Math.tan(Math.PI / 3);
  const easts = (line: Float64Array) => line.filter((_, i) => i % 2 === 0);
  expect(faults.map(({ fault }) => fault)).toEqual([0]);
  for (const east of easts(faults[0]!.line)) expect(Math.abs(east - trace)).toBeLessThan(2e-3);
  // In the west the base would be met at e = 600, beyond the fault; in the east at e = −200, before it.
  expect(contacts).toEqual([]);
  const higher = levelPlan(5, faultedModel(), []).contacts;
  expect(higher.map(({ block }) => block)).toEqual([0]);
  for (const east of easts(higher[0]!.line)) expect(Math.abs(east - 300)).toBeLessThan(2e-3);
});
