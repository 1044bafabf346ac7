import { boxGapSquare, createTriangleTree, type TriangleTree } from '../clearance/triangle-tree.ts';
import type { Box3 } from '../geometry/bounds.ts';

/** Boxes in a tree: each is held as the diagonal that has it as its box. */
const treeOf = (boxes: readonly Box3[]): TriangleTree =>
  createTriangleTree({
    positions: Float64Array.from(boxes.flatMap(({ min, max }) => [...min, ...max])),
    indices: Uint32Array.from(boxes.flatMap((_, i) => [2 * i, 2 * i + 1, 2 * i + 1])),
  });

/** Metres between two boxes; 0 where they overlap. */
export function boxGap(a: Box3, b: Box3): number {
  let sum = 0;
  for (let k = 0; k < 3; k++) {
    const gap = Math.max(a.min[k]! - b.max[k]!, b.min[k]! - a.max[k]!);
    if (gap > 0) sum += gap * gap;
  }
  return Math.sqrt(sum);
}

/**
 * Calls `visit` once for every box of `a` and box of `b` that are no further apart than `reach` metres, by their places in the lists.
 * Where both lists are the same one, each two different boxes are visited once, the earlier first.
 */
export function forNearBoxes(
  a: readonly Box3[],
  b: readonly Box3[],
  reach: number,
  visit: (i: number, j: number) => void,
): void {
  if (a.length === 0 || b.length === 0 || !(reach >= 0)) return;
  const same = a === b;
  const treeA = treeOf(a);
  const treeB = same ? treeA : treeOf(b);
  // A little more than asked: rounding must not lose a pair that is exactly so far apart; the exact distance judges later.
  const square = reach * reach * (1 + 1e-12) + 1e-12;
  const gap = (i: number, j: number): number => boxGapSquare(treeA.boxes, i * 6, treeB.boxes, j * 6);
  const leaves = (i: number, j: number): void => {
    for (let s = treeA.next[i]!; s < treeA.next[i]! + treeA.count[i]!; s++)
      for (let t = treeB.next[j]!; t < treeB.next[j]! + treeB.count[j]!; t++) {
        const [p, q] = [treeA.order[s]!, treeB.order[t]!];
        if (same && (i === j ? t <= s : false)) continue;
        if (boxGap(a[p]!, b[q]!) ** 2 > square) continue;
        if (same && p > q) visit(q, p);
        else visit(p, q);
      }
  };
  const stack: [number, number][] = [[0, 0]];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [i, j] = top;
    if (gap(i, j) > square) continue;
    const [leafA, leafB] = [treeA.count[i]! > 0, treeB.count[j]! > 0];
    if (leafA && leafB) leaves(i, j);
    else if (same && i === j) {
      const [left, right] = [i + 1, treeA.next[i]!];
      stack.push([left, left], [left, right], [right, right]);
    } else if (leafB || (!leafA && treeA.next[i]! - i >= treeB.next[j]! - j))
      stack.push([i + 1, j], [treeA.next[i]!, j]);
    else stack.push([i, j + 1], [i, treeB.next[j]!]);
  }
}
