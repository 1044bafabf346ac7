import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTriangleTree } from '../clearance/triangle-tree.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { box, torus } from '../geometry/sample-solids.test-kit.ts';
import { creaseEdges } from './crease-edges.ts';
import { cornersNear } from './snap.ts';

const mesh = box([0, 0, 0], [10, 20, 30]);
const tree = createTriangleTree(mesh);
const creases = creaseEdges(mesh);
const towards = (origin: Vec3, to: Vec3) => ({
  origin,
  direction: [to[0] - origin[0], to[1] - origin[1], to[2] - origin[2]] as Vec3,
});

test('a hand beside a corner gets the corner, beside an edge the edge, elsewhere nothing', () => {
  const reach = { stretch: 1, vertex: 0.01, edge: 0.006 };
  const eye: Vec3 = [60, -70, 90];
  const corner = cornersNear(tree, creases, towards(eye, [10.3, 0, 30.2]), reach)[0]!;
  expect([corner.kind, corner.at]).toEqual(['vertex', [10, 0, 30]]);
  const edge = cornersNear(tree, creases, towards(eye, [10, 0.05, 12]), reach)[0]!;
  expect(edge.kind).toBe('edge');
  expect(edge.at[0]).toBe(10);
  expect(edge.at[1]).toBe(0);
  expect(edge.at[2]).toBeCloseTo(12, 0);
  // On the diagonal of a face, far from its sides.
  expect(cornersNear(tree, creases, towards(eye, [10, 10, 15]), reach)).toEqual([]);
});

test('a corner behind the eye is none', () => {
  const reach = { stretch: 1, vertex: 0.05, edge: 0.05 };
  expect(cornersNear(tree, creases, towards([5, 10, 100], [5, 10, 200]), reach)).toEqual([]);
});

test('the reach is seen in the picture: stretched heights make a corner farther off', () => {
  const eye: Vec3 = [200, 0, 30];
  const ray = towards(eye, [10, 0, 31]);
  const near = { vertex: 0.008, edge: 0 };
  expect(cornersNear(tree, creases, ray, { ...near, stretch: 1 }).map(({ at }) => at)).toContainEqual([
    10, 0, 30,
  ]);
  expect(cornersNear(tree, creases, ray, { ...near, stretch: 5 })).toEqual([]);
});

test('finds every corner that looking at all of them finds', () => {
  const ring = torus(100, 30, 10, 14);
  const ringTree = createTriangleTree(ring);
  const none = new Uint8Array(ring.indices.length / 3);
  const number = (size: number) => fc.double({ min: -size, max: size, noNaN: true });
  fc.assert(
    fc.property(
      fc.tuple(number(250), number(250), number(250)),
      fc.tuple(number(130), number(130), number(30)),
      fc.double({ min: 1, max: 5, noNaN: true }),
      (eye, to, stretch) => {
        const ray = towards(eye, to);
        const reach = { stretch, vertex: 0.08, edge: 0 };
        const d = [ray.direction[0], ray.direction[1], ray.direction[2] * stretch];
        const size = Math.hypot(...d);
        if (size < 1) return;
        let expected = 0;
        for (let i = 0; i < ring.positions.length; i += 3) {
          const p = [
            ring.positions[i]! - eye[0],
            ring.positions[i + 1]! - eye[1],
            (ring.positions[i + 2]! - eye[2]) * stretch,
          ];
          const along = (p[0]! * d[0]! + p[1]! * d[1]! + p[2]! * d[2]!) / size;
          const away = Math.sqrt(Math.max(0, Math.hypot(...p) ** 2 - along ** 2));
          if (along > 0 && away / along <= 0.08) expected++;
        }
        expect(cornersNear(ringTree, none, ray, reach)).toHaveLength(expected);
      },
    ),
  );
});
