import { type Box3, boxOfPositions, type Vec3 } from '../geometry/bounds.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';

/**
 * Triangles in a tree of boxes (a bounding volume hierarchy), so that a search looks at the few that can matter.
 * Nodes are numbered from the root, 0; the left child of `i` is `i + 1`.
 */
export interface TriangleTree {
  readonly triangles: number;
  readonly box: Box3;
  /** 6 doubles a node: min east, north, up, max east, north, up. */
  readonly boxes: Float64Array;
  /** By node: the right child; of a leaf the first of its triangles (in tree order). */
  readonly next: Uint32Array;
  /** By node: how many triangles a leaf holds; 0 where the node is not a leaf. */
  readonly count: Uint8Array;
  /** 9 doubles a triangle, in tree order. */
  readonly corners: Float64Array;
  /** Tree order → number in the mesh. */
  readonly order: Uint32Array;
  /** A corner of every part that shares no corner number with the others, 3 doubles a part. */
  readonly parts: Float64Array;
}

const LEAF = 4;
/** Where a node is cut is looked for among so many evenly spaced planes. */
const BINS = 12;

/** @throws RangeError where the mesh has no triangle or a corner is not a number */
export function createTriangleTree({ positions, indices }: TriangleMesh): TriangleTree {
  const triangles = indices.length / 3;
  if (triangles === 0) throw new RangeError('a mesh without triangles is nowhere, so nothing is near it');
  const raw = new Float64Array(triangles * 9);
  /** 6 doubles a triangle, as `boxes`. */
  const bounds = new Float64Array(triangles * 6);
  const centres = new Float64Array(triangles * 3);
  for (let t = 0; t < triangles; t++) {
    for (let c = 0; c < 3; c++)
      for (let k = 0; k < 3; k++) raw[t * 9 + c * 3 + k] = positions[indices[t * 3 + c]! * 3 + k]!;
    for (let k = 0; k < 3; k++) {
      const [a, b, c] = [raw[t * 9 + k]!, raw[t * 9 + 3 + k]!, raw[t * 9 + 6 + k]!];
      if (!Number.isFinite(a + b + c)) throw new RangeError(`a corner of triangle ${t} is not a number`);
      bounds[t * 6 + k] = Math.min(a, b, c);
      bounds[t * 6 + 3 + k] = Math.max(a, b, c);
      centres[t * 3 + k] = (bounds[t * 6 + k]! + bounds[t * 6 + 3 + k]!) / 2;
    }
  }
  const order = Uint32Array.from({ length: triangles }, (_, i) => i);
  const boxes: number[] = [];
  const next: number[] = [];
  const count: number[] = [];
  const split = createSplitter(bounds, centres, order);

  /** Ranges still to be made into nodes; a right child tells its parent where it is. */
  const waiting: { from: number; to: number; parent: number }[] = [{ from: 0, to: triangles, parent: -1 }];
  for (let range = waiting.pop(); range; range = waiting.pop()) {
    const { from, to, parent } = range;
    const node = next.length;
    if (parent >= 0) next[parent] = node;
    const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
    for (let i = from; i < to; i++)
      for (let k = 0; k < 3; k++) {
        box[k] = Math.min(box[k]!, bounds[order[i]! * 6 + k]!);
        box[k + 3] = Math.max(box[k + 3]!, bounds[order[i]! * 6 + 3 + k]!);
      }
    boxes.push(...box);
    next.push(from);
    const leaf = to - from <= LEAF;
    count.push(leaf ? to - from : 0);
    if (leaf) continue;
    const middle = split(from, to);
    waiting.push({ from: middle, to, parent: node }, { from, to: middle, parent: -1 });
  }
  const corners = new Float64Array(triangles * 9);
  order.forEach((t, i) => {
    corners.set(raw.subarray(t * 9, t * 9 + 9), i * 9);
  });
  return {
    triangles,
    box: boxOfPositions(corners),
    boxes: Float64Array.from(boxes),
    next: Uint32Array.from(next),
    count: Uint8Array.from(count),
    corners,
    order,
    parts: cornerOfParts(positions, indices),
  };
}

function cornerOfParts(positions: Float64Array, indices: Uint32Array): Float64Array {
  const parent = Int32Array.from({ length: positions.length / 3 }, (_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) {
      parent[r] = parent[parent[r]!]!;
      r = parent[r]!;
    }
    return r;
  };
  for (let i = 0; i < indices.length; i += 3)
    for (let k = 1; k < 3; k++) parent[root(indices[i + k]!)] = root(indices[i]!);
  const found = new Set<number>();
  for (let i = 0; i < indices.length; i += 3) found.add(root(indices[i]!));
  return Float64Array.from([...found].flatMap((i) => [...positions.subarray(i * 3, i * 3 + 3)]));
}

/** A line as a tree: each of its pieces is a triangle that has collapsed to a segment. */
export const createLineTree = (line: readonly Vec3[]): TriangleTree => {
  const pieces = Math.max(1, line.length - 1);
  return createTriangleTree({
    positions: Float64Array.from(line.flat()),
    indices: Uint32Array.from(
      Array.from({ length: line.length > 0 ? pieces : 0 }, (_, i) => {
        const to = Math.min(i + 1, line.length - 1);
        return [i, to, to];
      }).flat(),
    ),
  });
};

/**
 * Sorts a range of `order` into two parts, neither empty, by the plane that makes their boxes smallest (surface area
 * heuristic, after Wald 2007), and returns where the second begins.
 */
function createSplitter(bounds: Float64Array, centres: Float64Array, order: Uint32Array) {
  const filled = new Uint32Array(BINS);
  const binBoxes = new Float64Array(BINS * 6);
  const leftCost = new Float64Array(BINS);
  const grown = new Float64Array(6);

  const clear = (): void => {
    grown.fill(Infinity, 0, 3);
    grown.fill(-Infinity, 3, 6);
  };
  const grow = (source: Float64Array, at: number): void => {
    for (let k = 0; k < 3; k++) {
      grown[k] = Math.min(grown[k]!, source[at + k]!);
      grown[k + 3] = Math.max(grown[k + 3]!, source[at + k + 3]!);
    }
  };
  const halfArea = (): number => {
    const x = grown[3]! - grown[0]!;
    const y = grown[4]! - grown[1]!;
    const z = grown[5]! - grown[2]!;
    return x * y + y * z + z * x;
  };

  return (from: number, to: number): number => {
    let best = { cost: Infinity, axis: 0, bin: 0, low: 0, scale: 0 };
    for (let axis = 0; axis < 3; axis++) {
      let low = Infinity;
      let high = -Infinity;
      for (let i = from; i < to; i++) {
        const centre = centres[order[i]! * 3 + axis]!;
        if (centre < low) low = centre;
        if (centre > high) high = centre;
      }
      if (!(high > low)) continue;
      const scale = BINS / (high - low);
      filled.fill(0);
      for (let bin = 0; bin < BINS; bin++) {
        binBoxes.fill(Infinity, bin * 6, bin * 6 + 3);
        binBoxes.fill(-Infinity, bin * 6 + 3, bin * 6 + 6);
      }
      for (let i = from; i < to; i++) {
        const t = order[i]!;
        const bin = Math.min(BINS - 1, Math.floor((centres[t * 3 + axis]! - low) * scale));
        filled[bin]!++;
        for (let k = 0; k < 3; k++) {
          binBoxes[bin * 6 + k] = Math.min(binBoxes[bin * 6 + k]!, bounds[t * 6 + k]!);
          binBoxes[bin * 6 + 3 + k] = Math.max(binBoxes[bin * 6 + 3 + k]!, bounds[t * 6 + 3 + k]!);
        }
      }
      clear();
      let left = 0;
      for (let bin = 0; bin < BINS - 1; bin++) {
        grow(binBoxes, bin * 6);
        left += filled[bin]!;
        leftCost[bin] = left === 0 ? Infinity : left * halfArea();
      }
      clear();
      let right = 0;
      for (let bin = BINS - 1; bin > 0; bin--) {
        grow(binBoxes, bin * 6);
        right += filled[bin]!;
        if (right === 0) continue;
        const cost = leftCost[bin - 1]! + right * halfArea();
        if (cost < best.cost) best = { cost, axis, bin, low, scale };
      }
    }
    // All centres in one point: any two halves are as good.
    if (best.cost === Infinity) return (from + to) >> 1;
    let i = from;
    let j = to - 1;
    while (i <= j) {
      const bin = Math.floor((centres[order[i]! * 3 + best.axis]! - best.low) * best.scale);
      if (Math.min(BINS - 1, bin) < best.bin) i++;
      else {
        const swap = order[i]!;
        order[i] = order[j]!;
        order[j--] = swap;
      }
    }
    return i;
  };
}

/** Square of the distance between two nodes' boxes, m²; 0 where they overlap. */
export function boxGapSquare(a: Float64Array, aAt: number, b: Float64Array, bAt: number): number {
  let sum = 0;
  for (let k = 0; k < 3; k++) {
    const gap = Math.max(a[aAt + k]! - b[bAt + 3 + k]!, b[bAt + k]! - a[aAt + 3 + k]!);
    if (gap > 0) sum += gap * gap;
  }
  return sum;
}
