import { expect, test } from 'vitest';
import { enu } from '../../domain/frame/coordinates.ts';
import { coarseTube } from './coarse-tube.ts';

const RADIUS = 4;
const line = [enu(100, 200, 0), enu(103, 200, -40), enu(110, 202, -90)];

test('a coarse tube has two triangles a side and its corners 1.25 radii from the line', () => {
  const { positions, indices, normals } = coarseTube(line, RADIUS);
  expect(indices.length / 3).toBe(2 * 3 * 2);
  expect(positions.length / 3).toBe(9);
  for (let k = 0; k < 3; k++) {
    const [east, north, up] = positions.subarray(3 * k, 3 * k + 3);
    expect(Math.hypot(east! - 100, north! - 200, up!)).toBeCloseTo(1.25 * RADIUS, 9);
    expect(Math.hypot(...normals!.subarray(3 * k, 3 * k + 3))).toBeCloseTo(1, 6);
  }
});

test('it starts and ends where the line does', () => {
  const { positions } = coarseTube(line, RADIUS);
  for (const [ring, end] of [
    [0, line[0]!],
    [2, line[2]!],
  ] as const)
    for (let axis = 0; axis < 3; axis++) {
      const middle = [0, 1, 2].reduce((sum, k) => sum + positions[9 * ring + 3 * k + axis]! / 3, 0);
      expect(middle).toBeCloseTo(end[axis]!, 9);
    }
});
