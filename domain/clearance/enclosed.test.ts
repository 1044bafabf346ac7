import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, merged, real, torus, turnedInsideOut } from '../geometry/sample-solids.test-kit.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';
import { isEnclosed } from './enclosed.ts';
import { createTriangleTree } from './triangle-tree.ts';

describe('isEnclosed', () => {
  it('tells inside from outside of a ring, through its hole too', () => {
    const [major, minor, sides, turns] = [20, 6, 24, 48];
    const tree = createTriangleTree(torus(major, minor, sides, turns));
    fc.assert(
      fc.property(fc.tuple(real(-30, 30), real(-30, 30), real(-8, 8)), ([x, y, z]) => {
        const off = Math.hypot(Math.hypot(x, y) - major, z);
        // The faces cut a little off the round ring: by cos of half a step at most, along and across.
        const flat = minor * Math.cos(Math.PI / sides) - (major + minor) * (1 - Math.cos(Math.PI / turns));
        fc.pre(off < flat - 0.01 || off > minor + 0.01);
        expect(isEnclosed(tree, [x, y, z])).toBe(off < minor);
      }),
      { numRuns: 500 },
    );
  });

  it('is right where rays run along edges and through corners', () => {
    const grid = createTriangleTree(box([-1, -1, -1], [1, 1, 1]));
    for (const x of [-0.5, 0, 0.5, 1.5])
      for (const y of [-0.5, 0, 0.5, 1.5])
        for (const z of [-0.5, 0, 0.5, 1.5]) expect(isEnclosed(grid, [x, y, z])).toBe(Math.max(x, y, z) < 1);
    // Aimed from the corners backwards along each of the directions that are tried.
    for (const [a, b, c] of [
      [0.2371, 0.1709, 0.9563],
      [-0.5113, 0.7429, 0.4321],
      [0.8317, -0.3907, 0.3947],
    ])
      for (const corner of [-1, 1]) {
        expect(isEnclosed(grid, [corner - a! * 0.1, corner - b! * 0.1, 1 - c! * 0.1])).toBe(
          Math.abs(corner - a! * 0.1) < 1 && Math.abs(corner - b! * 0.1) < 1,
        );
      }
  });

  it('counts overlapping parts once and leaves cavities out', () => {
    const overlapping = createTriangleTree(merged(box([0, 0, 0], [4, 4, 4]), box([2, 2, 2], [6, 6, 6])));
    const hollow = createTriangleTree(
      merged(box([0, 0, 0], [9, 9, 9]), turnedInsideOut(box([3, 3, 3], [6, 6, 6]))),
    );
    expect(isEnclosed(overlapping, [3, 3, 3])).toBe(true);
    expect(isEnclosed(overlapping, [1, 1, 5])).toBe(false);
    expect(isEnclosed(hollow, [4, 4, 4])).toBe(false);
    expect(isEnclosed(hollow, [1, 4, 4])).toBe(true);
  });

  it('falls back on solid angles where every ray begins at an edge', () => {
    const solid = box([-1, -1, -1], [1, 1, 1]);
    for (const [at, inside] of [
      [[0, 0, 0.5], true],
      [[0, 0, -0.999], true],
      [[0.9, 0.9, 0.9], true],
    ] as const) {
      const flag: TriangleMesh = {
        positions: Float64Array.from([...at, 0.2, 0.1, 0, -0.3, 0.2, 0.1]),
        indices: Uint32Array.of(0, 1, 2),
      };
      expect(isEnclosed(createTriangleTree(merged(solid, flag)), at)).toBe(inside);
    }
    const outside: TriangleMesh = {
      positions: Float64Array.of(3, 3, 3, 5, 3, 3, 3, 5, 3),
      indices: Uint32Array.of(0, 1, 2),
    };
    expect(isEnclosed(createTriangleTree(merged(solid, outside)), [3, 3, 3])).toBe(false);
  });
});
