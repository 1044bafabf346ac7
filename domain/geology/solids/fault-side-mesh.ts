import type { Box3 } from '../../geometry/bounds.ts';
import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';
import type { FaultSurface } from '../geological-model.ts';

/** Metres the body of a side reaches beyond the box. */
const BEYOND = 50;

/**
 * The hanging-wall side of a fault within a box, as a closed body whose one face is the fault: two triangles a cell of its
 * offsets, and on beyond their edge, where they are constant.
 */
export const hangingWallMesh = (fault: FaultSurface, box: Box3): TriangleMesh => {
  const { origin, alongStrike, downDip, normal, offsets } = fault;
  const along = (axis: readonly [number, number, number]): [number, number] => {
    let [low, high] = [Infinity, -Infinity];
    for (let corner = 0; corner < 8; corner++) {
      const value = [0, 1, 2].reduce(
        (sum, k) => sum + ((corner >> k) & 1 ? box.max[k]! : box.min[k]!) * axis[k]! - origin[k]! * axis[k]!,
        0,
      );
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return [low - BEYOND, high + BEYOND];
  };
  const s = lines(offsets.s, offsets.cell, offsets.columns, along(alongStrike));
  const t = lines(offsets.t, offsets.cell, offsets.rows, along(downDip));
  const far = Math.max(along(normal)[1], offsets.values.reduce((a, b) => Math.max(a, b), 0) + BEYOND);

  const [columns, rows] = [s.length, t.length];
  const positions = new Float64Array(columns * rows * 6);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++)
      for (const side of [0, 1]) {
        const offset = side ? far : offsets.values[t[j]!.index * offsets.columns + s[i]!.index]!;
        for (let k = 0; k < 3; k++)
          positions[(side * columns * rows + j * columns + i) * 3 + k] =
            origin[k]! + s[i]!.at * alongStrike[k]! + t[j]!.at * downDip[k]! + offset * normal[k]!;
      }
  const indices: number[] = [];
  const top = columns * rows;
  const quad = (a: number, b: number, c: number, d: number) => indices.push(a, b, c, a, c, d);
  for (let j = 0; j < rows - 1; j++)
    for (let i = 0; i < columns - 1; i++) {
      const a = j * columns + i;
      // Strike × dip is the normal: turned so that the fault's face looks away from the hanging wall.
      quad(a, a + columns, a + columns + 1, a + 1);
      quad(top + a, top + a + 1, top + a + columns + 1, top + a + columns);
    }
  const wall = (a: number, b: number) => quad(a, b, top + b, top + a);
  for (let i = 0; i < columns - 1; i++) {
    wall(i, i + 1);
    wall((rows - 1) * columns + i + 1, (rows - 1) * columns + i);
  }
  for (let j = 0; j < rows - 1; j++) {
    wall((j + 1) * columns, j * columns);
    wall(j * columns + columns - 1, (j + 1) * columns + columns - 1);
  }
  return { positions, indices: Uint32Array.from(indices) };
};

/** The offsets' lines along one axis, and one more at either end where the box reaches further. */
const lines = (first: number, cell: number, count: number, [low, high]: readonly [number, number]) => {
  const own = Array.from({ length: count }, (_, index) => ({ at: first + index * cell, index }));
  const last = own.at(-1)!;
  return [
    ...(low < first ? [{ at: low, index: 0 }] : []),
    ...own,
    ...(high > last.at ? [{ at: high, index: last.index }] : []),
  ];
};
