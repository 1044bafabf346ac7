import type { LayerMesh } from './layer-mesh.ts';
import { leavesOf, type TileNode } from './quadtree.ts';
import { weldPositions } from './weld.ts';

/** For a node and a vertex: may other tiles, at whatever level, meet this tile at the vertex? */
export type BorderTest = (node: TileNode) => (vertex: number) => boolean;

const meet = (a: TileNode, b: TileNode): TileNode => {
  let [x, y] = [a, b];
  while (x !== y) {
    if (x.level >= y.level) x = x.parent!;
    else y = y.parent!;
  }
  return x;
};

/**
 * Finds for every place of the layer the smallest node that holds all triangles touching it. Such a place lies
 * on the border of every deeper tile and must not move there: tiles of any two levels side by side then meet
 * in the same vertices, without gap or skirt. Places count, not vertices: two features that touch stay closed too.
 */
export const sharedBorders = (mesh: LayerMesh, root: TileNode): BorderTest => {
  const { group, count } = weldPositions(mesh.positions);
  const nodes: TileNode[] = [];
  const numberOf = new Map<TileNode, number>();
  const numbered = (node: TileNode): number => {
    let n = numberOf.get(node);
    if (n === undefined) {
      n = nodes.length;
      nodes.push(node);
      numberOf.set(node, n);
    }
    return n;
  };
  const home = new Int32Array(count).fill(-1);
  for (const leaf of leavesOf(root)) {
    const own = numbered(leaf);
    for (const vertex of leaf.leafIndices) {
      const place = group[vertex]!;
      const before = home[place]!;
      if (before === own) continue;
      home[place] = before < 0 ? own : numbered(meet(nodes[before]!, leaf));
    }
  }
  return (node) => (vertex) => nodes[home[group[vertex]!]!]!.level < node.level;
};
