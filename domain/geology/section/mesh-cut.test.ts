import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedVolume, type TriangleMesh, weldVertices } from '../../geometry/triangle-mesh.ts';
import { metres } from '../../units/quantities.ts';
import { type CutPlane, clipLine, clipRing, cutMesh, ringArea, ringsArea } from './mesh-cut.ts';

/** A box as twelve triangles. */
const box = (min: readonly number[], max: readonly number[]): TriangleMesh => {
  const positions = Float64Array.from(
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((k) => [
      k & 1 ? max[0]! : min[0]!,
      k & 2 ? max[1]! : min[1]!,
      k & 4 ? max[2]! : min[2]!,
    ]),
  );
  const faces = [0, 2, 3, 1, 4, 5, 7, 6, 0, 1, 5, 4, 2, 6, 7, 3, 0, 4, 6, 2, 1, 3, 7, 5];
  const indices = Uint32Array.from(
    Array.from({ length: 6 }, (_, f) => faces.slice(f * 4, f * 4 + 4)).flatMap(([a, b, c, d]) => [
      a!,
      b!,
      c!,
      a!,
      c!,
      d!,
    ]),
  );
  return { positions, indices };
};
const joined = (...meshes: TriangleMesh[]): TriangleMesh => ({
  positions: Float64Array.from(meshes.flatMap(({ positions }) => [...positions])),
  indices: Uint32Array.from(
    meshes.flatMap(({ indices }, k) => {
      const before = meshes.slice(0, k).reduce((sum, mesh) => sum + mesh.positions.length / 3, 0);
      return [...indices].map((index) => index + before);
    }),
  ),
});
const level = (height: number): CutPlane => ({ origin: [0, 0, height], right: [1, 0, 0], up: [0, 1, 0] });

test('a box is cut in a rectangle of its size', () => {
  const { rings, lines } = cutMesh(box([0, 0, 0], [10, 6, 4]), level(1));
  expect(lines).toEqual([]);
  expect(rings).toHaveLength(1);
  expect(Math.abs(ringArea(rings[0]!))).toBeCloseTo(60, 9);
});

test('a hollow is a hole in the cut', () => {
  const { rings } = cutMesh(joined(box([0, 0, 0], [10, 10, 10]), box([2, 2, 2], [5, 5, 5])), level(3));
  expect(rings).toHaveLength(2);
  expect(ringsArea(rings)).toBeCloseTo(91, 9);
});

test('a plane through corners, edges and faces still gives closed lines', () => {
  for (const height of [0, 4]) {
    const { rings, lines } = cutMesh(box([0, 0, 0], [10, 6, 4]), level(height));
    expect(lines).toEqual([]);
    expect(rings.length).toBeLessThanOrEqual(1);
  }
  const diagonal: CutPlane = { origin: [0, 0, 0], right: [Math.SQRT1_2, Math.SQRT1_2, 0], up: [0, 0, 1] };
  const { rings, lines } = cutMesh(box([0, 0, 0], [6, 6, 4]), diagonal);
  expect(lines).toEqual([]);
  expect(Math.abs(ringArea(rings[0]!))).toBeCloseTo(6 * Math.SQRT2 * 4, 6);
});

test('an open mesh gives a line with two ends', () => {
  const sheet: TriangleMesh = {
    positions: Float64Array.of(0, 0, -5, 10, 0, -5, 10, 0, 5, 0, 0, 5),
    indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
  };
  const { rings, lines } = cutMesh(sheet, level(1));
  expect(rings).toEqual([]);
  expect(lines).toHaveLength(1);
  const [first, last] = [lines[0]![0]!, lines[0]!.at(-2)!];
  expect([first, last].sort((a, b) => a - b)).toEqual([0, 10]);
});

/** A lumpy closed body: a sphere whose vertices are pushed in and out. */
const lump = (bumps: readonly number[]): TriangleMesh => {
  const [rows, columns] = [12, 16];
  const points: number[] = [];
  for (let i = 0; i <= rows; i++)
    for (let j = 0; j < columns; j++) {
      const [theta, phi] = [(Math.PI * i) / rows, (2 * Math.PI * j) / columns];
      const r = i === 0 || i === rows ? 10 : 10 + bumps[(i * columns + j) % bumps.length]!;
      points.push(
        r * Math.sin(theta) * Math.cos(phi),
        r * Math.sin(theta) * Math.sin(phi),
        r * Math.cos(theta),
      );
    }
  const indices: number[] = [];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const [a, b] = [i * columns + j, i * columns + ((j + 1) % columns)];
      indices.push(a, a + columns, b, b, a + columns, b + columns);
    }
  return weldVertices(Float64Array.from(points), Uint32Array.from(indices), metres(1e-9));
};

test('areas of parallel cuts add up to the volume', () =>
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 5, maxLength: 40 }),
      (bumps) => {
        const mesh = lump(bumps);
        const step = 0.25;
        let sum = 0;
        for (let height = -14 + step / 2; height < 14; height += step) {
          const { rings, lines } = cutMesh(mesh, level(height));
          expect(lines).toEqual([]);
          sum += ringsArea(rings) * step;
        }
        const volume = Math.abs(signedVolume(mesh));
        expect(Math.abs(sum - volume) / volume).toBeLessThan(0.005);
      },
    ),
    { numRuns: 40 },
  ));

test('clipping keeps what lies between, and nothing else', () => {
  const ring = Float64Array.of(0, 0, 10, 0, 10, 10, 0, 10);
  expect(Math.abs(ringArea(clipRing(ring, 2, 5)!))).toBeCloseTo(30, 12);
  expect(clipRing(ring, 11, 20)).toBeNull();
  expect(clipLine(Float64Array.of(0, 0, 10, 10, 0, 20), 4, 6).map((line) => [...line])).toEqual([
    [4, 4, 6, 6],
    [6, 14, 4, 16],
  ]);
  expect(clipLine(Float64Array.of(3, 0, 3, 9), 4, 6)).toEqual([]);
});
