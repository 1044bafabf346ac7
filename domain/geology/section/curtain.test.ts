import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heightAt } from '../horizon-height.ts';
import { faultedModel, layeredModel } from '../small-model.test-kit.ts';
import { curtainSection, type PlanPoint } from './curtain.ts';
import { ringArea } from './mesh-cut.ts';
import { type SectionArea, toEnu } from './section.ts';

const EAST_WEST: readonly PlanPoint[] = [
  [10, 300],
  [790, 300],
];
const areaOf = (areas: readonly SectionArea[], unit: number, block?: number): number =>
  areas
    .filter((area) => area.unit === unit && (block === undefined || area.block === block))
    .reduce((sum, { ring }) => sum + Math.abs(ringArea(ring)), 0);
const whole = (areas: readonly SectionArea[]): number =>
  areas.reduce((sum, { ring }) => sum + Math.abs(ringArea(ring)), 0);
/** ∫ f over [10, 790]. */
const integral = (f: (e: number) => number): number => {
  let sum = 0;
  for (let e = 10.005; e < 790; e += 0.01) sum += f(e) * 0.01;
  return sum;
};

test('areas of plane layers are what arithmetic says', () => {
  const { areas, frame, ground } = curtainSection(EAST_WEST, layeredModel(), []);
  expect(frame.length).toBe(780);
  expect(areaOf(areas, 0)).toBeCloseTo(7800, 6);
  expect(areaOf(areas, 1)).toBeCloseTo(
    integral((e) => 70 + 0.15 * e),
    1,
  );
  expect(areaOf(areas, 2)).toBeCloseTo(
    integral((e) => 220 - 0.05 * e),
    1,
  );
  expect(ground).toHaveLength(1);
});

test('a fault offsets the contact, and the areas on both sides are exact', () => {
  const { areas, faults, contacts } = curtainSection(EAST_WEST, faultedModel(), []);
  // West of the fault's trace at height h: east < 400 − h / tan 60°.
  const trace = (up: number) => 400 - up / Math.tan(Math.PI / 3);
  let [west, east] = [0, 0];
  for (let up = -199.95; up < 180; up += 0.1) {
    const edge = Math.max(10, Math.min(790, trace(up)));
    const inLimestone = (e: number, drop: number) => up < 90 + 0.1 * e && up > 20 - 0.05 * e - drop;
    for (let e = 10.25; e < 790; e += 0.5) {
      if (e < edge && inLimestone(e, 0)) west += 0.05;
      if (e >= edge && inLimestone(e, 40)) east += 0.05;
    }
  }
  expect(Math.abs(areaOf(areas, 1, 0) - west) / west).toBeLessThan(2e-3);
  expect(Math.abs(areaOf(areas, 1, 1) - east) / east).toBeLessThan(2e-3);
  expect(whole(areas)).toBeCloseTo(
    integral((e) => 300 + 0.1 * e),
    1,
  );
  for (const { line } of faults)
    for (let i = 0; i < line.length; i += 2)
      expect(Math.abs(line[i]! + 10 - trace(line[i + 1]!))).toBeLessThan(0.02);
  const contactEnds = contacts.filter(({ unit }) => unit === 1).map(({ block }) => block);
  expect(new Set(contactEnds)).toEqual(new Set([0, 1]));
});

test('a unit that pinches out ends where it does, not at the next sample', () => {
  // The limestone vanishes where 90 + 0.1 e meets its base: at e = 333.
  const { areas } = curtainSection(
    EAST_WEST,
    layeredModel((e) => Math.min(90 + 0.1 * e, 23.4 + 0.3 * e)),
    [],
  );
  const limestone = areas.filter(({ unit }) => unit === 1);
  expect(limestone).toHaveLength(1);
  const last = Math.max(...limestone[0]!.ring.filter((_, i) => i % 2 === 0)) + 10;
  // Bilinear between nodes 320 and 340: the grid meets itself at 320 + 20·(1.3 / 2.7)…
  expect(last).toBeGreaterThan(320);
  expect(last).toBeLessThan(341);
});

test('what is not known is an area of its own', () => {
  const { areas } = curtainSection(
    EAST_WEST,
    layeredModel((e) => (e > 395 ? Number.NaN : 0)),
    [],
  );
  expect(areaOf(areas, -1)).toBeGreaterThan(50_000);
  expect(whole(areas)).toBeCloseTo(
    integral((e) => 300 + 0.1 * e),
    1,
  );
});

test('contacts carry how sure they are', () => {
  const { contacts } = curtainSection(EAST_WEST, layeredModel(), []);
  const base = contacts.find(({ unit }) => unit === 1)!;
  for (let i = 0; i < base.deviation.length; i++)
    expect(base.deviation[i]!).toBeCloseTo(1 + (base.line[i * 2]! + 10) / 100, 9);
});

const anywhere = fc.tuple(fc.integer({ min: 1, max: 799 }), fc.integer({ min: 1, max: 599 }));
const anyLine = fc
  .array(anywhere, { minLength: 2, maxLength: 4 })
  .filter((points) =>
    points.every((p, i) => i === 0 || Math.hypot(p[0] - points[i - 1]![0], p[1] - points[i - 1]![1]) > 5),
  );

test('along any line the areas fill the cut from ground to floor, without gap or overlap', () =>
  fc.assert(
    fc.property(anyLine, fc.boolean(), (line, faulted) => {
      const model = faulted ? faultedModel() : layeredModel();
      const { areas, frame } = curtainSection(line, model, []);
      let wanted = 0;
      const steps = 4000;
      for (let i = 0; i < steps; i++) {
        const [e, n] = toEnu(frame, ((i + 0.5) / steps) * frame.length, 0);
        wanted += ((heightAt(model.grid, model.ground.up, e, n) - model.floor) * frame.length) / steps;
      }
      expect(Math.abs(whole(areas) - wanted) / wanted).toBeLessThan(1e-4);
    }),
    { numRuns: 60 },
  ));

test('points of a bent section lie on its line, where its pieces say', () => {
  const line: PlanPoint[] = [
    [0, 0],
    [30, 40],
    [30, 100],
  ];
  const { frame } = curtainSection(line, null, []);
  expect(frame.length).toBe(110);
  expect(toEnu(frame, 25, -7)).toEqual([15, 20, -7]);
  expect(toEnu(frame, 80, 3)).toEqual([30, 70, 3]);
  expect(() =>
    curtainSection(
      [
        [1, 1],
        [1, 1],
      ],
      null,
      [],
    ),
  ).toThrow(RangeError);
});
