import type { Metres } from '../../units/quantities.ts';

/** Values at places, in any plane metric: x, y in metres, z in its own unit. All arrays have the same length. */
export interface KrigingData {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  /** Standard deviation of each value's own error, in z's unit; left out: exact. */
  readonly error?: Float64Array;
  /** Values of one group (a hole) are left out together in cross-validation; left out: each is its own. */
  readonly group?: Int32Array;
}

export interface MergedData extends KrigingData {
  readonly error: Float64Array;
  /** For each value of the input, which merged value it went into. */
  readonly into: Int32Array;
  /** Merged values made of more than one. */
  readonly merged: number;
}

/**
 * Makes one value of those that lie within `tolerance` of an earlier one: their mean, whose error is the mean of their
 * errors and, where they disagree, the standard error of their spread. Two exact values at one place would contradict each
 * other, and the kriging system would have no solution.
 * @throws RangeError where a coordinate or value is no finite number
 */
export const mergeCoincident = (data: KrigingData, tolerance: Metres): MergedData => {
  const { x, y, z, error, group } = data;
  const count = x.length;
  const into = new Int32Array(count).fill(-1);
  const cell = Math.max(tolerance, 1e-9);
  const buckets = new Map<string, number[]>();
  const members: number[][] = [];
  for (let i = 0; i < count; i++) {
    if (!Number.isFinite(x[i]!) || !Number.isFinite(y[i]!) || !Number.isFinite(z[i]!))
      throw new RangeError(`value ${i} is not finite: ${x[i]}, ${y[i]}, ${z[i]}`);
    const [column, row] = [Math.floor(x[i]! / cell), Math.floor(y[i]! / cell)];
    let found = -1;
    for (let dx = -1; dx <= 1 && found < 0; dx++)
      for (let dy = -1; dy <= 1 && found < 0; dy++)
        for (const k of buckets.get(`${column + dx},${row + dy}`) ?? []) {
          const first = members[k]![0]!;
          if (Math.hypot(x[i]! - x[first]!, y[i]! - y[first]!) <= tolerance) {
            found = k;
            break;
          }
        }
    if (found < 0) {
      found = members.length;
      members.push([]);
      const key = `${column},${row}`;
      buckets.set(key, [...(buckets.get(key) ?? []), found]);
    }
    members[found]!.push(i);
    into[i] = found;
  }
  const of = (values: Float64Array) =>
    Float64Array.from(members, (some) => some.reduce((sum, i) => sum + values[i]!, 0) / some.length);
  const mean = of(z);
  return {
    x: Float64Array.from(members, ([first]) => x[first!]!),
    y: Float64Array.from(members, ([first]) => y[first!]!),
    z: mean,
    error: Float64Array.from(members, (some, k) => {
      const own = error ? some.reduce((sum, i) => sum + error[i]!, 0) / some.length : 0;
      if (some.length === 1) return own;
      const spread = some.reduce((sum, i) => sum + (z[i]! - mean[k]!) ** 2, 0) / (some.length - 1);
      return Math.sqrt(own * own + spread / some.length);
    }),
    ...(group ? { group: Int32Array.from(members, ([first]) => group[first!]!) } : {}),
    into,
    merged: members.filter((some) => some.length > 1).length,
  };
};
