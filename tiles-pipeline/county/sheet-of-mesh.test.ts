import { expect, it } from 'vitest';
import { sheetOfMesh } from './sheet-of-mesh.ts';

/** A rectangle 300 m along north, that goes 100 m east while it goes down 100 m. */
const eastward = {
  positions: Float64Array.from([0, 0, 0, 0, 300, 0, 100, 0, -100, 100, 300, -100]),
  indices: Uint32Array.from([0, 2, 1, 1, 2, 3]),
};

it('gives dip, side and the upper edge of a fault', () => {
  const { trace, dip, dipDirection } = sheetOfMesh(eastward);
  expect(dip).toBe(45);
  expect(dipDirection).toBe(90);
  expect(trace.map(([x, , z]) => [x, z])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(Math.abs(trace[0]![1] - trace[1]![1])).toBe(300);
});

it('gives the same whichever way its triangles run', () => {
  const { indices } = eastward;
  const turned = Uint32Array.from([indices[0]!, indices[2]!, indices[1]!, ...indices.slice(3)]);
  expect(sheetOfMesh({ ...eastward, indices: turned })).toEqual(sheetOfMesh(eastward));
});

it('says of a line that it has no dip', () => {
  expect(() =>
    sheetOfMesh({
      positions: Float64Array.from([0, 0, 0, 1, 1, 1, 2, 2, 2]),
      indices: Uint32Array.of(0, 1, 2),
    }),
  ).toThrow('without area');
});
