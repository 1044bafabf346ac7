/** 4 × 4 matrices as 16 numbers, column-major, as glTF, CesiumJS and 3D Tiles write them. */

/** a · b. */
export function multiply4(a: readonly number[], b: readonly number[]): number[] {
  const out = new Array<number>(16);
  for (let column = 0; column < 4; column++)
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += a[k * 4 + row]! * b[column * 4 + k]!;
      out[column * 4 + row] = sum;
    }
  return out;
}

/** Inverse of a rotation with a translation (no scale, no shear): transposed rotation, exact where a general inverse rounds. */
export function invertRigid(m: readonly number[]): number[] {
  const back = (column: number): number =>
    -(m[column * 4]! * m[12]! + m[column * 4 + 1]! * m[13]! + m[column * 4 + 2]! * m[14]!);
  return [
    m[0]!,
    m[4]!,
    m[8]!,
    0,
    m[1]!,
    m[5]!,
    m[9]!,
    0,
    m[2]!,
    m[6]!,
    m[10]!,
    0,
    back(0),
    back(1),
    back(2),
    1,
  ];
}

/** m · (x, y, z, 1). */
export const transformPoint = (
  m: readonly number[],
  x: number,
  y: number,
  z: number,
): [number, number, number] => [
  m[0]! * x + m[4]! * y + m[8]! * z + m[12]!,
  m[1]! * x + m[5]! * y + m[9]! * z + m[13]!,
  m[2]! * x + m[6]! * y + m[10]! * z + m[14]!,
];
