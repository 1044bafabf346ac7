/**
 * The inverse of the covariance matrix of a changing set of points. A point more or less costs n² and not the n³ of starting
 * anew: between neighbouring cells of a grid about one neighbour in fifty changes. Formulas: inverse by bordering and its
 * reversal (G. H. Golub, C. F. Van Loan, Matrix Computations, 4th ed., 2.1.4 and 6.5).
 */
export interface CovarianceInverse {
  /** Points in it now; they sit in slots, some of which may be free. */
  readonly count: number;
  /** Row-major, `capacity` a row; rows and columns of free slots are 0. */
  readonly values: Float64Array;
  readonly capacity: number;
  clear(): void;
  /** Takes a point into a free slot: `covariance[k]` to the point in slot k, `own` to itself. False: it would be singular. */
  add(slot: number, covariance: Float64Array, own: number): boolean;
  remove(slot: number): void;
}

/** A point that the others already say all of: what is left of its variance is rounding. */
const SINGULAR = 1e-11;

export const createCovarianceInverse = (capacity: number): CovarianceInverse => {
  const values = new Float64Array(capacity * capacity);
  const v = new Float64Array(capacity);
  let count = 0;
  return {
    get count() {
      return count;
    },
    values,
    capacity,
    clear() {
      values.fill(0);
      count = 0;
    },
    add(slot, covariance, own) {
      let rest = own;
      for (let r = 0, row = 0; r < capacity; r++, row += capacity) {
        let sum = 0;
        for (let c = 0; c < capacity; c++) sum += values[row + c]! * covariance[c]!;
        v[r] = sum;
        rest -= sum * covariance[r]!;
      }
      if (!(rest > SINGULAR * own)) return false;
      const inverse = 1 / rest;
      for (let r = 0, row = 0; r < capacity; r++, row += capacity) {
        const f = v[r]! * inverse;
        if (f === 0) continue;
        for (let c = 0; c < capacity; c++) values[row + c] = values[row + c]! + f * v[c]!;
      }
      for (let r = 0; r < capacity; r++) {
        const f = -v[r]! * inverse;
        values[r * capacity + slot] = f;
        values[slot * capacity + r] = f;
      }
      values[slot * capacity + slot] = inverse;
      count++;
      return true;
    },
    remove(slot) {
      const own = slot * capacity;
      const inverse = 1 / values[own + slot]!;
      for (let r = 0, row = 0; r < capacity; r++, row += capacity) {
        const f = values[row + slot]! * inverse;
        if (r === slot || f === 0) continue;
        for (let c = 0; c < capacity; c++) values[row + c] = values[row + c]! - f * values[own + c]!;
      }
      for (let r = 0; r < capacity; r++) {
        values[own + r] = 0;
        values[r * capacity + slot] = 0;
      }
      count--;
    },
  };
};
