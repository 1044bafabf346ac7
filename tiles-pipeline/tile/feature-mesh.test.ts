import { expect, test } from 'vitest';
import { gridMesh } from './feature-mesh.ts';

const colour = [1, 1, 1, 1] as const;

/** Two unit squares hinged along the y axis, the second lifted by `angle` degrees. */
const hinge = (angle: number) => {
  const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const positions = new Float64Array([-1, 0, 0, 0, 0, 0, 0, 1, 0, -1, 1, 0, c, 0, s, c, 1, s]);
  return { positions, indices: new Uint32Array([0, 1, 2, 0, 2, 3, 1, 4, 5, 1, 5, 2]), colour };
};

test('an edge of 20 degrees is smooth, of 60 degrees sharp', async () => {
  expect((await gridMesh(hinge(20))).positions.length / 3).toBe(6);
  expect((await gridMesh(hinge(60))).positions.length / 3).toBe(8);
});

test('flat normals point to the side the triangle turns counter-clockwise to', async () => {
  const { normals } = await gridMesh(hinge(0));
  for (let i = 0; i < normals.length; i += 3) expect([...normals.subarray(i, i + 3)]).toEqual([0, 0, 127]);
});

test('given normals are kept, equal vertices shared, collapsed triangles left out', async () => {
  const mesh = await gridMesh({
    positions: new Float64Array([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0.001, 0, 0]),
    indices: new Uint32Array([0, 1, 2, 3, 1, 4, 0, 5, 1]),
    normals: new Float32Array([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1]),
    colour,
  });
  expect(mesh.indices.length / 3).toBe(2);
  expect(mesh.positions.length / 3).toBe(4);
});

test('a feature thinner than the grid is still there', async () => {
  const mesh = await gridMesh({
    positions: new Float64Array([5, 5, 5, 5.001, 5, 5, 5, 5.001, 5]),
    indices: new Uint32Array([0, 1, 2]),
    colour,
  });
  expect(mesh.indices.length).toBe(3);
  expect([...mesh.positions.subarray(0, 3)]).toEqual([640, 640, 640]);
});

test('what cannot be drawn is refused with its reason', async () => {
  const positions = new Float64Array([0, 0, 0, 1, 0, 0, Number.NaN, 1, 0]);
  await expect(gridMesh({ positions, indices: new Uint32Array([0, 1, 2]), colour })).rejects.toThrow(
    'vertex 2',
  );
  const fine = new Float64Array(9);
  await expect(gridMesh({ positions: fine, indices: new Uint32Array([0, 1, 3]), colour })).rejects.toThrow(
    'triangle 0',
  );
  await expect(gridMesh({ positions: fine, indices: new Uint32Array(0), colour })).rejects.toThrow(
    'without triangles',
  );
});
