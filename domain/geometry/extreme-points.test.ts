import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extremePoints } from './extreme-points.ts';

const coordinate = fc.integer({ min: -5000, max: 5000 });
const cloud = fc.array(coordinate, { minLength: 3, maxLength: 120 });

describe('extreme points', () => {
  it('span the same box and the same diagonals as all points', () => {
    fc.assert(
      fc.property(cloud, ([...flat]) => {
        const points = Array.from({ length: Math.floor(flat.length / 3) }, (_, i) =>
          flat.slice(3 * i, 3 * i + 3),
        );
        const extreme = extremePoints([Float64Array.from(flat)]);
        expect(extreme.length).toBeLessThanOrEqual(26);
        for (const [x, y, z] of [
          [1, 0, 0],
          [0, -1, 0],
          [0, 0, 1],
          [1, 1, 0],
          [-1, 1, -1],
        ] as const) {
          const farthest = (all: readonly (readonly number[])[]) =>
            Math.max(...all.map((p) => p[0]! * x + p[1]! * y + p[2]! * z));
          expect(farthest(extreme)).toBe(farthest(points));
        }
      }),
    );
  });

  it('are of the points themselves, each once', () => {
    expect(
      extremePoints([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toEqual([[1, 2, 3]]);
    expect(extremePoints([])).toEqual([]);
  });
});
