/** Volume a closed mesh holds, m³: positive where its triangles face outward (divergence theorem). */
export const triangleMeshVolume = (positions: Float64Array, indices: Uint32Array): number => {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => {
      const at = indices[i + k]! * 3;
      return positions.subarray(at, at + 3);
    }) as [Float64Array, Float64Array, Float64Array];
    sum +=
      a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
      a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
      a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!);
  }
  return sum / 6;
};
