import fc from 'fast-check';
import { expect, test } from 'vitest';
import { degrees, type Metres } from '../../units/quantities.ts';
import type { GridSpec } from '../geological-model.ts';
import { crossValidate } from './cross-validation.ts';
import { externalDrift, polynomialDrift } from './drift.ts';
import { gridKriger, krigeGrid, ROWS_TOGETHER } from './krige-grid.ts';
import { createKriger, type KrigingOptions } from './kriger.ts';
import { type KrigingData, mergeCoincident } from './kriging-data.ts';
import type { VariogramModel } from './variogram-model.ts';

const model = (more: Partial<VariogramModel> = {}): VariogramModel => ({
  type: 'spherical',
  nugget: 0,
  partialSill: 20,
  range: 300 as Metres,
  ...more,
});
const dataOf = (points: readonly (readonly [number, number, number])[]): KrigingData => ({
  x: Float64Array.from(points, (p) => p[0]),
  y: Float64Array.from(points, (p) => p[1]),
  z: Float64Array.from(points, (p) => p[2]),
});
const estimateAt = (data: KrigingData, o: KrigingOptions, x: number, y: number) => {
  const out = { estimate: 0, variance: 0 };
  const reason = createKriger(data, o).at(x, y, out);
  return { ...out, reason };
};

/** Points at least a metre apart: nearer ones make systems that no arithmetic solves. */
const scattered = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 })), {
    minLength: 6,
    maxLength: 40,
    selector: ([x, y]) => `${x} ${y}`,
  })
  .chain((places) =>
    fc
      .array(fc.double({ min: -50, max: 50, noNaN: true }), {
        minLength: places.length,
        maxLength: places.length,
      })
      .map((values) => places.map(([x, y], i) => [x, y, values[i]!] as const)),
  );
const types = fc.constantFrom('spherical' as const, 'exponential' as const);

test('without a nugget the estimate at a value is the value, without doubt', () =>
  fc.assert(
    fc.property(scattered, types, (points, type) => {
      const kriger = createKriger(dataOf(points), { model: model({ type }) });
      const out = { estimate: 0, variance: 0 };
      for (const [x, y, z] of points) {
        expect(kriger.at(x, y, out)).toBeNull();
        expect(out.estimate).toBeCloseTo(z, 6);
        expect(out.variance).toBeLessThan(1e-6);
      }
    }),
  ));

test('the variance is never below 0 and, far away, the sill and what the mean costs', () =>
  fc.assert(
    fc.property(scattered, types, (points, type) => {
      const kriger = createKriger(dataOf(points), { model: model({ type, nugget: 2 }) });
      const out = { estimate: 0, variance: 0 };
      kriger.at(1e6, 1e6, out);
      expect(out.variance).toBeGreaterThan(22);
      for (let x = -50; x < 450; x += 50) {
        kriger.at(x, 200, out);
        expect(out.variance).toBeGreaterThanOrEqual(0);
      }
    }),
  ));

test('turning and moving the map changes nothing; adding to all values adds to the estimate (weights sum to 1)', () =>
  fc.assert(
    fc.property(scattered, fc.double({ min: 0, max: 6, noNaN: true }), (points, angle) => {
      const turn = (x: number, y: number) =>
        [
          x * Math.cos(angle) - y * Math.sin(angle) + 5000,
          x * Math.sin(angle) + y * Math.cos(angle) - 3000,
        ] as const;
      const o = { model: model({ nugget: 1 }), neighbourhood: { count: 12 } };
      const plain = estimateAt(dataOf(points), o, 210.3, 190.7);
      const moved = estimateAt(
        dataOf(points.map(([x, y, z]) => [...turn(x, y), z + 1000] as const)),
        o,
        ...turn(210.3, 190.7),
      );
      // Where the twelfth and thirteenth neighbour are equally far, rounding decides between them.
      const distances = points.map(([x, y]) => Math.hypot(x - 210.3, y - 190.7)).sort((a, b) => a - b);
      fc.pre(distances.length <= 12 || distances[12]! - distances[11]! > 1e-9);
      expect(moved.estimate - 1000).toBeCloseTo(plain.estimate, 6);
      expect(moved.variance).toBeCloseTo(plain.variance, 6);
    }),
  ));

test('a plane is given back exactly by a drift that is one, beyond the data too', () =>
  fc.assert(
    fc.property(scattered, (points) => {
      const plane = (x: number, y: number) => 12 + 0.4 * x - 0.7 * y;
      const data = dataOf(points.map(([x, y]) => [x, y, plane(x, y)] as const));
      const drift = polynomialDrift(1, { x: 200, y: 200, scale: 200 });
      const found = estimateAt(data, { model: model(), drift }, 700, -200);
      // Points on one line say nothing of a plane.
      fc.pre(found.reason === null);
      expect(found.estimate).toBeCloseTo(plane(700, -200), 5);
    }),
  ));

test('an external drift follows the other surface', () => {
  const other = (x: number, y: number) => 3 * Math.sin(x / 40) + y / 50;
  const points = Array.from({ length: 30 }, (_, i) => {
    const [x, y] = [(i * 97) % 400, (i * 59) % 400];
    return [x, y, 5 + 2 * other(x, y)] as const;
  });
  const found = estimateAt(dataOf(points), { model: model(), drift: externalDrift(other) }, 333, 111);
  expect(found.estimate).toBeCloseTo(5 + 2 * other(333, 111), 6);
});

test('a value’s own error keeps the surface from being forced through it', () => {
  const points = [
    [0, 0, 10],
    [100, 0, 0],
    [0, 100, 0],
    [100, 100, 0],
    [50, 150, 0],
  ] as const;
  const data = { ...dataOf(points), error: Float64Array.of(5, 0, 0, 0, 0) };
  const found = estimateAt(data, { model: model() }, 0, 0);
  expect(found.estimate).toBeGreaterThan(0);
  expect(found.estimate).toBeLessThan(9);
  expect(found.variance).toBeGreaterThan(1);
});

test('along the long axis a value reaches farther than across it', () => {
  const data = dataOf([
    [0, 0, 10],
    [1000, 1000, 0],
    [-1000, 1000, 0],
    [1000, -1000, 0],
  ]);
  const anisotropy = { azimuth: degrees(90), ratio: 0.3 };
  const o = { model: model({ anisotropy }) };
  expect(estimateAt(data, o, 150, 0).estimate).toBeGreaterThan(estimateAt(data, o, 0, 150).estimate + 1);
  expect(() =>
    estimateAt(data, { model: model({ anisotropy: { azimuth: degrees(0), ratio: 2 } }) }, 0, 0),
  ).toThrow(RangeError);
});

test('what cannot be estimated is said: too few within reach, or values that contradict each other', () => {
  const twice = dataOf([
    [0, 0, 1],
    [0, 0, 2],
    [50, 0, 3],
  ]);
  expect(estimateAt(twice, { model: model() }, 10, 10).reason).toBe('singular');
  const merged = mergeCoincident(twice, 0.01 as Metres);
  expect(merged.merged).toBe(1);
  expect([...merged.z]).toEqual([1.5, 3]);
  // Standard error of the mean of 1 and 2.
  expect(merged.error[0]).toBeCloseTo(0.5, 12);
  expect(estimateAt(merged, { model: model() }, 10, 10).reason).toBeNull();
  const far = estimateAt(merged, { model: model(), neighbourhood: { maxDistance: 5 as Metres } }, 10, 10);
  expect(far.reason).toBe('too-few');
  expect(far.estimate).toBeNaN();
});

test('a grid gives at every node what single places give, whatever the neighbourhood', () =>
  fc.assert(
    fc.property(
      scattered,
      fc.integer({ min: 3, max: 20 }),
      fc.option(fc.integer({ min: 60, max: 500 }), { nil: undefined }),
      fc.boolean(),
      (points, count, maxDistance, bent) => {
        // Nodes off the lattice of the points: equal distances would be ordered by rounding.
        const grid: GridSpec = {
          east: -20.37 as Metres,
          north: 3.71 as Metres,
          cell: 21.3 as Metres,
          columns: 19,
          rows: 17,
        };
        const o: KrigingOptions = {
          model: model({ nugget: 1, ...(bent ? { anisotropy: { azimuth: degrees(31), ratio: 0.6 } } : {}) }),
          neighbourhood: {
            count,
            ...(maxDistance ? { maxDistance: maxDistance as Metres } : {}),
            minCount: 3,
          },
        };
        const data = dataOf(points);
        const whole = krigeGrid(data, grid, o);
        const kriger = createKriger(data, o);
        const out = { estimate: 0, variance: 0 };
        let none = 0;
        for (let j = 0; j < grid.rows; j++)
          for (let i = 0; i < grid.columns; i++) {
            const reason = kriger.at(grid.east + i * grid.cell, grid.north + j * grid.cell, out);
            const at = j * grid.columns + i;
            if (reason) {
              none++;
              expect(whole.estimate[at]).toBeNaN();
            } else {
              expect(whole.estimate[at]).toBeCloseTo(out.estimate, 6);
              expect(whole.variance[at]).toBeCloseTo(out.variance, 6);
            }
          }
        expect(whole.tooFew + whole.singular).toBe(none);
        // Rows in another order and by another kriger: the same, bit for bit.
        const again = {
          estimate: new Float64Array(whole.estimate.length),
          variance: new Float64Array(whole.estimate.length),
        };
        const halves = [gridKriger(data, grid, o), gridKriger(data, grid, o)] as const;
        halves[0](again, ROWS_TOGETHER, grid.rows);
        halves[1](again, 0, Math.min(ROWS_TOGETHER, grid.rows));
        expect(again.estimate).toEqual(whole.estimate);
        expect(again.variance).toEqual(whole.variance);
      },
    ),
    { numRuns: 30 },
  ));

test('a hole’s values are left out together: its own must not vouch for it', () => {
  const points = Array.from(
    { length: 40 },
    (_, i) => [(i % 20) * 20, Math.floor(i / 20) * 2, i % 20] as const,
  );
  const group = Int32Array.from({ length: 40 }, (_, i) => i % 20);
  const alone = crossValidate(dataOf(points), { model: model({ range: 60 as Metres }) });
  const together = crossValidate({ ...dataOf(points), group }, { model: model({ range: 60 as Metres }) });
  expect(together.groups).toBe(20);
  expect(together.rmse).toBeGreaterThan(alone.rmse * 2);
});
