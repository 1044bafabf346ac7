/** A pivot smaller than this share of the matrix's largest entry is rounding: the rows depend on each other. */
const LEAST_PIVOT = 1e-12;

/**
 * Solves a dense square system by Gaussian elimination with partial pivoting, in place: the matrix is used up, and the solution is
 * left in `right` (G. H. Golub, C. F. Van Loan, Matrix Computations, §3.4).
 * @param matrix row by row, right.length² values
 * @returns false where the matrix has no inverse; `right` is then no solution
 */
export const eliminate = (matrix: Float64Array, right: Float64Array): boolean => {
  const n = right.length;
  let largest = 0;
  for (const value of matrix) largest = Math.max(largest, Math.abs(value));
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(matrix[i * n + k]!) > Math.abs(matrix[pivot * n + k]!)) pivot = i;
    const lead = matrix[pivot * n + k]!;
    if (!(Math.abs(lead) > LEAST_PIVOT * largest)) return false;
    if (pivot !== k) {
      const row = matrix.slice(k * n, (k + 1) * n);
      matrix.copyWithin(k * n, pivot * n, (pivot + 1) * n);
      matrix.set(row, pivot * n);
      [right[k], right[pivot]] = [right[pivot]!, right[k]!];
    }
    for (let i = k + 1; i < n; i++) {
      const factor = matrix[i * n + k]! / lead;
      if (factor === 0) continue;
      for (let j = k + 1; j < n; j++) matrix[i * n + j]! -= factor * matrix[k * n + j]!;
      right[i]! -= factor * right[k]!;
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    let sum = right[k]!;
    for (let j = k + 1; j < n; j++) sum -= matrix[k * n + j]! * right[j]!;
    right[k] = sum / matrix[k * n + k]!;
  }
  return true;
};
