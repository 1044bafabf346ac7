/** Affine from the mine's local grid to its CRS: easting = a·x + b·y + tx, northing = c·x + d·y + ty, height = z + tz. */
export interface LocalGrid {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly tx: number;
  readonly ty: number;
  readonly tz: number;
}

/** @throws RangeError where the affine squeezes the plane to a line and has no inverse */
export function createLocalGrid({ a, b, c, d, tx, ty }: LocalGrid) {
  const determinant = a * d - b * c;
  if (!Number.isFinite(determinant) || Math.abs(determinant) < 1e-12)
    throw new RangeError(`local grid has no inverse: a·d − b·c = ${determinant}`);
  return {
    /** Local east, north → CRS easting, northing. */
    toCrs: (x: number, y: number): [number, number] => [a * x + b * y + tx, c * x + d * y + ty],
    fromCrs: (easting: number, northing: number): [number, number] => {
      const e = easting - tx;
      const n = northing - ty;
      return [(d * e - b * n) / determinant, (a * n - c * e) / determinant];
    },
  };
}
