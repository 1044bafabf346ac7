import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanPoint } from '../geology/section/curtain.ts';
import { faultedModel, layeredModel } from '../geology/small-model.test-kit.ts';
import { areaInPlan } from '../geometry/plan-polygon.ts';
import { surfaceLine } from './crossings.ts';
import { cellsFor, lengthsBetween, volumeBetween } from './volume-between.ts';

const model = layeredModel();
const line = (surface: Parameters<typeof surfaceLine>[0], of = model) => surfaceLine(surface, of, null);
const ground = line({ kind: 'ground' });
const limestone = line({ kind: 'base', unit: 'LS' });
const square = (e: number, n: number, side: number): PlanPoint[] => [
  [e, n],
  [e + side, n],
  [e + side, n + side],
  [e, n + side],
];

describe('the volume between two surfaces', () => {
  test('is that of a wedge between two planes, whatever the outline', () => {
    // Ground 100 + 0.1e over the contact 20 − 0.05e: 80 + 0.15e thick.
    const ring: PlanPoint[] = [
      [103, 57],
      [411, 99],
      [333, 480],
      [250, 200],
    ];
    const centre = centroidEast(ring);
    const { above, below, area, unknown } = volumeBetween(ring, ground, limestone, model.grid);
    expect(area).toBeCloseTo(areaInPlan([ring]), 6);
    expect(above / (area * (80 + 0.15 * centre))).toBeCloseTo(1, 9);
    expect([below, unknown]).toEqual([0, 0]);
  });

  test('surfaces that change places are kept apart, not set off against each other', () => {
    // The contact passes through the level of 0 at east 400.
    const level = line({ kind: 'level', up: 0 });
    const { above, below } = volumeBetween(square(300, 100, 200), level, limestone, model.grid);
    // Half the square each, wedges of 0…5 m.
    expect(above).toBeCloseTo((200 * 100 * 5) / 2, 3);
    expect(below).toBeCloseTo((200 * 100 * 5) / 2, 3);
  });

  test('where a surface is not known nothing is added, and the share is said', () => {
    const half = layeredModel((e) => (e <= 400 ? 20 : Number.NaN));
    const of = (surface: Parameters<typeof surfaceLine>[0]) => line(surface, half);
    const { above, area, unknown, unknownTop, unknownBase } = volumeBetween(
      square(300, 100, 200),
      of({ kind: 'level', up: 50 }),
      of({ kind: 'base', unit: 'LS' }),
      model.grid,
    );
    expect(area).toBeCloseTo(40_000, 6);
    expect(unknown / area).toBeCloseTo(0.5, 9);
    expect([unknownTop, unknownBase]).toEqual([0, unknown]);
    expect(above).toBeCloseTo(20_000 * 30, 3);
  });

  test('of rock displaced by a fault is that of both its sides', () => {
    // The drop of 40 m in the east is added behind the fault, which lies at 400 + (up)/√3 and so on.
    const faulted = faultedModel();
    const { above, unknown } = volumeBetween(
      square(250, 200, 300),
      line({ kind: 'ground' }, faulted),
      line({ kind: 'base', unit: 'LS' }, faulted),
      model.grid,
    );
    expect(unknown).toBe(0);
    let sampled = 0;
    const step = 0.5;
    const base = line({ kind: 'base', unit: 'LS' }, faulted);
    for (let e = 250 + step / 2; e < 550; e += step)
      sampled += (100 + 0.1 * e - base(e, 333)![0]!.up) * step * 300;
    expect(above / sampled).toBeCloseTo(1, 3);
  });

  test('the deviation is at most that of errors of one sign', () => {
    const { deviationAtMost } = volumeBetween(square(100, 100, 100), ground, limestone, model.grid);
    // 1 + e/100 metres on the contact, nothing on the ground.
    expect(deviationAtMost).toBeCloseTo(100 * 100 * 2.5, 3);
  });

  test('parts of an outline add up to the whole, and a level lies as far under itself as over', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 30, max: 700, noNaN: true }),
        fc.double({ min: -150, max: 180, noNaN: true }),
        (east, up) => {
          const level = line({ kind: 'level', up });
          const whole = square(20, 20, 500);
          const cut: [PlanPoint[], PlanPoint[]] = [
            [
              [20, 20],
              [Math.min(519, east), 20],
              [Math.min(519, east), 520],
              [20, 520],
            ],
            [
              [Math.min(519, east), 20],
              [520, 20],
              [520, 520],
              [Math.min(519, east), 520],
            ],
          ];
          const net = (ring: PlanPoint[]): number => {
            const { above, below } = volumeBetween(ring, limestone, level, model.grid);
            return above - below;
          };
          expect(net(cut[0]) + net(cut[1])).toBeCloseTo(net(whole), 1);
          const there = volumeBetween(whole, limestone, level, model.grid);
          const back = volumeBetween(whole, level, limestone, model.grid);
          expect(back.above).toBeCloseTo(there.below, 6);
        },
      ),
      { numRuns: 8 },
    );
  });
});

test('rock that a reverse fault lays over itself counts twice, as it is there twice', () => {
  const at = (...ups: number[]) => ups.map((up) => ({ up, deviation: 0 }));
  expect(lengthsBetween(at(100), at(60, 40, 10))).toEqual({ above: 40 + 30, below: 0 });
  expect(lengthsBetween(at(5), at(10))).toEqual({ above: 0, below: 5 });
});

test('a large outline is laid out in larger cells', () => {
  expect(cellsFor({ east: 0, north: 0, cell: 10 }, 1e4).cell).toBe(10);
  expect(cellsFor({ east: 0, north: 0, cell: 1 }, 1e6).cell).toBe(8);
});

const centroidEast = (ring: readonly PlanPoint[]): number => {
  let [twice, moment] = [0, 0];
  ring.forEach(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!;
    const cross = x * v - u * y;
    twice += cross;
    moment += cross * (x + u);
  });
  return moment / (3 * twice);
};
