/** Middle of the values that are known; null where less than half are: of something mostly unknown the middle is unknown too. */
export const knownMedian = (values: ArrayLike<number>): number | null => {
  const known = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return known.length * 2 > values.length ? known[Math.floor(known.length / 2)]! : null;
};
