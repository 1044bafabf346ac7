import { expect, test } from 'vitest';
import { layeredModel } from './small-model.test-kit.ts';
import { deviationBetween, unitDeviation } from './unit-deviation.ts';

/** Its second contact lies at 20 − 0.05·east, and is 1 + east/100 m sure; its third was never reached. */
const model = layeredModel();

test('a place on a contact is as sure as it, one between two contacts in proportion', () => {
  const at = (unit: number, up: number) => unitDeviation(model, { unit, block: 0 }, 200, 300, up);
  const top = at(1, 110);
  expect(top.isContact).toBe(true);
  expect(at(1, 10)).toEqual({ deviation: 3, isContact: true });
  expect(at(1, 60).isContact).toBe(false);
  expect(at(1, 60).deviation).toBeCloseTo((top.deviation + 3) / 2, 9);
  // The ground is no contact, and of a base that nobody reached only the top is known.
  expect(at(0, 120).isContact).toBe(false);
  expect(at(2, -150)).toEqual({ deviation: 3, isContact: false });
});

test('between two holes counts where the contact is known worst; unknown is not known at all', () => {
  const id = model.units[1]!.id;
  const between = (a: number, b: number, unit = id) =>
    deviationBetween(model, () => 0, unit, [a, 300, 0], [b, 300, 0]);
  expect(between(100, 400)).toBeCloseTo(5, 9);
  expect(between(100, 1e5)).toBeNaN();
  expect(between(100, 400, model.units[2]!.id)).toBeNaN();
  expect(between(100, 400, 'nobody')).toBeNaN();
  expect(deviationBetween(model, () => -1, id, [100, 300, 0], [400, 300, 0])).toBeNaN();
});
