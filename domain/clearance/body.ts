import type { Vec3 } from '../geometry/bounds.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';
import { createLineTree, createTriangleTree, type TriangleTree } from './triangle-tree.ts';

/**
 * Something distances are measured to. `mesh`: a surface, and where it is `closed` all it encloses; `line`: everything
 * within `radius` of a line (a borehole, an old shaft).
 */
export interface Body {
  readonly tree: TriangleTree;
  /** Metres around the tree's triangles that belong to the body too; 0 for a mesh. */
  readonly radius: number;
  /** Whether what the triangles enclose belongs to the body. */
  readonly closed: boolean;
}

/**
 * @param closed whether the mesh encloses a volume: edgeReport's `closed`
 * @throws RangeError where the mesh is empty or a corner is not a number
 */
export const meshBody = (mesh: TriangleMesh, closed: boolean): Body => ({
  tree: createTriangleTree(mesh),
  radius: 0,
  closed,
});

/** @throws RangeError where the line is empty, a point is not a number, or the radius is not 0 or more metres */
export const lineBody = (line: readonly Vec3[], radius: number): Body => {
  if (!(radius >= 0 && Number.isFinite(radius)))
    throw new RangeError(`the radius of a line must be 0 or more metres, got ${radius}`);
  return { tree: createLineTree(line), radius, closed: false };
};
