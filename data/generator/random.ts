/** Seeded randomness: the same seed gives the same mine, byte for byte, on every machine. */

/** Uniform numbers in [0, 1): mulberry32 (public domain, T. Ettinger). */
export const randomStream = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const hash = (seed: number, i: number, j: number, k: number): number => {
  let h = Math.imul(i, 0x27d4eb2d) ^ Math.imul(j, 0x165667b1) ^ Math.imul(k, 0x1b873593) ^ seed;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
};

const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

const DIRECTIONS = Array.from({ length: 64 }, (_, i) => {
  const angle = (i / 64) * 2 * Math.PI;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

export type Noise2 = (x: number, y: number) => number;
export type Noise3 = (x: number, y: number, z: number) => number;

/** Gradient noise of wavelength 1, about −1…1, smooth to the second derivative (K. Perlin 2002). */
export const gradientNoise = (seed: number): Noise2 => {
  const corner = (i: number, j: number, dx: number, dy: number): number => {
    const direction = DIRECTIONS[hash(seed, i, j, 0) & 63]!;
    return direction[0] * dx + direction[1] * dy;
  };
  return (x, y) => {
    const i = Math.floor(x);
    const j = Math.floor(y);
    const fx = x - i;
    const fy = y - j;
    const u = fade(fx);
    const low = mix(corner(i, j, fx, fy), corner(i + 1, j, fx - 1, fy), u);
    const high = mix(corner(i, j + 1, fx, fy - 1), corner(i + 1, j + 1, fx - 1, fy - 1), u);
    return 1.5 * mix(low, high, fade(fy));
  };
};

/** Value noise in space, −1…1, wavelength 1. */
export const valueNoise3 = (seed: number): Noise3 => {
  const corner = (i: number, j: number, k: number): number => hash(seed, i, j, k) / 2147483648 - 1;
  return (x, y, z) => {
    const i = Math.floor(x);
    const j = Math.floor(y);
    const k = Math.floor(z);
    const u = fade(x - i);
    const v = fade(y - j);
    const plane = (kk: number): number =>
      mix(
        mix(corner(i, j, kk), corner(i + 1, j, kk), u),
        mix(corner(i, j + 1, kk), corner(i + 1, j + 1, kk), u),
        v,
      );
    return mix(plane(k), plane(k + 1), fade(z - k));
  };
};
