/** Where a node of a glTF stands in its parent: a matrix, or what it is made of; left out: as its parent. */
export interface PlacedNode {
  /** 4 × 4 column-major. */
  readonly matrix?: readonly number[] | undefined;
  readonly translation?: readonly number[] | undefined;
  /** Unit quaternion x, y, z, w. */
  readonly rotation?: readonly number[] | undefined;
  readonly scale?: readonly number[] | undefined;
}

/** From the node into its parent, 4 × 4 column-major. Formula: glTF 2.0, 5.25: T · R · S. */
export const nodeMatrix = (node: PlacedNode): readonly number[] => {
  if (node.matrix) return node.matrix;
  const [x, y, z, w] = (node.rotation ?? [0, 0, 0, 1]) as readonly [number, number, number, number];
  const [sx, sy, sz] = (node.scale ?? [1, 1, 1]) as [number, number, number];
  const [tx, ty, tz] = (node.translation ?? [0, 0, 0]) as [number, number, number];
  return [
    (1 - 2 * (y * y + z * z)) * sx,
    2 * (x * y + z * w) * sx,
    2 * (x * z - y * w) * sx,
    0,
    2 * (x * y - z * w) * sy,
    (1 - 2 * (x * x + z * z)) * sy,
    2 * (y * z + x * w) * sy,
    0,
    2 * (x * z + y * w) * sz,
    2 * (y * z - x * w) * sz,
    (1 - 2 * (x * x + y * y)) * sz,
    0,
    tx,
    ty,
    tz,
    1,
  ];
};
