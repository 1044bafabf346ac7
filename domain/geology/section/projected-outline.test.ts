import { expect, test } from 'vitest';
import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';
import { type CutPlane, ringArea } from './mesh-cut.ts';
import { projectedOutline } from './projected-outline.ts';

/** Looks north: s is east, t is up. */
const NORTH: CutPlane = { origin: [0, 0, 0], right: [1, 0, 0], up: [0, 0, 1] };

const box = (min: readonly number[], max: readonly number[]): TriangleMesh => {
  const corner = (i: number) => [0, 1, 2].map((k) => ((i >> k) & 1 ? max[k]! : min[k]!));
  const faces = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ];
  return {
    positions: Float64Array.from([0, 1, 2, 3, 4, 5, 6, 7].flatMap(corner)),
    indices: Uint32Array.from(faces.flatMap(([a, b, c, d]) => [a!, b!, c!, a!, c!, d!])),
  };
};
const together = (...meshes: TriangleMesh[]): TriangleMesh => ({
  positions: Float64Array.from(meshes.flatMap(({ positions }) => [...positions])),
  indices: Uint32Array.from(
    meshes.flatMap(({ indices }, m) => {
      const first = meshes.slice(0, m).reduce((sum, { positions }) => sum + positions.length / 3, 0);
      return [...indices].map((index) => index + first);
    }),
  ),
});
const areaOf = (fills: readonly Float64Array[]): number =>
  fills.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0);
const lengthOf = (lines: readonly Float64Array[]): number =>
  lines.reduce((sum, line) => {
    for (let i = 2; i < line.length; i += 2)
      sum += Math.hypot(line[i]! - line[i - 2]!, line[i + 1]! - line[i - 1]!);
    return sum;
  }, 0);

test('a box covers its side, whatever its depth, and its outline is its four edges', () => {
  const outline = projectedOutline(box([10, -30, 5], [50, 40, 25]), NORTH)!;
  expect(areaOf(outline.fills)).toBeCloseTo(40 * 20, 6);
  expect(lengthOf(outline.edges)).toBeCloseTo(120, 6);
  // To the right of someone who walks east lies the south.
  expect(outline.off).toEqual([-40, 30]);
});

test('what lies behind something is covered once', () => {
  const two = together(box([0, 0, 0], [40, 10, 20]), box([20, 50, 10], [60, 60, 30]));
  const outline = projectedOutline(two, NORTH)!;
  expect(areaOf(outline.fills)).toBeCloseTo(800 + 800 - 200, 1);
});

test('two things over one another at the same place stay two, and no line is drawn where one goes on', () => {
  const comb = together(
    box([0, 0, 0], [20, 10, 30]),
    box([20, 0, 0], [50, 10, 10]),
    box([20, 0, 20], [50, 10, 30]),
  );
  const outline = projectedOutline(comb, NORTH)!;
  expect(areaOf(outline.fills)).toBeCloseTo(600 + 300 + 300, 0);
  // Round the outside and the inside of the "C".
  expect(lengthOf(outline.edges)).toBeCloseTo(30 + 50 + 10 + 30 + 10 + 30 + 10 + 50, 0);
});

test('a sphere covers a disc, and a tube lying across is as high as it is wide', () => {
  const positions: number[] = [];
  const indices: number[] = [];
  const [rows, columns] = [24, 48];
  for (let i = 0; i <= rows; i++)
    for (let j = 0; j < columns; j++) {
      const [a, b] = [(i / rows) * Math.PI, (j / columns) * 2 * Math.PI];
      positions.push(10 * Math.sin(a) * Math.cos(b), 10 * Math.sin(a) * Math.sin(b), 10 * Math.cos(a));
      if (i === rows) continue;
      const at = (di: number, dj: number) => (i + di) * columns + ((j + dj) % columns);
      indices.push(at(0, 0), at(1, 0), at(1, 1), at(0, 0), at(1, 1), at(0, 1));
    }
  const mesh = { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
  const area = areaOf(projectedOutline(mesh, NORTH)!.fills);
  expect(area / (Math.PI * 100)).toBeGreaterThan(0.985);
  expect(area / (Math.PI * 100)).toBeLessThan(1);
});

test('nothing has no outline', () =>
  expect(projectedOutline({ positions: new Float64Array(), indices: new Uint32Array() }, NORTH)).toBeNull());
