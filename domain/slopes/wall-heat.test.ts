import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WallPoint, wallHeat } from './wall-heat.ts';

const wall: WallPoint[] = [0, 1, 2, 3].flatMap((row) =>
  [0, 1, 2, 3].map((column) => ({
    enu: [column * 50, 0, row * 20] as const,
    value: column * 2 + row,
    error: 0.1,
  })),
);

describe('wallHeat', () => {
  it('honours what was measured, within its error', () => {
    const heat = wallHeat(wall)!;
    for (const point of wall) {
      const { value, standardDeviation } = heat.at(point.enu);
      expect(Math.abs(value - point.value)).toBeLessThan(0.3);
      expect(standardDeviation).toBeLessThan(0.15);
    }
  });

  it('is less sure between points, and knows next to nothing far away', () => {
    const heat = wallHeat(wall)!;
    const between = heat.at([25, 0, 10]).standardDeviation;
    const far = heat.at([5000, 0, 0]).standardDeviation;
    expect(between).toBeGreaterThan(heat.at(wall[0]!.enu).standardDeviation);
    expect(far).toBeGreaterThan(between * 2);
    expect(far).toBeGreaterThanOrEqual(heat.spread);
  });

  it('says nothing from three points, nor from four at one place', () => {
    expect(wallHeat(wall.slice(0, 3))).toBeNull();
    expect(wallHeat([0, 1, 2, 3].map((value) => ({ enu: [0, 0, 0] as const, value, error: 1 })))).toBeNull();
  });

  it('gives equal values back everywhere, without false certainty', () => {
    const heat = wallHeat(wall.map((point) => ({ ...point, value: 3, error: 0.5 })))!;
    expect(heat.at([75, 0, 30]).value).toBeCloseTo(3, 6);
    expect(heat.at([9000, 0, 0]).standardDeviation).toBeGreaterThan(0.3);
  });

  it('is finite for any wall', () => {
    const number = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            enu: fc.tuple(number, number, number),
            value: number,
            error: fc.double({ min: 0, max: 10, noNaN: true }),
          }),
          { minLength: 4, maxLength: 20 },
        ),
        fc.tuple(number, number, number),
        (points, at) => {
          const estimate = wallHeat(points)?.at(at);
          if (!estimate) return;
          expect(Number.isFinite(estimate.value)).toBe(true);
          expect(estimate.standardDeviation).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
