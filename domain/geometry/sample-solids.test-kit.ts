import fc from 'fast-check';
import type { Vec3 } from './bounds.ts';
import type { TriangleMesh } from './triangle-mesh.ts';

/** Solids and shapes that several tests of this folder measure. */

export const box = (min: Vec3, max: Vec3): TriangleMesh => {
  const corner = (i: number): number[] => [0, 1, 2].map((k) => ((i >> k) & 1 ? max[k]! : min[k]!));
  return {
    positions: Float64Array.from([0, 1, 2, 3, 4, 5, 6, 7].flatMap(corner)),
    indices: Uint32Array.from(
      [
        [0, 2, 3, 0, 3, 1],
        [4, 5, 7, 4, 7, 6],
        [0, 1, 5, 0, 5, 4],
        [2, 6, 7, 2, 7, 3],
        [0, 4, 6, 0, 6, 2],
        [1, 3, 7, 1, 7, 5],
      ].flat(),
    ),
  };
};

/** A ring with a hole: every level through it cuts two loops, one inside the other. */
export const torus = (major: number, minor: number, sides = 12, turns = 16): TriangleMesh => {
  const positions: number[] = [];
  const indices: number[] = [];
  for (let i = 0; i < turns; i++)
    for (let j = 0; j < sides; j++) {
      const [a, b] = [(2 * Math.PI * i) / turns, (2 * Math.PI * j) / sides];
      const r = major + minor * Math.cos(b);
      positions.push(r * Math.cos(a), r * Math.sin(a), minor * Math.sin(b));
      const at = (p: number, q: number): number => (p % turns) * sides + (q % sides);
      indices.push(at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j), at(i + 1, j + 1), at(i, j + 1));
    }
  return { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
};

export const merged = (...meshes: TriangleMesh[]): TriangleMesh => {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const mesh of meshes) {
    const start = positions.length / 3;
    positions.push(...mesh.positions);
    indices.push(...[...mesh.indices].map((i) => i + start));
  }
  return { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
};

export const moved = (mesh: TriangleMesh, by: Vec3): TriangleMesh => ({
  positions: mesh.positions.map((v, i) => v + by[i % 3]!),
  indices: mesh.indices,
});

export const turnedInsideOut = (mesh: TriangleMesh): TriangleMesh => ({
  positions: mesh.positions,
  indices: Uint32Array.from(
    { length: mesh.indices.length },
    (_, i) => mesh.indices[i % 3 === 0 ? i : i % 3 === 1 ? i + 1 : i - 1]!,
  ),
});

export const real = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

/** Radii of a star-shaped outline: simple, mostly not convex. */
export const radii = fc.array(real(5, 60), { minLength: 3, maxLength: 24 });

/** Star-shaped ring about (0, 0), counter-clockwise in plan, with heights from `height`. */
export const star = (r: readonly number[], height: (x: number, y: number, i: number) => number): Vec3[] =>
  r.map((radius, i) => {
    const angle = (2 * Math.PI * i) / r.length;
    const [x, y] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    return [x, y, height(x, y, i)];
  });
