import { expect, test } from 'vitest';
import { meshBody } from '../clearance/body.ts';
import { isEnclosed } from '../clearance/enclosed.ts';
import type { PlanPolygon } from '../geometry/plan-polygon.ts';
import { signedVolume } from '../geometry/triangle-mesh.ts';
import { mergeRights, rightsMesh } from './merge-rights.ts';

const rectangle = (west: number, south: number, east: number, north: number): PlanPolygon => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ],
];
const right = (polygon: PlanPolygon, lower: number, upper: number) => ({ polygons: [polygon], lower, upper });

test('one right is one prism, whichever way its outline runs', () => {
  for (const polygon of [rectangle(0, 0, 40, 30), [rectangle(0, 0, 40, 30)[0]!.toReversed()]]) {
    const slabs = mergeRights([right(polygon, -50, 10)]);
    expect(slabs).toHaveLength(1);
    expect(signedVolume(rightsMesh(slabs))).toBeCloseTo(40 * 30 * 60, 6);
  }
});

test('the border between two rights of one mine is none, and overlaps count once', () => {
  const slabs = mergeRights([
    right(rectangle(0, 0, 40, 30), -50, 10),
    right(rectangle(30, 0, 80, 30), -80, 10),
  ]);
  // Below -50 only the eastern one, above both as one.
  expect(slabs.map(({ lower, upper, polygons }) => [lower, upper, polygons.length])).toEqual([
    [-80, -50, 1],
    [-50, 10, 1],
  ]);
  const mesh = rightsMesh(slabs);
  expect(signedVolume(mesh)).toBeCloseTo(50 * 30 * 30 + 80 * 30 * 60, 6);
  const { tree } = meshBody(mesh, true);
  expect(isEnclosed(tree, [35, 15, 0])).toBe(true);
  expect(isEnclosed(tree, [60, 15, -70])).toBe(true);
  expect(isEnclosed(tree, [10, 15, -70])).toBe(false);
  // No wall and no lid within: the nearest of the outside is 5 m up, not at the eastern right's own border.
  const inner = [...mesh.positions].filter((_, i) => i % 3 === 0).some((x) => x > 30.001 && x < 39.999);
  expect(inner).toBe(false);
});

test('rights that lie apart stay apart, one above the other too', () => {
  const slabs = mergeRights([right(rectangle(0, 0, 10, 10), 0, 10), right(rectangle(0, 0, 10, 10), 20, 30)]);
  expect(slabs.map(({ lower }) => lower)).toEqual([0, 20]);
  expect(signedVolume(rightsMesh(slabs))).toBeCloseTo(2000, 6);
  expect(mergeRights([])).toEqual([]);
});
