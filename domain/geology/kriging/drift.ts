/** What the mean is made of besides a constant: `count` functions of the place, the constant first. */
export interface Drift {
  readonly count: number;
  /** Writes the functions' values at (x, y) to `out`, from 0. */
  at(x: number, y: number, out: Float64Array): void;
}

export const CONSTANT: Drift = {
  count: 1,
  at: (_x, _y, out) => {
    out[0] = 1;
  },
};

/** A plane (degree 1) or a bent one (degree 2). Centre and scale keep the numbers near 1; they do not change the result. */
export const polynomialDrift = (
  degree: 1 | 2,
  o: { readonly x: number; readonly y: number; readonly scale: number },
): Drift => ({
  count: degree === 1 ? 3 : 6,
  at(x, y, out) {
    const [u, v] = [(x - o.x) / o.scale, (y - o.y) / o.scale];
    out[0] = 1;
    out[1] = u;
    out[2] = v;
    if (degree === 1) return;
    out[3] = u * u;
    out[4] = u * v;
    out[5] = v * v;
  },
});

/** Follows another surface, known everywhere: the value is a constant plus a multiple of it. */
export const externalDrift = (surface: (x: number, y: number) => number): Drift => ({
  count: 2,
  at(x, y, out) {
    out[0] = 1;
    out[1] = surface(x, y);
  },
});
