import { describe, expect, it } from 'vitest';
import { enu } from '../../../../domain/frame/coordinates.ts';
import { drawnHazard, hazardStrokes } from './drawn-hazards.ts';

/** 100 000 m a degree, for whole numbers. */
const frame = {
  geographicToEnu: ({ longitude, latitude }: { longitude: number; latitude: number }) =>
    enu(longitude * 1e5, latitude * 1e5, 0),
};
const slope = (east: number): number | null => (east > 500 ? null : east / 10);

describe('a drawn hazard in the mine', () => {
  it('lies on the ground, and where that is not known at the height given', () => {
    const drawn = drawnHazard(
      {
        kind: 'line',
        line: [
          [0, 0],
          [0.001, 0],
          [0.006, 0],
        ],
      },
      frame,
      slope,
      77,
    )!;
    const [line] = drawn.lines;
    for (const [east, , up] of line!) expect(up).toBeCloseTo((slope(east) ?? 77) + 1.5, 6);
    for (const [i, [east]] of line!.slice(1).entries()) expect(east - line![i]![0]).toBeLessThanOrEqual(12);
    expect(line!.at(-1)![0]).toBeCloseTo(600, 6);
  });

  it('is a pole where it is a point, and nothing where it is a feature of the model', () => {
    const point = drawnHazard({ kind: 'point', at: [0.001, 0] }, frame, slope, 0)!;
    expect(point.lines[0]!.map(([, , up]) => up)).toEqual([11.5, 41.5]);
    expect(drawnHazard({ kind: 'feature', layer: 'goafs', feature: 'G' }, frame, slope, 0)).toBeNull();
  });

  it('is whole where it is proven, dashed where it is inferred, and crossed where methods disagree', () => {
    const drawn = drawnHazard(
      {
        kind: 'line',
        line: [
          [0, 0],
          [0.001, 0],
        ],
      },
      frame,
      () => 0,
      0,
    )!;
    const length = (status: 'proven' | 'inferred' | 'unverified') =>
      hazardStrokes(drawn, status, [0, 0, 0]).reduce((sum, [a, b]) => sum + Math.abs(b[0] - a[0]), 0);
    expect(length('proven')).toBeCloseTo(100, 6);
    expect(length('inferred')).toBeLessThan(70);
    expect(length('unverified')).toBeLessThan(length('inferred'));
    expect(hazardStrokes(drawn, 'contradicted', [0, 0, 0]).length).toBeGreaterThan(
      hazardStrokes(drawn, 'proven', [0, 0, 0]).length,
    );
  });
});
