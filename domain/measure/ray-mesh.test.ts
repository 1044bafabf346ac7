import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTriangleTree } from '../clearance/triangle-tree.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { box, torus } from '../geometry/sample-solids.test-kit.ts';
import { rayHit } from './ray-mesh.ts';

const cube = createTriangleTree(box([0, 0, 0], [10, 10, 10]));
const ring = torus(100, 30, 24, 36);
const ringTree = createTriangleTree(ring);

test('meets the near side, and the far one where the near one is taken away', () => {
  const down = { origin: [3, 4, 50] as Vec3, direction: [0, 0, -2] as Vec3 };
  expect(rayHit(cube, down)?.along).toBeCloseTo(20, 12);
  expect(rayHit(cube, down, Number.POSITIVE_INFINITY, (along) => along > 21)?.along).toBeCloseTo(25, 12);
  expect(rayHit(cube, down, 19)).toBeNull();
});

test('a ray along the diagonal two triangles share, or through a corner, does not slip through', () => {
  for (let i = 0; i <= 10; i++)
    expect(rayHit(cube, { origin: [i, i, 50], direction: [0, 0, -1] })?.along).toBeCloseTo(40, 9);
});

test('finds what looking at every triangle finds', () => {
  const number = (size: number) => fc.double({ min: -size, max: size, noNaN: true });
  fc.assert(
    fc.property(
      fc.tuple(number(300), number(300), number(300)),
      fc.tuple(number(60), number(140), number(40)),
      (origin, to) => {
        const direction = [0, 1, 2].map((k) => to[k]! - origin[k]!) as unknown as Vec3;
        const hit = rayHit(ringTree, { origin, direction });
        let least = Number.POSITIVE_INFINITY;
        for (let t = 0; t < ring.indices.length / 3; t++) {
          const corner = [0, 1, 2].flatMap((c) => {
            const at = ring.indices[t * 3 + c]! * 3;
            return [...ring.positions.subarray(at, at + 3)];
          });
          const one = createTriangleTree({
            positions: Float64Array.from(corner),
            indices: Uint32Array.of(0, 1, 2),
          });
          least = Math.min(least, rayHit(one, { origin, direction })?.along ?? least);
        }
        expect(hit?.along ?? Number.POSITIVE_INFINITY).toBe(least);
      },
    ),
    { numRuns: 60 },
  );
});
