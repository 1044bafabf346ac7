import { describe, expect, it } from 'vitest';
import { labelPoint } from './label-point.ts';

const near = (x: number, y: number) => [expect.closeTo(x, 5), expect.closeTo(y, 5)];

describe('where the sign of a shape stands', () => {
  it('in the middle of a square, and within a hook whose middle is outside', () => {
    const square = [
      [0, 0],
      [4, 0],
      [4, 2],
      [0, 2],
      [0, 0],
    ];
    expect(labelPoint({ type: 'Polygon', coordinates: [square] })).toEqual(near(2, 1));
    const hook = [
      [0, 0],
      [9, 0],
      [9, 9],
      [6, 9],
      [6, 1],
      [1, 1],
      [1, 9],
      [0, 9],
      [0, 0],
    ];
    expect(labelPoint({ type: 'Polygon', coordinates: [hook] })).toEqual(near(7.5, 4.5));
  });

  it('beside a hole, not in it', () => {
    const outer = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    const hole = [
      [3, 3],
      [9, 3],
      [9, 7],
      [3, 7],
      [3, 3],
    ];
    expect(labelPoint({ type: 'Polygon', coordinates: [outer, hole] })).toEqual(near(1.5, 5));
  });

  it('halfway along a line; a point has none of its own', () => {
    expect(
      labelPoint({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [2, 0],
          [2, 6],
        ],
      }),
    ).toEqual(near(2, 2));
    expect(labelPoint({ type: 'Point', coordinates: [1, 2] })).toBeNull();
  });
});
