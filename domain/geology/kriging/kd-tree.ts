/**
 * A k-d tree over points of a plane, for the nearest neighbours of a place. Equal distances are ordered by index, so the
 * same data give the same neighbours on every machine.
 */
export interface KdTree {
  readonly size: number;
  /**
   * The `count` nearest points (fewer where there are fewer, or where `most2`, a squared distance, is given and they lie
   * farther), nearest first: indices into `out`, squared distances into `squares`. Returns how many.
   */
  nearest(
    x: number,
    y: number,
    count: number,
    out: Int32Array,
    squares: Float64Array,
    most2?: number,
  ): number;
  /** Indices of all points not farther than `radius`, in no certain order, into `out`, which is grown by push. */
  within(x: number, y: number, radius: number, out: number[]): void;
}

const LEAF = 8;

export const createKdTree = (x: Float64Array, y: Float64Array): KdTree => {
  const size = x.length;
  const order = Int32Array.from({ length: size }, (_, i) => i);
  // Points in the tree's order lie side by side in memory.
  const before = (axis: Float64Array, a: number, b: number): boolean =>
    axis[a]! < axis[b]! || (axis[a]! === axis[b]! && a < b);
  const select = (axis: Float64Array, low: number, high: number, middle: number): void => {
    let [from, to] = [low, high];
    while (from < to) {
      const pivot = order[(from + to) >> 1]!;
      let [i, j] = [from, to];
      while (i <= j) {
        while (before(axis, order[i]!, pivot)) i++;
        while (before(axis, pivot, order[j]!)) j--;
        if (i <= j) {
          const swap = order[i]!;
          order[i++] = order[j]!;
          order[j--] = swap;
        }
      }
      if (middle <= j) to = j;
      else if (middle >= i) from = i;
      else return;
    }
  };
  const build = (low: number, high: number, depth: number): void => {
    if (high - low < LEAF) return;
    const middle = (low + high) >> 1;
    select(depth % 2 === 0 ? x : y, low, high, middle);
    build(low, middle - 1, depth + 1);
    build(middle + 1, high, depth + 1);
  };
  build(0, size - 1, 0);
  const px = Float64Array.from(order, (i) => x[i]!);
  const py = Float64Array.from(order, (i) => y[i]!);

  return {
    size,
    nearest(qx, qy, count, out, squares, most2 = Number.POSITIVE_INFINITY) {
      let found = 0;
      let worst = most2;
      const offer = (at: number): void => {
        const dx = px[at]! - qx;
        const dy = py[at]! - qy;
        const d2 = dx * dx + dy * dy;
        if (d2 > worst) return;
        const index = order[at]!;
        if (found === count && d2 === worst && index > out[count - 1]!) return;
        let k = found < count ? found++ : count - 1;
        while (k > 0 && (squares[k - 1]! > d2 || (squares[k - 1] === d2 && out[k - 1]! > index))) {
          squares[k] = squares[k - 1]!;
          out[k] = out[k - 1]!;
          k--;
        }
        squares[k] = d2;
        out[k] = index;
        if (found === count) worst = squares[count - 1]!;
      };
      const visit = (low: number, high: number, depth: number): void => {
        if (high - low < LEAF) {
          for (let at = low; at <= high; at++) offer(at);
          return;
        }
        const middle = (low + high) >> 1;
        const offset = depth % 2 === 0 ? qx - px[middle]! : qy - py[middle]!;
        if (offset < 0) visit(low, middle - 1, depth + 1);
        else visit(middle + 1, high, depth + 1);
        offer(middle);
        if (offset * offset <= worst) {
          if (offset < 0) visit(middle + 1, high, depth + 1);
          else visit(low, middle - 1, depth + 1);
        }
      };
      if (count > 0 && size > 0) visit(0, size - 1, 0);
      return found;
    },
    within(qx, qy, radius, out) {
      const radius2 = radius * radius;
      const offer = (at: number): void => {
        const dx = px[at]! - qx;
        const dy = py[at]! - qy;
        if (dx * dx + dy * dy <= radius2) out.push(order[at]!);
      };
      const visit = (low: number, high: number, depth: number): void => {
        if (high - low < LEAF) {
          for (let at = low; at <= high; at++) offer(at);
          return;
        }
        const middle = (low + high) >> 1;
        const offset = depth % 2 === 0 ? qx - px[middle]! : qy - py[middle]!;
        if (offset <= radius) visit(low, middle - 1, depth + 1);
        offer(middle);
        if (offset >= -radius) visit(middle + 1, high, depth + 1);
      };
      if (size > 0) visit(0, size - 1, 0);
    },
  };
};
